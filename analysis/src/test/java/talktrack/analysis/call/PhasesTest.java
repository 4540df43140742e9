package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import talktrack.models.events.PhaseSpan;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Phase;
import talktrack.models.labels.QuestionType;

/** docs/metrics.md, phases. */
class PhasesTest {

    /** Greeting 2 turns, questions 6, presentation 4, objections 4, closing 4. */
    private static LabelledCall english() {
        LabelledCall call =
                call().rep("Good morning, this is Ann from Loadlight.")
                        .customer("Good morning, this is Bob here.");
        for (QuestionType type :
                List.of(QuestionType.SITUATION, QuestionType.PROBLEM, QuestionType.IMPLICATION)) {
            call.asks(type);
        }
        for (int i = 0; i < 2; i++) {
            call.rep("our system shows you the screen and what it does for other customers")
                    .customer("how does it work then?");
        }
        for (int i = 0; i < 2; i++) {
            call.rep("the price is the price and the budget is the budget")
                    .customer("that is dear for us")
                    .objecting(ObjectionType.PRICE, 0.9);
        }
        return call.rep("Shall I come by on Tuesday for the demo? I'll send the invitation.")
                .asking(QuestionType.CLOSING)
                .customer("Tuesday works, see you then.")
                .rep("Thanks for your time, goodbye.")
                .customer("bye");
    }

    private static List<Phase> names(List<PhaseSpan> spans) {
        return spans.stream().map(PhaseSpan::phase).toList();
    }

    @Test
    void aWholeCallGoesThroughAllFive() {
        LabelledCall call = english();
        List<PhaseSpan> spans = Phases.of(call.build());
        assertThat(names(spans)).containsExactly(Phase.values());
        assertThat(spans)
                .extracting(PhaseSpan::firstId)
                .containsExactly(call.id(0), call.id(2), call.id(8), call.id(12), call.id(16));
    }

    @Test
    void aChineseCallToo() {
        LabelledCall call =
                call().in(Language.ZH)
                        .rep("您好，我是澜序人力的陈浩。")
                        .customer("你好你好，我是老王。")
                        .asks(QuestionType.SITUATION)
                        .asks(QuestionType.PROBLEM)
                        .asks(QuestionType.IMPLICATION)
                        .rep("我们的系统可以自动排班，给您演示一下功能。")
                        .customer("这个怎么用呢？")
                        .rep("您看屏幕，这里直接显示。")
                        .customer("那手机上有没有？")
                        .rep("那我周二上午十点上门演示，到时候联系您。")
                        .asking(QuestionType.CLOSING)
                        .customer("行，周二见。")
                        .rep("好的，再见。")
                        .customer("再见。");
        assertThat(names(Phases.of(call.build())))
                .containsExactly(Phase.OPENING, Phase.DISCOVERY, Phase.PRESENTATION, Phase.CLOSING);
    }

    @Test
    void everyUtteranceIsInOnePhaseAndTimesFollow() {
        SpokenCall call = english().build();
        List<PhaseSpan> spans = Phases.of(call);
        assertThat(spans.getFirst().firstId())
                .isEqualTo(call.utterances().getFirst().utterance().utteranceId());
        assertThat(spans.getLast().lastId())
                .isEqualTo(call.utterances().getLast().utterance().utteranceId());
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).startSeconds().orElseThrow())
                    .isGreaterThanOrEqualTo(spans.get(i - 1).startSeconds().orElseThrow());
        }
        assertThat(spans.getLast().endSeconds().orElseThrow())
                .isCloseTo(call.durationSeconds().orElseThrow(), within(1e-9));
    }

    @Test
    void withoutTimesThereAreUtterancesOnly() {
        SpokenCall timed = english().build();
        LabelledCall untimed = call().untimed();
        timed.utterances()
                .forEach(
                        said -> {
                            switch (said.utterance().speaker()) {
                                case REP -> untimed.rep(said.utterance().text());
                                default -> untimed.customer(said.utterance().text());
                            }
                        });
        assertThat(Phases.of(untimed.build()))
                .isNotEmpty()
                .allMatch(span -> span.startSeconds().isEmpty() && span.endSeconds().isEmpty());
    }

    @Test
    void noneWhereNobodyCouldTell() {
        assertThat(Phases.of(call().rep("hello there").customer("hello you").build())).isEmpty();
        assertThat(Phases.of(english().bySpeakersUnknown().build())).isEmpty();
        LabelledCall unclear = call();
        for (int i = 0; i < 10; i++) {
            unclear.rep("what is it").unclear().customer("it is this").unclear();
        }
        assertThat(Phases.of(unclear.build())).isEmpty();
    }

    /** Two turns: opening at once, then discovery: 1 + 3 − 1.5 beats staying, 1 + 0. */
    @Test
    void theWayWithTheMostPointsWins() {
        assertThat(Phases.best(List.of(points(1, 0, 0, 0, 0), points(0, 3, 0, 0, 0))))
                .containsExactly(Phase.OPENING, Phase.DISCOVERY);
        assertThat(Phases.best(List.of(points(1, 0, 0, 0, 0), points(0, 1, 0, 0, 0))))
                .containsExactly(Phase.OPENING, Phase.OPENING);
        // closing ends a call, however much later turns speak for another phase
        assertThat(Phases.best(List.of(points(0, 0, 0, 0, 50), points(9, 9, 9, 9, 0))))
                .containsExactly(Phase.CLOSING, Phase.CLOSING);
    }

    @Property
    void neverGoesBackButFromPresentationAndObjections(
            @ForAll @IntRange(min = 1, max = 60) int turns, @ForAll long seed) {
        Random random = new Random(seed);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            points.add(random.doubles(5, -6, 6).toArray());
        }
        List<Phase> way = Phases.best(points);
        assertThat(way).hasSize(turns);
        for (int i = 1; i < turns; i++) {
            assertThat(Phases.change(way.get(i - 1), way.get(i)))
                    .isGreaterThan(Double.NEGATIVE_INFINITY);
        }
        assertThat(way.lastIndexOf(Phase.OPENING) + 1)
                .isEqualTo((int) way.stream().filter(p -> p == Phase.OPENING).count());
    }

    private static double[] points(double... points) {
        return points;
    }
}
