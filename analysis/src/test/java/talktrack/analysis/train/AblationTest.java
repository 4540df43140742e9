package talktrack.analysis.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import talktrack.analysis.score.SentenceVectors;
import talktrack.models.labels.Language;

class AblationTest {

    private static final int OF_EACH = 60;

    private final Random random = new Random(7);

    /** Meaning tells nothing here: the vectors are noise. */
    private float[] noise() {
        return new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()};
    }

    private Example line(String label, boolean unseen, List<String> features, boolean previous) {
        return new Example(
                Set.of(label),
                unseen ? UnseenIndustries.of(Language.EN).iterator().next() : "software",
                "a",
                "text",
                features,
                features,
                new SentenceVectors.InContext(
                        noise(), previous ? Optional.of(noise()) : Optional.empty()));
    }

    /** Of three labels one shows in the form, one in what was said before, one in nothing. */
    private List<Example> lines(boolean previous) {
        List<Example> lines = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            boolean unseen = i % 3 == 0;
            lines.add(line("situation", unseen, List.of("n=usual", "q=how@start"), previous));
            lines.add(line("implication", unseen, List.of("n=usual", "prev=trouble"), previous));
            lines.add(line("none", unseen, List.of("n=usual"), previous));
        }
        return lines;
    }

    private static Map<String, Optional<Double>> without(List<Example> lines) {
        var all = Evaluation.predictions(Language.EN, "spin", lines);
        assertThat(Evaluation.of("spin", all).spoken().macroF1()).isEqualTo(1);
        List<Optional<Double>> f1s = Ablation.spokenF1s(Language.EN, "spin", lines, all);
        Map<String, Optional<Double>> named = new LinkedHashMap<>();
        for (int i = 0; i < f1s.size(); i++) {
            named.put(Ablation.groups().get(i), f1s.get(i));
        }
        return named;
    }

    @Test
    void whatALabelShowsInIsMissedAndNothingElse() {
        Map<String, Optional<Double>> without = without(lines(true));
        assertThat(without.get("question form").orElseThrow()).isLessThan(0.8);
        assertThat(without.get(Ablation.BEFORE).orElseThrow()).isLessThan(0.8);
        assertThat(without.get("words")).hasValue(1.0);
        assertThat(without.get("pieces of words")).hasValue(1.0);
        assertThat(without.get("cue lists")).hasValue(1.0);
    }

    @Test
    void whatATaskIsNotShownCannotBeLeftOut() {
        assertThat(without(lines(false)).get(Ablation.BEFORE)).isEmpty();
    }
}
