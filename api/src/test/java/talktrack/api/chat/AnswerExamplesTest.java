package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.api.chat.Answer.Citation;
import talktrack.api.llm.ScriptedModel;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/**
 * Lies that a model might tell of what it cites, and sentences that say just that. In {@code
 * known}, thirty of each in a language, the rules were found; {@code unseen}, fifteen of each, was
 * written after them and shows what they miss.
 */
class AnswerExamplesTest {

    /** One sentence as a model's whole answer. */
    private record Example(int passage, String question, String sentence) {

        static Example of(String line) {
            String[] parts = line.split(" \\| ");
            return new Example(Integer.parseInt(parts[0]), parts[1], parts[2]);
        }
    }

    @ParameterizedTest
    @CsvSource({"known, EN, 0", "known, ZH, 0", "unseen, EN, 6", "unseen, ZH, 5"})
    void noMoreLiesAreShown(String set, Language language, int most) throws IOException {
        List<Citation> passages = passages(set, language);
        assertThat(examples(set + "/lies", language))
                .hasSizeGreaterThanOrEqualTo(15)
                .filteredOn(lie -> isShown(lie, passages, language))
                .hasSizeLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"known, EN, 1", "known, ZH, 0", "unseen, EN, 0", "unseen, ZH, 0"})
    void noMoreHonestSentencesAreNot(String set, Language language, int most) throws IOException {
        List<Citation> passages = passages(set, language);
        assertThat(examples(set + "/honest", language))
                .hasSizeGreaterThanOrEqualTo(15)
                .filteredOn(honest -> !isShown(honest, passages, language))
                .hasSizeLessThanOrEqualTo(most);
    }

    private static boolean isShown(Example example, List<Citation> passages, Language language) {
        try (ScriptedModel server = new ScriptedModel()) {
            Map<String, Object> sentence =
                    Map.of("text", example.sentence(), "passages", List.of(example.passage()));
            server.says(Json.text(Map.of("answered", true, "sentences", List.of(sentence))));
            return new PassageWriter(server.model())
                    .write(example.question(), language, passages, soFar -> {})
                    .isPresent();
        }
    }

    private static List<Example> examples(String name, Language language) throws IOException {
        return lines(name, language).stream().map(Example::of).toList();
    }

    private static List<Citation> passages(String set, Language language) throws IOException {
        return lines(set + "/passages", language).stream()
                .map(line -> line.split(" \\| "))
                .map(parts -> new Citation("a.md", parts[0], parts[1], 0.9))
                .toList();
    }

    private static List<String> lines(String name, Language language) throws IOException {
        String file = "/talktrack/answers/" + name + "-" + language.id() + ".txt";
        try (InputStream in = AnswerExamplesTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
