package talktrack.api.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sixty lies that a model might tell of a call, and forty honest fits of a talk track to it. */
class GroundingExamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyLieIsFound(String language) throws IOException {
        List<String> sources = lines("sources-" + language);
        assertThat(lines("lies-" + language))
                .hasSize(30)
                .allSatisfy(lie -> assertThat(Grounding.unsupported(lie, sources)).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyHonestFitPasses(String language) throws IOException {
        List<String> sources = lines("sources-" + language);
        assertThat(lines("fits-" + language))
                .hasSize(20)
                .allSatisfy(fit -> assertThat(Grounding.unsupported(fit, sources)).isEmpty());
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in =
                GroundingExamplesTest.class.getResourceAsStream(
                        "/talktrack/grounding/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
