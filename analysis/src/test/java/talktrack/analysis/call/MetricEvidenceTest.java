package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import talktrack.models.labels.QuestionType;

/** Every metric leads to the utterances that show it. */
class MetricEvidenceTest {

    private static final LabelledCall CALL =
            call().rep(0, 30, "um let me first tell you who we are and what we do here")
                    .customer(31, 40, "we have been looking for something like that all year")
                    .rep(35, 45, "and what goes wrong there today")
                    .asking(QuestionType.PROBLEM)
                    .customer(60, 62, "nearly everything goes wrong");

    @Test
    void everyMetricOfATimedCallHasSome() {
        Map<String, List<String>> evidence = MetricEvidence.of(CALL.build());
        assertThat(evidence.get("talkRatio")).startsWith(CALL.id(0));
        assertThat(evidence.get("longestMonologueSeconds")).containsExactly(CALL.id(0));
        assertThat(evidence.get("longestCustomerStorySeconds")).containsExactly(CALL.id(1));
        assertThat(evidence.get("switchesPerMinute")).startsWith(CALL.id(0));
        assertThat(evidence.get("patienceSeconds")).containsExactly(CALL.id(2));
        assertThat(evidence.get("interruptions")).containsExactly(CALL.id(2));
        assertThat(evidence.get("questionsPerHour")).containsExactly(CALL.id(2));
        assertThat(evidence.get("fillerRatio")).containsExactly(CALL.id(0));
        assertThat(evidence.get("repPacePerMinute")).startsWith(CALL.id(2));
        assertThat(evidence.get("customerPacePerMinute")).containsExactly(CALL.id(1));
        assertThat(evidence.get("nonTalkSeconds")).containsExactly(CALL.id(3), CALL.id(1));
        assertThat(evidence.get("overlapSeconds")).containsExactly(CALL.id(2));
    }

    @Test
    void withoutTimesOnlyTheWordsAreEvidence() {
        LabelledCall untimed = call().untimed().rep("um how do you do").customer("very well");
        assertThat(MetricEvidence.of(untimed.build())).containsOnlyKeys("talkRatio", "fillerRatio");
    }

    @Test
    void ofNothingThereIsNone() {
        assertThat(MetricEvidence.of(call().build())).isEmpty();
    }
}
