/** Topics of Kafka as this server reads them all: from their beginning, and on as they grow. */
package talktrack.api.topics;
