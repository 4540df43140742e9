package talktrack.models.events;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.models.fixtures.AnalysisFixture.NO_LABELS;
import static talktrack.models.fixtures.AnalysisFixture.anAnalysis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.labels.Phase;

class CallAnalysisTest {

    private static final List<UtteranceReading> FOUR =
            Stream.of("a", "b", "c", "d").map(id -> new UtteranceReading(id, NO_LABELS)).toList();

    @Test
    void anUtteranceStandsInThePhaseAroundIt() {
        CallAnalysis call =
                anAnalysis("c0ffee")
                        .read(FOUR)
                        .phases(span(Phase.DISCOVERY, "a", "c"), span(Phase.CLOSING, "d", "d"))
                        .build();
        assertThat(call.phaseAt("a")).contains(Phase.DISCOVERY);
        assertThat(call.phaseAt("b")).contains(Phase.DISCOVERY);
        assertThat(call.phaseAt("d")).contains(Phase.CLOSING);
        assertThat(call.phaseAt("elsewhere")).isEmpty();
    }

    @Test
    void withoutPhasesThereIsNone() {
        assertThat(anAnalysis("c0ffee").read(FOUR).build().phaseAt("b")).isEmpty();
    }

    private static PhaseSpan span(Phase phase, String first, String last) {
        return new PhaseSpan(phase, first, last, OptionalDouble.empty(), OptionalDouble.empty());
    }
}
