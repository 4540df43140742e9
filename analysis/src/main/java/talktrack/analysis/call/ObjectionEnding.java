package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import talktrack.analysis.call.RaisedObjections.Raised;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.ObjectionOutcome;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Speaker;

/**
 * How an objection ends.
 *
 * @param utteranceId the customer's utterance that shows it; absent when nobody answered
 */
record ObjectionEnding(ObjectionOutcome outcome, Optional<String> utteranceId) {

    private static final double STAYS_NEGATIVE = -0.4;

    /**
     * The first that fits of: raised again, unless the customer had accepted the answer; put off or
     * refused by the customer, or given up by the rep; agreed to after an answer that deals with
     * it, or accepted in so many words, then or a little later; held to, or still negative. Else
     * the customer moved on.
     *
     * @param replies the rep's turns that answer
     * @param answer what was read in them
     * @param again where the same is raised after them
     * @param later turns after those in which nothing is objected to
     * @return nothing when the customer says nothing after the answer
     */
    static Optional<ObjectionEnding> of(
            List<Turn> turns,
            List<Integer> replies,
            ObjectionAnswers.Reading answer,
            Optional<Raised> again,
            List<Turn> later) {
        if (replies.isEmpty()) {
            return Optional.of(new ObjectionEnding(ObjectionOutcome.UNANSWERED, Optional.empty()));
        }
        List<Said> after = said(turns, replies.getFirst() + 1, replies.getLast() + 2);
        Optional<Said> accepted = first(after, Said::accepts);
        if (again.isPresent() && accepted.isEmpty()) {
            return ended(ObjectionOutcome.REPEATED, again.get().said());
        }
        if (after.isEmpty()) {
            return Optional.empty();
        }
        Optional<Said> putOff = first(after, Said::putsOff);
        if (putOff.isPresent()) {
            return ended(ObjectionOutcome.LEFT_OPEN, putOff.get());
        }
        Said last = after.getLast();
        if (answer.faults().contains(HandlingFault.GIVES_UP)) {
            return ended(ObjectionOutcome.LEFT_OPEN, last);
        }
        Optional<Said> settled =
                accepted.or(() -> first(after, one -> one.agrees() && answer.dealsWithIt()))
                        .or(() -> first(said(later, 0, later.size()), Said::acceptsOrOrders));
        if (settled.isPresent()) {
            return ended(ObjectionOutcome.SETTLED, settled.get());
        }
        Optional<Said> insists = first(after, Said::insists);
        if (insists.isPresent()) {
            return ended(ObjectionOutcome.LEFT_OPEN, insists.get());
        }
        return ended(
                last.words().labels().valence() <= STAYS_NEGATIVE
                        ? ObjectionOutcome.LEFT_OPEN
                        : ObjectionOutcome.MOVED_ON,
                last);
    }

    /**
     * What the customer says.
     *
     * @param asked whether it answers a question of the rep's
     */
    private record Said(ScoredUtterance words, boolean asked) {

        private Utterance utterance() {
            return words.utterance();
        }

        boolean putsOff() {
            return ObjectionDoubts.putsOff(utterance());
        }

        boolean agrees() {
            return ObjectionDoubts.agrees(utterance());
        }

        boolean accepts() {
            return (Phrases.ACCEPTANCE.in(utterance())
                            || (asked && Phrases.CONFIRMATION.in(utterance())))
                    && !Phrases.CONTRAST.in(utterance())
                    && !insists()
                    && !putsOff();
        }

        boolean insists() {
            return Phrases.INSISTENCE.in(utterance());
        }

        boolean acceptsOrOrders() {
            return accepts() || (Phrases.ORDER.in(utterance()) && !putsOff());
        }
    }

    private static List<Said> said(List<Turn> turns, int from, int to) {
        List<Said> said = new ArrayList<>();
        for (int i = from; i < Math.min(turns.size(), to); i++) {
            if (turns.get(i).speaker() == Speaker.CUSTOMER) {
                boolean asked = i > 0 && asks(turns.get(i - 1));
                turns.get(i).clear().forEach(words -> said.add(new Said(words, asked)));
            }
        }
        return said;
    }

    private static boolean asks(Turn turn) {
        return turn.speaker() == Speaker.REP
                && turn.clear().stream()
                        .anyMatch(
                                said ->
                                        said.labels().question().label() != QuestionType.NONE
                                                || said.labels().shows(HandlingStep.CONFIRM));
    }

    private static Optional<Said> first(List<Said> said, Predicate<Said> words) {
        return said.stream().filter(words).findFirst();
    }

    private static Optional<ObjectionEnding> ended(ObjectionOutcome outcome, Said said) {
        return ended(outcome, said.words());
    }

    private static Optional<ObjectionEnding> ended(ObjectionOutcome outcome, ScoredUtterance said) {
        return Optional.of(
                new ObjectionEnding(outcome, Optional.of(said.utterance().utteranceId())));
    }
}
