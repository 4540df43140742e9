package talktrack.models.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;

class CorporaTest {

    /** Fewer lines than this teach a classifier nothing. */
    private static final long LEAST_LINES = 25;

    @ParameterizedTest
    @EnumSource
    void everyLabelHasLines(Language language) {
        assertLines(language, "spin", labels("spin", language), List.of(QuestionType.values()));
        assertLines(
                language,
                "objection",
                labels("objection", language),
                List.of(ObjectionType.values()));
        assertLines(language, "needs", labels("needs", language), List.of(Need.values()));
        assertLines(
                language, "sentiment", labels("sentiment", language), List.of(Sentiment.values()));
        // Pauses, interruptions and monologues are read from times, not from words.
        assertLines(
                language,
                "handling",
                parts("steps", language),
                Arrays.stream(HandlingStep.values())
                        .filter(step -> step != HandlingStep.PAUSE)
                        .toList());
        assertLines(
                language,
                "handling",
                parts("faults", language),
                Arrays.stream(HandlingFault.values())
                        .filter(
                                fault ->
                                        fault != HandlingFault.INTERRUPTS
                                                && fault != HandlingFault.MONOLOGUE)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void linesAreOfManyIndustriesAndNotRepeated(Language language) {
        for (String task : List.of("spin", "objection", "needs", "sentiment", "handling")) {
            List<Map<String, String>> rows = Corpus.rows(language, task);
            Set<String> industries =
                    rows.stream().map(row -> row.get("industry")).collect(Collectors.toSet());
            assertThat(industries)
                    .as("industries of %s %s", language, task)
                    .hasSizeGreaterThanOrEqualTo(15);
            Set<String> seen = new HashSet<>();
            assertThat(rows)
                    .as("repeated rows of %s %s", language, task)
                    .allMatch(row -> seen.add(row.get("previous") + "\t" + row.get("text")));
        }
    }

    private static void assertLines(
            Language language, String task, List<String> found, List<? extends Label> labels) {
        Map<String, Long> counts =
                found.stream()
                        .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
        Set<String> known = labels.stream().map(Label::id).collect(Collectors.toSet());
        assertThat(known).as("labels of %s %s", language, task).containsAll(counts.keySet());
        for (String label : known) {
            assertThat(counts.getOrDefault(label, 0L))
                    .as("lines of %s %s labelled %s", language, task, label)
                    .isGreaterThanOrEqualTo(LEAST_LINES);
        }
    }

    private static List<String> labels(String task, Language language) {
        return Corpus.rows(language, task).stream().map(row -> row.get("label")).toList();
    }

    private static List<String> parts(String column, Language language) {
        return Corpus.rows(language, "handling").stream()
                .flatMap(row -> Stream.of(row.get(column).split("\\+")))
                .filter(part -> !part.equals("-"))
                .toList();
    }
}
