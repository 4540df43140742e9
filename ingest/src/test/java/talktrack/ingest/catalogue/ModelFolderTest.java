package talktrack.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {

    @TempDir Path temporary;

    @Test
    void aWholeModelHasNoFlaw() throws Exception {
        assertThat(ModelFolder.flaw(Models.folder(temporary, 16_000))).isEmpty();
    }

    @Test
    void aModelThatSaysNoRateHasKaldisDefault() throws Exception {
        Models.folder(temporary, 16_000);
        Files.writeString(temporary.resolve("conf/mfcc.conf"), "--use-energy=false\n");

        assertThat(ModelFolder.flaw(temporary)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 44_100})
    void anotherRateIsAFlaw(int rate) throws Exception {
        assertThat(ModelFolder.flaw(Models.folder(temporary, rate)))
                .hasValueSatisfying(
                        flaw ->
                                assertThat(flaw)
                                        .contains("at " + rate + " Hz")
                                        .contains("hears at 16000 Hz"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"am/final.mdl", "conf/mfcc.conf", "graph/Gr.fst", "graph/HCLr.fst"})
    void aPartThatIsMissingOrEmptyIsAFlaw(String part) throws Exception {
        Models.folder(temporary, 16_000);
        Files.write(temporary.resolve(part), new byte[0]);
        assertThat(ModelFolder.flaw(temporary)).isPresent();

        Files.delete(temporary.resolve(part));
        assertThat(ModelFolder.flaw(temporary)).isPresent();
    }

    @Test
    void aModelOneFolderTooDeepIsNamedAsSuch() throws Exception {
        Models.folder(temporary.resolve("vosk-model"), 16_000);

        assertThat(ModelFolder.flaw(temporary))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("directly in the folder"));
    }
}
