package talktrack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set wrongly is told before anything starts. */
class ConfigTest {

    @TempDir Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endpoint: https://s3.example.com",
                "prefix: calls/",
                "{access-key: a, secret-key: b}"
            })
    void aBucketThatWasForgottenIsTold(String s3) throws IOException {
        write("talktrack:\n  recordings:\n    s3:\n      " + s3);

        assertThatThrownBy(this::read)
                .isInstanceOf(Config.Invalid.class)
                .hasMessageContaining("has no bucket");
    }

    @Test
    void aBucketIsEnough() throws Exception {
        write("talktrack:\n  recordings:\n    s3:\n      bucket: calls");

        assertThat(read().recordings().orElseThrow().bucket()).isEqualTo("calls");
    }

    @Test
    void withoutABucketTheDataFolderHasThem() throws Exception {
        assertThat(read().recordings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:11434", "ftp://host/", "http:/host", "http://"})
    void aLanguageModelHasAWebAddress(String address) throws IOException {
        write("talktrack:\n  llm:\n    base-url: '%s'".formatted(address));

        assertThatThrownBy(this::read)
                .isInstanceOf(Config.Invalid.class)
                .hasMessageContaining("talktrack.llm.base-url = '%s'".formatted(address));
    }

    private void write(String yaml) throws IOException {
        Files.writeString(data.resolve("talktrack.yaml"), yaml);
    }

    private Config read() throws Config.Invalid, IOException {
        return Config.read(data, Optional.empty());
    }
}
