/** Events that people cause: written to Kafka while a request waits. */
package talktrack.api.events;
