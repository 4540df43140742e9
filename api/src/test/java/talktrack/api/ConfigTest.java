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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"port, 99999", "redact, maybe", "pause-seconds, long", "max-upload-bytes, 2 GB"})
    void aValueThatIsNoneOfItsKindIsTold(String setting, String value) throws IOException {
        write("talktrack:\n  %s: %s\n  zone: Nowhere/Else".formatted(setting, value));

        assertThatThrownBy(this::read)
                .isInstanceOf(Config.Invalid.class)
                .hasMessageContaining("talktrack.%s = '%s': write ".formatted(setting, value))
                .hasMessageContaining("talktrack.zone = 'Nowhere/Else': write ");
    }

    @Test
    void ollamaReadsAsMuchAsIsSet() throws Exception {
        assertThat(read().llm().contextTokens()).isEqualTo(8192);
        write("talktrack:\n  llm:\n    context-tokens: 0");
        assertThat(read().llm().contextTokens()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "4294967296", "8k"})
    void howMuchOllamaReadsIsANumber(String tokens) throws IOException {
        write("talktrack:\n  llm:\n    context-tokens: " + tokens);

        assertThatThrownBy(this::read)
                .isInstanceOf(Config.Invalid.class)
                .hasMessageContaining("talktrack.llm.context-tokens = '%s'".formatted(tokens));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "-0.1", "a quarter", "NaN"})
    void visitorsHaveAShareOfTheModel(String share) throws Exception {
        assertThat(read().widget().modelShareRatio()).isEqualTo(0.25);
        write("talktrack:\n  chat:\n    widget-share: " + share);

        assertThatThrownBy(this::read)
                .isInstanceOf(Config.Invalid.class)
                .hasMessageContaining("talktrack.chat.widget-share = '%s'".formatted(share));
    }

    @Test
    void theWidgetIsOffUntilAWebsiteIsNamed() throws Exception {
        assertThat(read().widget().enabled()).isFalse();
        write(
                """
                talktrack:
                  chat:
                    widget-origins: https://www.example.com, http://localhost:8080
                    widget-key: a-key-for-everybody-to-read
                """);
        assertThat(read().widget().origins())
                .containsExactlyInAnyOrder("https://www.example.com", "http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example.com",
                "https://example.com/",
                "https://example.com/shop",
                "https://Example.com",
                "example.com",
                "null",
                "https://a.example|https://b.example"
            })
    void anOriginOfTheWidgetIsExact(String origin) throws IOException {
        write(
                "talktrack:\n  chat:\n    widget-origins: '%s'\n    widget-key: a-key-for-everybody-to-read"
                        .formatted(origin));
        assertThatThrownBy(this::read)
                .isInstanceOf(Config.Invalid.class)
                .hasMessageContaining("talktrack.chat.widget-origins = '%s'".formatted(origin));
    }

    @Test
    void aWidgetWithoutAKeyIsTold() throws IOException {
        write("talktrack:\n  chat:\n    widget-origins: https://www.example.com");
        assertThatThrownBy(this::read)
                .isInstanceOf(Config.Invalid.class)
                .hasMessageContaining("talktrack.chat.widget-key has 0 characters");
    }

    @Test
    void aFileThatCannotBeReadIsTold() throws IOException {
        Files.createSymbolicLink(data.resolve("talktrack.yaml"), data.resolve("gone.yaml"));
        assertThatThrownBy(this::read)
                .isInstanceOf(Config.Invalid.class)
                .hasMessageContaining("talktrack.yaml is there");
    }

    private void write(String yaml) throws IOException {
        Files.writeString(data.resolve("talktrack.yaml"), yaml);
    }

    private Config read() throws Config.Invalid, IOException {
        return Config.read(data, Optional.empty());
    }
}
