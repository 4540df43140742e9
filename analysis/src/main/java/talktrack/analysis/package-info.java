/** Utterances in, understanding out: the Kafka Streams topology around the pure readers. */
package talktrack.analysis;
