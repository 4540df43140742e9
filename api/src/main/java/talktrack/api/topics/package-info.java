/**
 * How this server reads topics of Kafka: whole and on as they grow, or in a group, a call at a
 * time.
 */
package talktrack.api.topics;
