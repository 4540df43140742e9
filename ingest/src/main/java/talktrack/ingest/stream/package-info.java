/**
 * Recordings from Kafka in; utterances with their end marker out, each call in one transaction and
 * exactly once, however often the process dies.
 */
package talktrack.ingest.stream;
