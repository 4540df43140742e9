package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import talktrack.models.events.CallMetrics;
import talktrack.models.labels.QuestionType;

/** What holds for every metric of docs/metrics.md on whatever is said. */
class MetricPropertiesTest {

    private static final Offset<Double> A_LITTLE = Offset.offset(1e-6);

    /**
     * @param gapSeconds before it, negative where it begins while the one before still speaks
     */
    record Said(boolean rep, double gapSeconds, double seconds, boolean asks, String text) {}

    @Provide
    Arbitrary<List<Said>> talks() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.doubles().between(-2, 5),
                        Arbitraries.doubles().between(0.5, 60),
                        Arbitraries.of(true, false),
                        Arbitraries.of(
                                "um well let me think about that",
                                "what goes wrong there today",
                                "mm hm",
                                "we have been doing it like that for years"))
                .as(Said::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    /** The talk, shifted and stretched in time. */
    private static CallMetrics of(List<Said> talk, double stretch) {
        LabelledCall call = call();
        double at = 2;
        for (Said said : talk) {
            double start = Math.max(0, at + said.gapSeconds());
            double end = start + said.seconds();
            if (said.rep()) {
                call.rep(start * stretch, end * stretch, said.text());
                if (said.asks()) {
                    call.asking(QuestionType.PROBLEM);
                }
            } else {
                call.customer(start * stretch, end * stretch, said.text());
            }
            at = Math.max(at, end);
        }
        return Metrics.of(call.build(), List.of());
    }

    private static double seconds(List<Said> talk, boolean rep) {
        return talk.stream().filter(one -> one.rep() == rep).mapToDouble(Said::seconds).sum();
    }

    private static void isBetween(OptionalDouble value, double low, double high) {
        value.ifPresent(v -> assertThat(v).isBetween(low - 1e-6, high + 1e-6));
    }

    @Property(tries = 300)
    void sharesAreSharesAndNothingLastsLongerThanTheSpeechItIsMadeOf(
            @ForAll("talks") List<Said> talk) {
        CallMetrics metrics = of(talk, 1);
        isBetween(metrics.talkRatio(), 0, 1);
        isBetween(metrics.fillerRatio(), 0, 1);
        isBetween(metrics.longestMonologueSeconds(), 0, seconds(talk, true));
        isBetween(metrics.longestCustomerStorySeconds(), 0, seconds(talk, false));
        isBetween(metrics.overlapSeconds(), 0, Math.min(seconds(talk, true), seconds(talk, false)));
        isBetween(metrics.nonTalkSeconds(), 0, Double.MAX_VALUE);
        isBetween(
                metrics.patienceSeconds(),
                0,
                2 + talk.stream().mapToDouble(t -> t.seconds() + 5).sum());
        metrics.interruptions()
                .ifPresent(
                        n ->
                                assertThat((long) n)
                                        .isBetween(0L, talk.stream().filter(Said::rep).count()));
    }

    @Property(tries = 300)
    void theLongestSpeechIsAtLeastTheLongestUtterance(@ForAll("talks") List<Said> talk) {
        CallMetrics metrics = of(talk, 1);
        talk.stream()
                .filter(Said::rep)
                .mapToDouble(Said::seconds)
                .max()
                .ifPresent(
                        longest ->
                                assertThat(metrics.longestMonologueSeconds().orElseThrow())
                                        .isGreaterThanOrEqualTo(longest - 1e-6));
    }

    @Property(tries = 300)
    void questionsAreCountedOnceEach(@ForAll("talks") List<Said> talk) {
        CallMetrics metrics = of(talk, 1);
        long asked = talk.stream().filter(one -> one.rep() && one.asks()).count();
        if (metrics.questionsByType().isEmpty()) {
            assertThat(talk).noneMatch(Said::rep);
        } else {
            assertThat(metrics.questionsByType()).containsEntry("problem", (int) asked);
            assertThat(metrics.questionsPerHour().orElseThrow() > 0).isEqualTo(asked > 0);
        }
    }

    /** Spoken twice as slowly, rates halve, times double, and shares stay. */
    @Property(tries = 200)
    void ratesTimesAndSharesKeepTheirUnits(@ForAll("talks") List<Said> talk) {
        List<Said> spaced =
                talk.stream()
                        .map(
                                s ->
                                        new Said(
                                                s.rep(),
                                                Math.abs(s.gapSeconds()),
                                                s.seconds() + 2,
                                                s.asks(),
                                                s.text()))
                        .toList();
        CallMetrics once = of(spaced, 1);
        CallMetrics slow = of(spaced, 2);
        same(slow.talkRatio(), once.talkRatio(), 1);
        same(slow.fillerRatio(), once.fillerRatio(), 1);
        same(slow.switchesPerMinute(), once.switchesPerMinute(), 0.5);
        same(slow.questionsPerHour(), once.questionsPerHour(), 0.5);
        same(slow.repPacePerMinute(), once.repPacePerMinute(), 0.5);
        same(slow.customerPacePerMinute(), once.customerPacePerMinute(), 0.5);
        same(slow.patienceSeconds(), once.patienceSeconds(), 2);
        same(slow.nonTalkSeconds(), once.nonTalkSeconds(), 2);
        same(slow.overlapSeconds(), once.overlapSeconds(), 2);
    }

    private static void same(OptionalDouble value, OptionalDouble other, double factor) {
        assertThat(value.isPresent()).isEqualTo(other.isPresent());
        value.ifPresent(v -> assertThat(v).isCloseTo(other.getAsDouble() * factor, A_LITTLE));
    }

    /** Whoever speaks: rep and customer swap their figures. */
    @Property(tries = 200)
    void theSidesAreMeasuredAlike(@ForAll("talks") List<Said> talk) {
        List<Said> swapped =
                talk.stream()
                        .map(s -> new Said(!s.rep(), s.gapSeconds(), s.seconds(), false, s.text()))
                        .toList();
        CallMetrics one = of(talk, 1);
        CallMetrics other = of(swapped, 1);
        same(other.longestMonologueSeconds(), one.longestCustomerStorySeconds(), 1);
        same(other.repPacePerMinute(), one.customerPacePerMinute(), 1);
        if (one.talkRatio().isPresent() && other.talkRatio().isPresent()) {
            assertThat(other.talkRatio().getAsDouble())
                    .isCloseTo(1 - one.talkRatio().getAsDouble(), A_LITTLE);
            same(other.overlapSeconds(), one.overlapSeconds(), 1);
        }
        same(other.nonTalkSeconds(), one.nonTalkSeconds(), 1);
    }
}
