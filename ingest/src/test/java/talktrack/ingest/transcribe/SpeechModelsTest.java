package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.ingest.UnreadableRecording;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;

class SpeechModelsTest {

    @TempDir Path temporary;

    private Path folder;

    @BeforeEach
    void aModelsFolder() throws Exception {
        folder = Files.createDirectory(temporary.resolve("models"));
    }

    @Test
    void chineseWithoutAModelNamesTheCure() {
        try (SpeechModels models = new SpeechModels(folder)) {
            assertThatThrownBy(() -> models.of(Language.ZH))
                    .isInstanceOfSatisfying(
                            UnreadableRecording.class,
                            e -> assertThat(e.kind()).isEqualTo(FailureKind.NO_SPEECH_MODEL))
                    .hasMessageContaining("no speech model for Chinese")
                    .hasMessageContaining("talktrack models install vosk-model-")
                    .hasMessageContaining("--data " + folder.getParent());
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
                        .hasMessageContaining("cannot be used: it ")
                        .hasMessageContaining("talktrack models install");
            }
        }
    }

    @Test
    void aModelOfAnotherRateIsRefusedBeforeVoskSeesIt() throws Exception {
        write("en/am/final.mdl", "acoustics");
        write("en/conf/mfcc.conf", "--sample-frequency=8000\n");
        write("en/graph/HCLG.fst", "graph");

        try (SpeechModels models = new SpeechModels(folder)) {
            assertThatThrownBy(() -> models.of(Language.EN))
                    .isInstanceOf(UnreadableRecording.class)
                    .hasMessageContaining("at 8000 Hz");
        }
    }

    @Test
    void anotherChoiceOutdatesWhatIsLoaded() throws Exception {
        try (SpeechModels models = new SpeechModels(folder)) {
            assertThat(models.outdated()).isFalse();
            assertThat(models.of(Language.EN).starter()).isTrue();
            assertThat(models.outdated()).isFalse();

            Files.createSymbolicLink(folder.resolve("en"), folder.resolve("other"));
            assertThat(models.outdated()).isTrue();

            Files.delete(folder.resolve("en"));
            assertThat(models.outdated()).isFalse();
        }
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aLinkToNowhereIsNoModel() throws Exception {
        Files.createSymbolicLink(folder.resolve("en"), folder.resolve("gone"));

        try (SpeechModels models = new SpeechModels(folder)) {
            assertThatThrownBy(() -> models.of(Language.EN))
                    .isInstanceOf(UnreadableRecording.class)
                    .hasMessageContaining("models/en")
                    .hasMessageContaining("leads nowhere");
        }
    }
}
