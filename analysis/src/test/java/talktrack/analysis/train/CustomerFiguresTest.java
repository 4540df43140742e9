package talktrack.analysis.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.analysis.score.CustomerTalk;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;

/** Talks with customers are told from others as well as docs/model-card.md says. */
class CustomerFiguresTest {

    @ParameterizedTest
    @EnumSource
    void callsThatNothingLearnsFromAreTakenForCalls(Language language) {
        CustomerFigures figures = CustomerFigures.of(language);
        assertThat(figures.calls()).isPositive();
        assertThat(figures.kept()).isEqualTo(figures.calls());
    }

    @ParameterizedTest
    @EnumSource
    void newsAndFamiliesAreNot(Language language) {
        CustomerFigures figures = CustomerFigures.of(language);
        assertThat(figures.stretches()).isGreaterThan(8);
        assertThat((double) figures.found() / figures.stretches()).isGreaterThan(0.75);
    }

    @ParameterizedTest
    @EnumSource
    void hardlyATalkWithACustomerIsLost(Language language) {
        CustomerTalk.Measured leftOut = CustomerTalk.of(language).measured();
        assertThat(leftOut.customerKept()).isGreaterThan(0.98);
        assertThat(leftOut.otherFound()).isGreaterThan(0.4);
    }

    @ParameterizedTest
    @EnumSource
    void aPieceIsOfOneKindAndByOneHand(Language language) {
        Map<String, List<Map<String, String>>> pieces =
                Corpus.rows(language, CustomerTraining.TASK).stream()
                        .collect(Collectors.groupingBy(row -> row.get("piece")));
        assertThat(pieces).hasSizeGreaterThan(100);
        assertThat(pieces.values())
                .allSatisfy(
                        rows -> {
                            assertThat(rows).hasSizeGreaterThan(7);
                            for (String column : List.of("author", "customer", "kind")) {
                                assertThat(rows)
                                        .extracting(row -> row.get(column))
                                        .containsOnly(rows.getFirst().get(column));
                            }
                        });
    }

    @ParameterizedTest
    @EnumSource
    void whatItIsMeasuredOnIsNotLearntFrom(Language language) {
        Set<String> learnt =
                Corpus.rows(language, CustomerTraining.TASK).stream()
                        .map(row -> row.get("text"))
                        .collect(Collectors.toCollection(HashSet::new));
        List<String> held =
                NoSale.TASKS.stream()
                        .flatMap(task -> NoSale.rows(language, task).stream())
                        .map(row -> row.get("text"))
                        .toList();
        assertThat(Collections.disjoint(learnt, held)).isTrue();
    }
}
