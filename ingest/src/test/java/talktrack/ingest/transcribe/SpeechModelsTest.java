package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.ingest.UnreadableRecording;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;

class SpeechModelsTest {

    @TempDir Path folder;

    @Test
    void chineseWithoutAModelNamesTheCure() {
        try (SpeechModels models = new SpeechModels(folder)) {
            assertThatThrownBy(() -> models.of(Language.ZH))
                    .isInstanceOfSatisfying(
                            UnreadableRecording.class,
                            e -> assertThat(e.kind()).isEqualTo(FailureKind.NO_SPEECH_MODEL))
                    .hasMessageContaining("no speech model for Chinese")
                    .hasMessageContaining("models/zh");
        }
    }

    @Test
    void whatIsNoModelIsNotPassedOverInSilence() throws Exception {
        Files.createDirectory(folder.resolve("zh"));
        Files.writeString(folder.resolve("en"), "a zip, say");

        try (SpeechModels models = new SpeechModels(folder)) {
            for (Language language : Language.values()) {
                assertThatThrownBy(() -> models.of(language))
                        .isInstanceOf(UnreadableRecording.class)
                        .hasMessageContaining("The speech model in models/" + language.id())
                        .hasMessageContaining("whole, unpacked Vosk model folder");
            }
        }
    }

    @Test
    void aLinkToNowhereIsNoModel() throws Exception {
        Files.createSymbolicLink(folder.resolve("en"), folder.resolve("gone"));

        try (SpeechModels models = new SpeechModels(folder)) {
            assertThatThrownBy(() -> models.of(Language.EN))
                    .isInstanceOf(UnreadableRecording.class)
                    .hasMessageContaining("models/en");
        }
    }
}
