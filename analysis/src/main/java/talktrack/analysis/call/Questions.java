package talktrack.analysis.call;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Speaker;

/**
 * The rep's questions whose type is certain enough to be counted. An utterance that asks two is
 * there twice.
 */
final class Questions {

    private Questions() {}

    static List<ScoredUtterance> of(SpokenCall call, QuestionType type) {
        return counted(call, other -> other == type);
    }

    static List<ScoredUtterance> spin(SpokenCall call) {
        return counted(call, QuestionType::isSpin);
    }

    private static List<ScoredUtterance> counted(SpokenCall call, Predicate<QuestionType> which) {
        return call.clear(Speaker.REP).stream()
                .flatMap(
                        said ->
                                said.labels()
                                        .countedQuestions()
                                        .filter(which)
                                        .map(question -> said))
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
