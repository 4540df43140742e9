package talktrack.api.callquestions;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import talktrack.models.events.CallMetrics;
import talktrack.models.labels.Label;

/** A metric of a call that can be asked for (docs/metrics.md). */
enum Metric implements Label {
    TALK_RATIO("talkRatio", Unit.SHARE, CallMetrics::talkRatio),
    LONGEST_MONOLOGUE(
            "longestMonologueSeconds", Unit.SECONDS, CallMetrics::longestMonologueSeconds),
    LONGEST_CUSTOMER_STORY(
            "longestCustomerStorySeconds", Unit.SECONDS, CallMetrics::longestCustomerStorySeconds),
    SWITCHES_PER_MINUTE("switchesPerMinute", Unit.PER_MINUTE, CallMetrics::switchesPerMinute),
    PATIENCE("patienceSeconds", Unit.SECONDS, CallMetrics::patienceSeconds),
    INTERRUPTIONS("interruptions", Unit.PER_CALL, metrics -> decimal(metrics.interruptions())),
    QUESTIONS_PER_HOUR("questionsPerHour", Unit.PER_HOUR, CallMetrics::questionsPerHour),
    REP_PACE("repPacePerMinute", Unit.PER_MINUTE, CallMetrics::repPacePerMinute),
    FILLER_RATIO("fillerRatio", Unit.SHARE, CallMetrics::fillerRatio),
    PREPARED_PRESENTATION(
            "preparedPresentationRatio", Unit.SHARE, CallMetrics::preparedPresentationRatio);

    private final String field;
    private final Unit unit;

    @SuppressWarnings("ImmutableEnumChecker") // pure functions
    private final Function<CallMetrics, OptionalDouble> value;

    Metric(String field, Unit unit, Function<CallMetrics, OptionalDouble> value) {
        this.field = field;
        this.unit = unit;
        this.value = value;
    }

    /** Its name in {@link CallMetrics}. */
    String field() {
        return field;
    }

    Unit unit() {
        return unit;
    }

    /** Of one call; absent where it cannot be measured. */
    OptionalDouble of(CallMetrics metrics) {
        return value.apply(metrics);
    }

    private static OptionalDouble decimal(OptionalInt whole) {
        return whole.isPresent() ? OptionalDouble.of(whole.getAsInt()) : OptionalDouble.empty();
    }
}
