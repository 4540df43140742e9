/**
 * What happened to calls: the records on Kafka's topics, their JSON, the one catalogue of topics,
 * and how whoever needs all of a topic reads it.
 */
package talktrack.models.events;
