package talktrack.analysis.call;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Speaker;

/** The rep's questions. */
final class Questions {

    private Questions() {}

    static List<ScoredUtterance> of(SpokenCall call, QuestionType type) {
        return call.clear(Speaker.REP).stream()
                .filter(said -> said.labels().question().label() == type)
                .toList();
    }

    static List<ScoredUtterance> spin(SpokenCall call) {
        return call.clear(Speaker.REP).stream()
                .filter(said -> said.labels().question().label().isSpin())
                .toList();
    }

    /** SPIN questions an hour of the call. */
    static OptionalDouble perHour(SpokenCall call) {
        return call.timed() && call.speakersKnown() && call.minutes() > 0
                ? OptionalDouble.of(spin(call).size() / (call.minutes() / 60))
                : OptionalDouble.empty();
    }

    /** How many of each type, also of those that were not asked; empty for unknown speakers. */
    static Map<String, Integer> byType(SpokenCall call) {
        Map<String, Integer> counts = new TreeMap<>();
        if (call.speakersKnown()) {
            for (QuestionType type : QuestionType.values()) {
                if (type != QuestionType.NONE) {
                    counts.put(type.id(), of(call, type).size());
                }
            }
        }
        return counts;
    }
}
