/**
 * Everything on one machine: Kafka in this process, Elasticsearch and ingest as child processes,
 * data under one folder.
 */
package talktrack.api.standalone;
