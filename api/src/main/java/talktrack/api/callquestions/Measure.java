package talktrack.api.callquestions;

import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Skill;

/** What a question wants measured. */
sealed interface Measure {

    record OfSkill(Skill skill) implements Measure {}

    record OfMetric(Metric metric) implements Measure {}

    /** Objections of one type: how they are handled, or how many there are. */
    record OfObjections(ObjectionType type) implements Measure {}

    /** Such as {@code skill:listening}. */
    default String id() {
        return switch (this) {
            case OfSkill(var skill) -> "skill:" + skill.id();
            case OfMetric(var metric) -> "metric:" + metric.id();
            case OfObjections(var type) -> "objection:" + type.id();
        };
    }

    default Unit unit() {
        return this instanceof OfMetric(var metric) ? metric.unit() : Unit.POINTS;
    }
}
