package talktrack.analysis.call;

import java.util.List;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Speaker;

/** What the customer committed to at the end of a call (docs/conversation-model.md §2). */
final class Commitments {

    /** The end of a call: its last turns. */
    private static final int END_TURNS = 14;

    /** In these last turns of the customer a refusal or a polite way out is the last word. */
    private static final int LAST_WORD_TURNS = 4;

    private Commitments() {}

    /**
     * @param dated whether a day or a time was agreed on
     * @param ids the utterances that show it
     */
    record Reading(Commitment commitment, boolean dated, List<String> ids) {
        Reading {
            ids = List.copyOf(ids);
        }
    }

    /** A polite refusal outweighs everything but an agreed day; an order outweighs that too. */
    static Reading of(SpokenCall call) {
        List<Turn> turns = call.turns();
        List<Turn> end = turns.subList(Math.max(0, turns.size() - END_TURNS), turns.size());
        List<Turn> customer = end.stream().filter(t -> t.speaker() == Speaker.CUSTOMER).toList();
        List<Turn> last =
                customer.subList(Math.max(0, customer.size() - LAST_WORD_TURNS), customer.size());
        List<String> refusal = ids(last, Phrases.REFUSAL);
        List<String> polite = ids(last, Phrases.POLITE_REFUSAL);
        List<String> order = ids(customer, Phrases.ORDER);
        List<String> advance = advance(end);
        if (!order.isEmpty() && refusal.isEmpty() && polite.isEmpty()) {
            return new Reading(Commitment.ORDER, !advance.isEmpty(), order);
        }
        if (!advance.isEmpty() && refusal.isEmpty()) {
            return new Reading(Commitment.ADVANCE, true, advance);
        }
        if (!refusal.isEmpty()) {
            return new Reading(Commitment.NO_SALE, false, refusal);
        }
        List<String> going = polite.isEmpty() ? ids(end, Phrases.CONTINUATION) : polite;
        return going.isEmpty()
                ? new Reading(Commitment.NONE_HEARD, false, List.of())
                : new Reading(Commitment.CONTINUATION, false, going);
    }

    /**
     * A day and something to do on it, named by one side and agreed to by the customer in the same
     * or the next turn.
     */
    private static List<String> advance(List<Turn> end) {
        for (int i = end.size() - 1; i >= 0; i--) {
            Turn turn = end.get(i);
            if (!says(turn, Phrases.DATE) || !says(turn, Phrases.MEETING)) {
                continue;
            }
            if (turn.speaker() == Speaker.CUSTOMER && says(turn, Phrases.AGREEMENT)) {
                return turn.ids();
            }
            if (turn.speaker() == Speaker.REP
                    && i + 1 < end.size()
                    && says(end.get(i + 1), Phrases.AGREEMENT)
                    && !says(end.get(i + 1), Phrases.POLITE_REFUSAL)
                    && !says(end.get(i + 1), Phrases.REFUSAL)) {
                return end.get(i + 1).ids();
            }
        }
        return List.of();
    }

    private static boolean says(Turn turn, Phrases phrases) {
        return turn.clear().stream().anyMatch(said -> phrases.in(said.utterance()));
    }

    private static List<String> ids(List<Turn> turns, Phrases phrases) {
        return turns.stream()
                .flatMap(turn -> turn.clear().stream())
                .map(ScoredUtterance::utterance)
                .filter(phrases::in)
                .map(said -> said.utteranceId())
                .toList();
    }
}
