package talktrack.ingest.stream;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The Kafka clients of one worker.
 *
 * @param instance the same after a restart: a new process takes over at once from a killed one,
 *     whose open transaction is aborted, and a process that only seems dead is fenced
 */
record Clients(String bootstrapServers, String instance) {

    private static final String GROUP = "ingest";

    /** Reads what is to be done, as a member of the group. */
    KafkaConsumer<String, byte[]> requests() {
        return new KafkaConsumer<>(
                Map.ofEntries(
                        Map.entry("bootstrap.servers", bootstrapServers),
                        Map.entry("group.id", GROUP),
                        Map.entry("group.instance.id", instance),
                        Map.entry("client.id", instance),
                        Map.entry("isolation.level", "read_committed"),
                        Map.entry("enable.auto.commit", "false"),
                        Map.entry("auto.offset.reset", "earliest"),
                        Map.entry("max.poll.records", "50"),
                        Map.entry("session.timeout.ms", "10000"),
                        Map.entry("heartbeat.interval.ms", "2000"),
                        // A rebalance takes only the partitions that move, not those at work.
                        Map.entry(
                                "partition.assignment.strategy",
                                List.of(CooperativeStickyAssignor.class))),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Reads whole topics, in no group. */
    KafkaConsumer<String, byte[]> reader() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "client.id", instance + "-states",
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Writes finished calls. */
    KafkaProducer<String, byte[]> transactions() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        instance + "-transactions",
                        "transactional.id",
                        instance,
                        "transaction.timeout.ms",
                        "30000",
                        "compression.type",
                        "gzip",
                        "acks",
                        "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Writes progress, for which an old event is worth nothing: it never blocks for long. */
    KafkaProducer<String, byte[]> progress() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "client.id", instance + "-progress",
                        "acks", "all",
                        "max.block.ms", "2000",
                        "delivery.timeout.ms", "10000",
                        "request.timeout.ms", "5000"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
