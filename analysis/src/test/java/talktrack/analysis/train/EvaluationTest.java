package talktrack.analysis.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import talktrack.analysis.score.SentenceVectors;
import talktrack.analysis.train.Evaluation.Reliability.Range;
import talktrack.analysis.train.UnseenIndustries.Prediction;
import talktrack.models.labels.Language;

/** What the model card says of steps and faults of handling, on predictions made up. */
class EvaluationTest {

    private static Prediction says(String industry, Set<String> truth, String label, double yes) {
        double[] probabilities = {yes, 1 - yes};
        return new Prediction(
                new Example(
                        truth,
                        industry,
                        "a",
                        "I hear you, but no.",
                        List.of(),
                        List.of(),
                        new SentenceVectors.InContext(new float[0], Optional.empty())),
                truth.contains(label) ? "yes" : "no",
                List.of("yes", "no"),
                probabilities,
                probabilities,
                probabilities);
    }

    /** Of ten that are likely nine are there; all the others are unlikely, and are not. */
    private static List<Prediction> of(String label) {
        List<Prediction> lines =
                new ArrayList<>(Collections.nCopies(9, says("telecom", Set.of(label), label, 0.9)));
        lines.add(says("telecom", Set.of("respond"), label, 0.9));
        lines.addAll(Collections.nCopies(40, says("telecom", Set.of(), label, 0.05)));
        return lines;
    }

    private static Evaluation evaluation() {
        Map<String, List<Prediction>> predictions = new LinkedHashMap<>();
        predictions.put("acknowledge", of("acknowledge"));
        predictions.put("argues", of("argues"));
        return Evaluation.of("handling", predictions);
    }

    @Test
    void stepsAndFaultsHaveAReliabilityOfTheirOwn() {
        Map<String, Evaluation.Reliability> reliability = evaluation().reliability();
        assertThat(reliability).containsOnlyKeys("steps", "faults");
        assertThat(reliability.get("faults").ranges())
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.answers()).as("in both forms").isEqualTo(20);
                            assertThat(said.rightRatio()).isEqualTo(0.9);
                        });
        assertThat(reliability.get("steps").ranges())
                .extracting(Range::answers)
                .containsExactly(20);
    }

    @Test
    void whatWasSeenAndIsNotThereIsAMistake() {
        assertThat(evaluation().mistakes())
                .extracting(Evaluation.Mistake::truth, Evaluation.Mistake::answer)
                .containsExactlyInAnyOrder(
                        tuple("respond", "acknowledge"), tuple("respond", "argues"));
    }

    /** 18 of 20 said are right, and none of 18 is missed: 2 × 18 / (20 + 18). */
    @Test
    void theCardTellsReliabilityAndF1ByIndustryButNoConfusion() {
        Evaluation evaluation = evaluation();
        HeldOut nothing = new HeldOut(0, new Scores(), new Scores());
        assertThat(CardDetails.of(Language.EN, "handling", evaluation, nothing, nothing))
                .contains("| score | steps | mean score | right |")
                .contains("| score | faults | mean score | right |")
                .doesNotContain("truth ↓")
                .as("18 steps and faults are too few")
                .doesNotContain("by industry");
        Map<String, List<Prediction>> twice = new LinkedHashMap<>();
        for (String label : List.of("acknowledge", "argues")) {
            List<Prediction> lines = new ArrayList<>(of(label));
            lines.addAll(of(label));
            twice.put(label, lines);
        }
        assertThat(
                        CardDetails.of(
                                Language.EN,
                                "handling",
                                Evaluation.of("handling", twice),
                                nothing,
                                nothing))
                .contains("F1 by industry: telecom 0.95.");
        assertThat(CardDetails.worst(Language.EN, "handling", evaluation))
                .contains("| en | handling | respond | argues |");
    }
}
