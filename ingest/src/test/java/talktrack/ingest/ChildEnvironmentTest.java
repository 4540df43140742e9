package talktrack.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChildEnvironmentTest {

    private final Map<String, String> environment =
            new TreeMap<>(
                    Map.of(
                            "PATH", "/bin",
                            "AWS_SECRET_ACCESS_KEY", "secret",
                            "TALKTRACK_LLM_API_KEY", "secret",
                            "talktrack.llm.api-key", "secret",
                            "TALKTRACK_RECORDINGS_S3_SECRET_KEY", "secret",
                            "LAWS_OF_TALKTRACK", "none"));

    @Test
    void noKeyIsLeft() {
        ChildEnvironment.dropKeys(environment);
        assertThat(environment).containsOnlyKeys("PATH", "LAWS_OF_TALKTRACK");
    }

    @Test
    void onlyTheStoresKeysAreLeft() {
        ChildEnvironment.keepStoreKeys(environment);
        assertThat(environment)
                .containsOnlyKeys(
                        "PATH",
                        "LAWS_OF_TALKTRACK",
                        "AWS_SECRET_ACCESS_KEY",
                        "TALKTRACK_RECORDINGS_S3_SECRET_KEY");
    }
}
