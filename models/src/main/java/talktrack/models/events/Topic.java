package talktrack.models.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * One topic: one record type, one meaning of the key. All of them stand in {@link Topics}.
 *
 * @param key what the key names
 * @param config of the topic in Kafka
 */
public record Topic<V>(
        String name, Class<V> type, Key key, int partitions, Map<String, String> config) {

    /** What a topic's key names, and so by what its records are spread over partitions. */
    public enum Key {
        /**
         * The key is a call id, or starts with one and a hyphen; partitioned by the call id, so
         * that a call is ordered and lives together.
         */
        CALL,
        /** The key names something else and is the partition key itself. */
        OWN
    }

    /** The partition that this key belongs to, the same in producers and in every Streams sink. */
    public int partition(String recordKey) {
        int hyphen = recordKey.indexOf('-');
        String partitionKey =
                key == Key.CALL && hyphen > 0 ? recordKey.substring(0, hyphen) : recordKey;
        return Utils.toPositive(Utils.murmur2(partitionKey.getBytes(StandardCharsets.UTF_8)))
                % partitions;
    }

    /** A record for a producer of bytes. */
    public ProducerRecord<String, byte[]> record(String recordKey, V value) {
        return new ProducerRecord<>(name, partition(recordKey), recordKey, Json.bytes(value));
    }

    /** A record that says: what this key named is gone. */
    public ProducerRecord<String, byte[]> tombstone(String recordKey) {
        return new ProducerRecord<>(name, partition(recordKey), recordKey, null);
    }

    /**
     * @throws IOException when the bytes are not the JSON of this topic's record
     */
    public V read(byte[] json) throws IOException {
        return Json.read(json, type);
    }

    /** For Streams; a tombstone is {@code null} both ways. */
    public Serde<V> serde() {
        Serializer<V> serializer = (topic, value) -> value == null ? null : Json.bytes(value);
        Deserializer<V> deserializer =
                (topic, bytes) -> {
                    if (bytes == null) {
                        return null;
                    }
                    try {
                        return read(bytes);
                    } catch (IOException e) {
                        throw new SerializationException(
                                "a record of topic %s is not the JSON of a %s"
                                        .formatted(name, type.getSimpleName()),
                                e);
                    }
                };
        return Serdes.serdeFrom(serializer, deserializer);
    }

    /** What to create in Kafka. */
    public NewTopic newTopic(short replicationFactor) {
        return new NewTopic(name, partitions, replicationFactor).configs(config);
    }
}
