package talktrack.api.talktracks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.api.mining.WonCalls;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/**
 * What a rep did best in a call that ended well: objections that were handled well and after which
 * the customer felt better, and questions after which a need grew.
 */
final class BestMoments {

    private static final double WELL_HANDLED = 70;
    private static final double SURE_QUESTION = 0.6;
    private static final int LINES_BEFORE = 4;
    private static final int MOST_OF_A_CALL = 3;

    private BestMoments() {}

    /**
     * @param saidIds what the rep said
     * @param beforeIds what the customer had said; empty for a question
     * @param score of the handling; absent for a question
     * @param strength for ordering: the clearer, the higher
     */
    record Moment(
            CallAnalysis call,
            Optional<ObjectionType> objection,
            Optional<QuestionType> question,
            List<String> saidIds,
            List<String> beforeIds,
            OptionalDouble score,
            OptionalDouble valenceBefore,
            OptionalDouble valenceAfter,
            double strength) {}

    /** The best few, strongest first; none in a call that ended with no order and no advance. */
    static List<Moment> of(CallAnalysis call) {
        if (!WonCalls.won(call)) {
            return List.of();
        }
        List<Moment> moments = new ArrayList<>(objections(call));
        moments.addAll(questions(call));
        moments.sort(Comparator.comparingDouble(Moment::strength).reversed());
        return moments.subList(0, Math.min(MOST_OF_A_CALL, moments.size()));
    }

    private static List<Moment> objections(CallAnalysis call) {
        return call.objections().stream()
                .filter(ObjectionHandling::counts)
                .filter(one -> one.faults().isEmpty() && !one.cameBack())
                .filter(one -> one.score().orElse(0) >= WELL_HANDLED && feltBetter(one))
                .map(
                        one ->
                                new Moment(
                                        call,
                                        Optional.of(one.type()),
                                        Optional.empty(),
                                        one.replyIds(),
                                        List.of(one.utteranceId()),
                                        one.score(),
                                        one.valenceBefore(),
                                        one.valenceAfter(),
                                        one.score().getAsDouble() / 100 + change(one)))
                .toList();
    }

    private static boolean feltBetter(ObjectionHandling one) {
        return one.valenceBefore().isPresent() && one.valenceAfter().isPresent() && change(one) > 0;
    }

    private static double change(ObjectionHandling one) {
        return one.valenceAfter().getAsDouble() - one.valenceBefore().getAsDouble();
    }

    private static List<Moment> questions(CallAnalysis call) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < call.labels().size(); i++) {
            place.put(call.labels().get(i).utteranceId(), i);
        }
        Map<String, Moment> byQuestion = new HashMap<>();
        for (CallNeeds.NeedTopic topic : call.needs().topics()) {
            for (CallNeeds.Reached reached : topic.reached()) {
                Integer at = place.get(reached.utteranceIds().getFirst());
                if (at != null) {
                    question(call, at, reached.depth())
                            .ifPresent(one -> byQuestion.put(one.saidIds().getFirst(), one));
                }
            }
        }
        return List.copyOf(byQuestion.values());
    }

    /** The question shortly before a need became this deep, of the type that leads there. */
    private static Optional<Moment> question(CallAnalysis call, int reachedAt, NeedDepth depth) {
        Optional<QuestionType> leads =
                switch (depth) {
                    case SITUATION, PROBLEM -> Optional.empty();
                    case IMPLICATION -> Optional.of(QuestionType.IMPLICATION);
                    case EXPLICIT_NEED -> Optional.of(QuestionType.NEED_PAYOFF);
                };
        if (leads.isEmpty()) {
            return Optional.empty();
        }
        for (int i = reachedAt - 1; i >= Math.max(0, reachedAt - LINES_BEFORE); i--) {
            UtteranceReading line = call.labels().get(i);
            if (line.labels().question().label() == leads.get()
                    && line.labels().question().score() >= SURE_QUESTION
                    && !line.labels().unclear()) {
                return Optional.of(
                        new Moment(
                                call,
                                Optional.empty(),
                                leads,
                                List.of(line.utteranceId()),
                                List.of(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                line.labels().question().score()));
            }
        }
        return Optional.empty();
    }
}
