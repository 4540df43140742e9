package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.chat.Retrieval.Unit;
import talktrack.api.documents.IndexedPassage;
import talktrack.api.documents.Passage;
import talktrack.api.documents.UnindexedPassage;
import talktrack.models.labels.Language;

class ExtractTest {

    @Test
    void onlyTheSentencesThatAnswerAreTaken() {
        assertThat(
                        extract(
                                Language.EN,
                                List.of("Backups run hourly.", "The office is blue."),
                                0.8,
                                0.3))
                .isEqualTo("Backups\nBackups run hourly.");
    }

    @Test
    void aSentenceThatPointsBackBringsTheOneBefore() {
        assertThat(
                        extract(
                                Language.EN,
                                List.of("The H1 has a tank.", "It holds four litres."),
                                0.2,
                                0.7))
                .isEqualTo("Backups\nThe H1 has a tank. It holds four litres.");
        assertThat(extract(Language.ZH, List.of("整机保修两年", "其中不含滤芯。"), 0.2, 0.7))
                .isEqualTo("Backups\n整机保修两年。其中不含滤芯。");
    }

    @Test
    void sentencesStandInTheirOrder() {
        assertThat(extract(Language.EN, List.of("First.", "Second.", "Third."), 0.5, 0.1, 0.55))
                .isEqualTo("Backups\nFirst. Third.");
    }

    @Test
    void theSentenceThatTheCrossEncoderHoldsForTheAnswerIsTaken() {
        List<String> units =
                List.of("The warranty is 24 months.", "Batteries carry 12 months.", "Ask us.");
        Candidate candidate = candidate(0, Language.EN, units, 0.4, 0.45, 0.3);
        assertThat(Extract.of(new Cited(List.of(candidate))))
                .contains("Batteries carry 12 months.");
        Candidate read = read(candidate, OptionalDouble.of(3), OptionalDouble.of(-1));
        assertThat(read.best().number()).isZero();
        assertThat(Extract.of(new Cited(List.of(read))))
                .as("a sentence that was not read answers no likelier than those that were")
                .isEqualTo("Backups\nThe warranty is 24 months.");
    }

    /** As if the cross-encoder had read the first few units. */
    private static Candidate read(Candidate candidate, OptionalDouble... answers) {
        return new Candidate(
                candidate.indexed(),
                candidate.passageCosine(),
                candidate.coverage(),
                candidate.units().stream()
                        .map(
                                unit ->
                                        new Unit(
                                                unit.number(),
                                                unit.cosine(),
                                                true,
                                                true,
                                                true,
                                                unit.number() < answers.length
                                                        ? answers[unit.number()]
                                                        : OptionalDouble.empty()))
                        .toList(),
                candidate.nearness(),
                OptionalDouble.of(1));
    }

    @Test
    void aListThatGoesOnInTheNextPassageIsAnsweredAsOne() {
        Candidate begun =
                candidate(4, Language.EN, List.of("Kept are: contracts.", "Bills."), 0.6, 0.3);
        Candidate goesOn =
                candidate(5, Language.EN, List.of("Drawings.", "They are copied."), 0.2, 0.55);
        Candidate better = candidate(5, Language.EN, List.of("A.", "B.", "C."), 0.9, 0.9, 0.9);
        assertThat(Extract.of(new Cited(List.of(begun, goesOn))))
                .isEqualTo("Backups\nKept are: contracts. Drawings. They are copied.");
        assertThat(Extract.of(new Cited(List.of(begun, better))))
                .as("what answers is not crowded out")
                .startsWith("Backups\nKept are: contracts.");
    }

    private static String extract(Language language, List<String> units, double... cosines) {
        return Extract.of(new Cited(List.of(candidate(0, language, units, cosines))));
    }

    private static Candidate candidate(
            int number, Language language, List<String> units, double... cosines) {
        Passage passage =
                new Passage(
                        "a.md",
                        "Data > Backups",
                        String.join(" ", units),
                        language,
                        units,
                        number,
                        Optional.empty(),
                        1);
        IndexedPassage indexed = UnindexedPassage.of(passage);
        return new Candidate(
                indexed,
                0,
                0,
                IntStream.range(0, cosines.length)
                        .mapToObj(
                                i ->
                                        new Unit(
                                                i,
                                                cosines[i],
                                                true,
                                                true,
                                                true,
                                                OptionalDouble.empty()))
                        .toList(),
                0,
                OptionalDouble.empty());
    }
}
