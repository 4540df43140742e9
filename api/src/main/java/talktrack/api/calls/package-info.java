/**
 * Calls from upload to deletion: requests become events in Kafka, and the registry answers which
 * calls exist at this moment.
 */
package talktrack.api.calls;
