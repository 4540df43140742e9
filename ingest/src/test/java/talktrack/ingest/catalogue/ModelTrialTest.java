package talktrack.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModelTrialTest {

    @Test
    void aStrangersModelIsLoadedWhereNoKeysAre() {
        assertThat(System.getenv()).as("set by the build").containsKey("TALKTRACK_TEST_KEY");
        assertThat(ModelTrial.child(Path.of("model")).environment())
                .containsKey("PATH")
                .doesNotContainKey("TALKTRACK_TEST_KEY");
    }
}
