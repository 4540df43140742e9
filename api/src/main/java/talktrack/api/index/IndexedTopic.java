package talktrack.api.index;

import java.io.IOException;
import java.util.function.Function;
import talktrack.models.events.Topic;

/**
 * A state topic and the index that mirrors it: document id = record key, version = offset + 1, a
 * tombstone deletes.
 *
 * @param document what of a record goes into the index; must be a pure function, since a replay
 *     makes it again
 */
public record IndexedTopic<V>(Topic<V> topic, IndexDefinition index, Function<V, Object> document) {

    /** Mirrors the records as they are. */
    public static <V> IndexedTopic<V> of(Topic<V> topic, int version, String mapping) {
        return new IndexedTopic<>(
                topic, new IndexDefinition(topic.name(), version, mapping), value -> value);
    }

    /**
     * @throws IOException when the bytes are not the JSON of the topic's record
     */
    Object documentOf(byte[] json) throws IOException {
        return document.apply(topic.read(json));
    }
}
