package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Speaker;

/** What the customer objects to, turn by turn: each type at most once a turn. */
final class RaisedObjections {

    /** Below this certainty an utterance raises nothing. */
    static final double CERTAIN_ENOUGH = 0.4;

    /**
     * @param said the first utterance of the turn that raises it
     * @param certainty the highest of the turn
     */
    record Raised(ScoredUtterance said, double certainty) {
        private Raised or(double other) {
            return new Raised(said, Math.max(certainty, other));
        }
    }

    private final List<Map<ObjectionType, Raised>> byTurn = new ArrayList<>();

    RaisedObjections(List<Turn> turns) {
        for (Turn turn : turns) {
            Map<ObjectionType, Raised> raised = new EnumMap<>(ObjectionType.class);
            if (turn.speaker() == Speaker.CUSTOMER) {
                for (ScoredUtterance said : turn.clear()) {
                    Scored<ObjectionType> objection = said.labels().objection();
                    if (objection.label() != ObjectionType.NONE
                            && objection.score() >= CERTAIN_ENOUGH) {
                        raised.merge(
                                objection.label(),
                                new Raised(said, objection.score()),
                                (first, again) -> first.or(again.certainty()));
                    }
                }
            }
            byTurn.add(raised);
        }
    }

    /** The types raised in this turn, each with its first utterance. */
    Map<ObjectionType, Raised> in(int turn) {
        return byTurn.get(turn);
    }

    Optional<Raised> in(int turn, ObjectionType type) {
        return Optional.ofNullable(byTurn.get(turn).get(type));
    }

    /** In how many turns from this one on. */
    int times(ObjectionType type, int fromTurn) {
        return (int)
                byTurn.subList(fromTurn, byTurn.size()).stream()
                        .filter(raised -> raised.containsKey(type))
                        .count();
    }
}
