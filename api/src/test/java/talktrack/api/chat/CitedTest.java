package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.chat.Retrieval.Unit;
import talktrack.api.documents.IndexedPassage;
import talktrack.api.documents.Passage;
import talktrack.api.documents.UnindexedPassage;
import talktrack.models.labels.Language;

/** What is cited of passages named by document and number, best first. */
class CitedTest {

    @Test
    void neighboursTakeOnePlaceAndReadAsTheDocumentHasThem() {
        List<Cited> cited = Cited.of(candidates("a5", "b1", "a4", "c2"));
        assertThat(shown(cited)).containsExactly("a4 a5", "b1", "c2");
        assertThat(cited.getFirst().passage().number()).as("where a link opens").isEqualTo(5);
        assertThat(cited.getFirst().text()).isEqualTo("Text of a4.\n\nText of a5.");
    }

    @Test
    void aPlaceThatBecomesFreeGoesToTheNextBest() {
        assertThat(shown(Cited.of(candidates("a5", "a6", "a9", "b1", "a12"))))
                .containsExactly("a5 a6", "a9", "b1");
        assertThat(shown(Cited.of(candidates("a5", "a6", "a9", "a12"))))
                .containsExactly("a5 a6", "a9", "a12");
    }

    @Test
    void whatIsNoNeighbourStandsAlone() {
        assertThat(shown(Cited.of(candidates("a5", "b6")))).containsExactly("a5", "b6");
        assertThat(shown(Cited.of(candidates("a5", "a7")))).containsExactly("a5", "a7");
        Candidate below = candidate("a", 6, "Another section");
        assertThat(shown(Cited.of(List.of(candidate("a", 5, "Section"), below))))
                .containsExactly("a5", "a6");
    }

    @Test
    void threePassagesAtMostAreOne() {
        assertThat(shown(Cited.of(candidates("a1", "a2", "a3", "a4", "b1"))))
                .containsExactly("a1 a2 a3", "a4", "b1");
    }

    /** As it was before neighbours were joined: the best two, and the best of another document. */
    @Test
    void nothingThatWasCitedAloneIsLost() {
        Random random = new Random(6);
        for (int i = 0; i < 1000; i++) {
            List<Candidate> candidates =
                    candidates(
                            random.ints(0, 18)
                                    .distinct()
                                    .limit(8)
                                    .mapToObj(n -> "abc".substring(n / 6, n / 6 + 1) + n % 6)
                                    .toArray(String[]::new));
            List<Cited> cited = Cited.of(candidates);
            Set<String> two =
                    candidates.stream()
                            .limit(2)
                            .map(one -> one.passage().document())
                            .collect(Collectors.toSet());
            Candidate third =
                    candidates.stream()
                            .skip(2)
                            .filter(one -> !two.contains(one.passage().document()))
                            .findFirst()
                            .orElse(candidates.get(2));
            assertThat(cited.stream().flatMap(one -> one.parts().stream()))
                    .contains(candidates.get(0), candidates.get(1), third);
            assertThat(cited.size()).isLessThanOrEqualTo(Cited.PLACES);
            assertThat(cited.getFirst().best()).isEqualTo(candidates.getFirst());
        }
    }

    private static List<String> shown(List<Cited> cited) {
        return cited.stream()
                .map(
                        one ->
                                one.inOrder().stream()
                                        .map(Candidate::passage)
                                        .map(passage -> passage.document() + passage.number())
                                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static List<Candidate> candidates(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(
                        i ->
                                candidate(
                                        names[i].substring(0, 1),
                                        Integer.parseInt(names[i].substring(1)),
                                        "Section"))
                .toList();
    }

    private static Candidate candidate(String document, int number, String heading) {
        String text = "Text of " + document + number + ".";
        Passage passage =
                new Passage(
                        document,
                        heading,
                        text,
                        Language.EN,
                        List.of(text),
                        number,
                        Optional.empty(),
                        1);
        IndexedPassage indexed = UnindexedPassage.of(passage);
        return new Candidate(
                indexed,
                0,
                0,
                List.of(new Unit(0, 1, true, true, true, OptionalDouble.empty())),
                0,
                OptionalDouble.empty());
    }
}
