/**
 * What happened to calls: the records on Kafka's topics, their JSON, and the one catalogue of
 * topics.
 */
package talktrack.models.events;
