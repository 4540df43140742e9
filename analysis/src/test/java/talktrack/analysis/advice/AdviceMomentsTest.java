package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import talktrack.analysis.call.CallReader;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.ObjectionType;

class AdviceMomentsTest {

    private static ObjectionHandling handled(String id, OptionalDouble score) {
        return new ObjectionHandling(
                id,
                ObjectionType.PRICE,
                0.9,
                List.of(),
                List.of(),
                List.of(),
                score,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false);
    }

    @Test
    void theWorstHandledComesFirstTheUnansweredBeforeAllAndTheWellHandledNowhere() {
        CallFixture call = CallFixture.aCall().build();
        CallAnalysis empty = CallReader.read(call.details(), call.end(), List.of(), ZoneOffset.UTC);
        CallAnalysis analysis =
                new CallAnalysis(
                        empty.callId(),
                        empty.revision(),
                        empty.repId(),
                        empty.teamId(),
                        empty.customer(),
                        empty.language(),
                        empty.startedAt(),
                        empty.week(),
                        empty.model(),
                        empty.rulesVersion(),
                        empty.metrics(),
                        empty.labels(),
                        List.of(
                                handled("good", OptionalDouble.of(90)),
                                handled("early", OptionalDouble.of(10)),
                                handled("late", OptionalDouble.of(10)),
                                handled("unanswered", OptionalDouble.empty())),
                        empty.needs(),
                        empty.skills(),
                        empty.commitment(),
                        empty.commitmentIds(),
                        empty.cautions(),
                        empty.demonstration(),
                        empty.phases(),
                        empty.commitmentDay(),
                        empty.kind(),
                        empty.sale(),
                        empty.course(),
                        empty.metricEvidence());
        assertThat(AdviceMoments.of(analysis))
                .extracting(AdviceMoment::utteranceId)
                .containsExactly("unanswered", "early", "late");
    }
}
