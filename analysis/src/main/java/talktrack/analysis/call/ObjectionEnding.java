package talktrack.analysis.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import talktrack.analysis.call.RaisedObjections.Raised;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.ObjectionOutcome;
import talktrack.models.labels.Speaker;

/**
 * How an objection ends.
 *
 * @param utteranceId the customer's utterance that shows it; absent when nobody answered
 */
record ObjectionEnding(ObjectionOutcome outcome, Optional<String> utteranceId) {

    private static final double STAYS_NEGATIVE = -0.4;

    /**
     * The first that fits of: raised again; put off or refused by the customer, or given up by the
     * rep; agreed to after an answer that deals with it; still negative. Else the customer moved
     * on.
     *
     * @param replies the rep's turns that answer
     * @param answer what was read in them
     * @param again where the same is raised after them
     * @return nothing when the customer says nothing after the answer
     */
    static Optional<ObjectionEnding> of(
            List<Turn> turns,
            List<Integer> replies,
            ObjectionAnswers.Reading answer,
            Optional<Raised> again) {
        if (replies.isEmpty()) {
            return Optional.of(new ObjectionEnding(ObjectionOutcome.UNANSWERED, Optional.empty()));
        }
        if (again.isPresent()) {
            return ended(ObjectionOutcome.REPEATED, again.get().said());
        }
        List<ScoredUtterance> after = after(turns, replies);
        if (after.isEmpty()) {
            return Optional.empty();
        }
        Optional<ScoredUtterance> putOff = first(after, ObjectionDoubts::putsOff);
        if (putOff.isPresent()) {
            return ended(ObjectionOutcome.LEFT_OPEN, putOff.get());
        }
        ScoredUtterance last = after.getLast();
        if (answer.faults().contains(HandlingFault.GIVES_UP)) {
            return ended(ObjectionOutcome.LEFT_OPEN, last);
        }
        Optional<ScoredUtterance> agreed = first(after, ObjectionDoubts::agrees);
        if (agreed.isPresent() && answer.dealsWithIt()) {
            return ended(ObjectionOutcome.SETTLED, agreed.get());
        }
        return ended(
                last.labels().valence() <= STAYS_NEGATIVE
                        ? ObjectionOutcome.LEFT_OPEN
                        : ObjectionOutcome.MOVED_ON,
                last);
    }

    /** What the customer says from the first answer to the turn after the last one. */
    private static List<ScoredUtterance> after(List<Turn> turns, List<Integer> replies) {
        return turns
                .subList(replies.getFirst() + 1, Math.min(turns.size(), replies.getLast() + 2))
                .stream()
                .filter(turn -> turn.speaker() == Speaker.CUSTOMER)
                .flatMap(turn -> turn.clear().stream())
                .toList();
    }

    private static Optional<ScoredUtterance> first(
            List<ScoredUtterance> after, Predicate<Utterance> words) {
        return after.stream().filter(said -> words.test(said.utterance())).findFirst();
    }

    private static Optional<ObjectionEnding> ended(ObjectionOutcome outcome, ScoredUtterance said) {
        return Optional.of(
                new ObjectionEnding(outcome, Optional.of(said.utterance().utteranceId())));
    }
}
