package talktrack.models.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever was ever written to a topic must still be readable: every sample under wire/ is kept for
 * good.
 */
class WireFormatTest {

    private static final Path SAMPLES = Path.of("src/test/resources/talktrack/wire");

    @Test
    void everySampleEverWrittenIsStillRead() throws IOException {
        for (Topic<?> topic : Topics.ALL) {
            try (Stream<Path> files = Files.list(SAMPLES.resolve(topic.name()))) {
                List<Path> samples = files.toList();
                assertThat(samples).as("samples of topic %s", topic.name()).isNotEmpty();
                for (Path sample : samples) {
                    Object value = topic.read(Files.readAllBytes(sample));
                    assertThat(value).as("%s", sample).isInstanceOf(topic.type());
                }
            }
        }
    }

    @Test
    void todaysRecordsHaveASampleAndSurviveTheWire() throws IOException {
        Map<Topic<?>, List<?>> samples = EventSamples.all();
        assertThat(samples.keySet()).containsAll(Topics.ALL);
        for (var entry : samples.entrySet()) {
            for (Object value : entry.getValue()) {
                assertThat(entry.getKey().read(Json.bytes(value))).isEqualTo(value);
                try (Stream<Path> files = Files.list(SAMPLES.resolve(entry.getKey().name()))) {
                    List<String> known = files.map(WireFormatTest::read).toList();
                    assertThat(known)
                            .as(
                                    "a changed record needs a new sample file in wire/%s; old ones stay",
                                    entry.getKey().name())
                            .contains(Json.text(value));
                }
            }
        }
    }

    @Test
    void fieldsOfTheFutureAreIgnored() throws IOException {
        Deletion read =
                Json.read(
                        "{\"callId\":\"c1\",\"revision\":2,\"deletedAt\":\"2026-11-23T12:00:00Z\",\"why\":\"asked\"}"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        Deletion.class);
        assertThat(read.revision()).isEqualTo(2);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
