package talktrack.api.callquestions;

import java.time.Instant;
import java.util.List;
import talktrack.analysis.advice.Observed;
import talktrack.analysis.advice.SkillChange;
import talktrack.models.events.SkillScore;

/** Whether a measure moved from some calls to later ones, or may only seem to. */
enum Trend {
    /** Fewer than {@link #CALLS_NEEDED} calls show it on either side. */
    THIN,
    UP,
    DOWN,
    UNSURE;

    /** On either side, as {@link SkillChange} needs them. */
    static final int CALLS_NEEDED = 5;

    private static final double FLAT_BELOW = 0.1;

    /**
     * Scores move as on the practice page, see {@link SkillChange}. Other measures have no bands:
     * they move when their means differ by more than a tenth, and by more than twice their standard
     * errors together.
     */
    static Trend of(List<Heard> before, List<Heard> after, Measure measure) {
        if (Math.min(shown(before, measure), shown(after, measure)) < CALLS_NEEDED) {
            return THIN;
        }
        return measure instanceof Measure.OfMetric
                ? ofValues(values(before, measure), values(after, measure))
                : switch (SkillChange.between(observed(before, measure), observed(after, measure))
                        .verdict()) {
                    case IMPROVED -> UP;
                    case FELL -> DOWN;
                    case NOT_MOVED, TOO_EARLY -> UNSURE;
                };
    }

    /** How many calls show it. */
    static int shown(List<Heard> calls, Measure measure) {
        return (int) calls.stream().filter(call -> !call.values(measure).isEmpty()).count();
    }

    private static List<Observed> observed(List<Heard> calls, Measure measure) {
        return calls.stream()
                .filter(call -> !call.values(measure).isEmpty())
                .map(call -> observed(call, measure))
                .toList();
    }

    /** A call counts once, however many objections it has. */
    private static Observed observed(Heard heard, Measure measure) {
        Instant startedAt = heard.call().details().startedAt();
        if (measure instanceof Measure.OfSkill(var skill)) {
            SkillScore score =
                    heard.analysis()
                            .countedSkills()
                            .filter(one -> one.skill() == skill)
                            .findFirst()
                            .orElseThrow();
            return Observed.of(heard.call().id(), startedAt, score);
        }
        double mean = mean(heard.values(measure).stream().mapToDouble(value -> value).toArray());
        return new Observed(heard.call().id(), startedAt, mean, 1);
    }

    private static double[] values(List<Heard> calls, Measure measure) {
        return calls.stream()
                .flatMap(call -> call.values(measure).stream())
                .mapToDouble(value -> value)
                .toArray();
    }

    private static Trend ofValues(double[] before, double[] after) {
        double rise = mean(after) - mean(before);
        double needed =
                Math.max(
                        Math.abs(mean(before)) * FLAT_BELOW,
                        2 * (standardError(before) + standardError(after)));
        if (Math.abs(rise) <= needed) {
            return UNSURE;
        }
        return rise > 0 ? UP : DOWN;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
