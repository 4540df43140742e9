package talktrack.api.callquestions;

import java.util.OptionalDouble;
import talktrack.models.events.CallMetrics;
import talktrack.models.labels.Label;

/** A metric of a call that can be asked for (docs/metrics.md). */
enum Metric implements Label {
    TALK_RATIO("talkRatio", Unit.SHARE),
    LONGEST_MONOLOGUE("longestMonologueSeconds", Unit.SECONDS),
    LONGEST_CUSTOMER_STORY("longestCustomerStorySeconds", Unit.SECONDS),
    SWITCHES_PER_MINUTE("switchesPerMinute", Unit.PER_MINUTE),
    PATIENCE("patienceSeconds", Unit.SECONDS),
    INTERRUPTIONS("interruptions", Unit.PER_CALL),
    QUESTIONS_PER_HOUR("questionsPerHour", Unit.PER_HOUR),
    REP_PACE("repPacePerMinute", Unit.PER_MINUTE),
    FILLER_RATIO("fillerRatio", Unit.SHARE),
    PREPARED_PRESENTATION("preparedPresentationRatio", Unit.SHARE);

    private final String field;
    private final Unit unit;

    Metric(String field, Unit unit) {
        this.field = field;
        this.unit = unit;
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
        return switch (this) {
            case TALK_RATIO -> metrics.talkRatio();
            case LONGEST_MONOLOGUE -> metrics.longestMonologueSeconds();
            case LONGEST_CUSTOMER_STORY -> metrics.longestCustomerStorySeconds();
            case SWITCHES_PER_MINUTE -> metrics.switchesPerMinute();
            case PATIENCE -> metrics.patienceSeconds();
            case INTERRUPTIONS -> decimal(metrics);
            case QUESTIONS_PER_HOUR -> metrics.questionsPerHour();
            case REP_PACE -> metrics.repPacePerMinute();
            case FILLER_RATIO -> metrics.fillerRatio();
            case PREPARED_PRESENTATION -> metrics.preparedPresentationRatio();
        };
    }

    private static OptionalDouble decimal(CallMetrics metrics) {
        return metrics.interruptions().isPresent()
                ? OptionalDouble.of(metrics.interruptions().getAsInt())
                : OptionalDouble.empty();
    }
}
