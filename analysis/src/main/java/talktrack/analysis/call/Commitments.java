package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Speaker;

/** What the customer committed to at the end of a call (docs/conversation-model.md §2). */
final class Commitments {

    /** The end of a call: its last turns. */
    static final int END_TURNS = 14;

    /** In these last turns of the customer a refusal or a polite way out is the last word. */
    private static final int LAST_WORD_TURNS = 4;

    private Commitments() {}

    /**
     * @param dated whether a day or a time was agreed on
     * @param ids the utterances that show it
     * @param steps what was agreed on with a day or a time, the last first
     */
    record Reading(Commitment commitment, boolean dated, List<String> ids, List<Step> steps) {
        Reading {
            ids = List.copyOf(ids);
            steps = List.copyOf(steps);
        }

        Reading(Commitment commitment, boolean dated, List<String> ids) {
            this(commitment, dated, ids, List.of());
        }
    }

    /**
     * Something to do that was agreed on.
     *
     * @param turn that names it
     * @param answer what the customer says to it; of a customer's own turn, that turn
     */
    record Step(Turn turn, List<ScoredUtterance> answer) {
        Step {
            answer = List.copyOf(answer);
        }

        List<String> ids() {
            return answer.stream().map(said -> said.utterance().utteranceId()).toList();
        }
    }

    /** A polite refusal outweighs everything but an agreed day; a plain one outweighs that too. */
    static Reading of(SpokenCall call) {
        List<Turn> turns = call.turns();
        List<Turn> end = turns.subList(Math.max(0, turns.size() - END_TURNS), turns.size());
        List<Turn> customer = end.stream().filter(t -> t.speaker() == Speaker.CUSTOMER).toList();
        List<Turn> last =
                customer.subList(Math.max(0, customer.size() - LAST_WORD_TURNS), customer.size());
        List<String> refusal = ids(last, Phrases.REFUSAL);
        if (!refusal.isEmpty()) {
            return new Reading(Commitment.NO_SALE, false, refusal);
        }
        List<String> polite = saidBy(last, Commitments::isWayOut);
        List<String> order = orders(call, end, customer);
        List<Step> dated = agreed(call, end, Phrases.DATE, Phrases.MEETING);
        if (!order.isEmpty() && polite.isEmpty()) {
            return new Reading(Commitment.ORDER, !dated.isEmpty(), order, dated);
        }
        if (!dated.isEmpty()) {
            return new Reading(Commitment.ADVANCE, true, dated.getFirst().ids(), dated);
        }
        List<Step> undated = agreed(call, end, Phrases.ACTION, Phrases.ACTION);
        if (polite.isEmpty() && !undated.isEmpty()) {
            return new Reading(Commitment.ADVANCE, false, undated.getFirst().ids());
        }
        List<String> going = polite.isEmpty() ? ids(end, Phrases.CONTINUATION) : polite;
        return going.isEmpty()
                ? new Reading(Commitment.NONE_HEARD, false, List.of())
                : new Reading(Commitment.CONTINUATION, false, going);
    }

    /** Words of buying, or the customer's yes to the rep who asks for the order. */
    private static List<String> orders(SpokenCall call, List<Turn> end, List<Turn> customer) {
        List<String> said = ids(customer, Phrases.ORDER);
        return said.isEmpty()
                ? agreed(call, end, Phrases.ASKS_ORDER, Phrases.ASKS_ORDER).stream()
                        .filter(step -> step.turn().speaker() == Speaker.REP)
                        .findFirst()
                        .map(Step::ids)
                        .orElse(List.of())
                : said;
    }

    /**
     * Something named by one side in words of both kinds and agreed to by the customer, in the same
     * turn or in the answer to the rep's.
     */
    private static List<Step> agreed(SpokenCall call, List<Turn> end, Phrases one, Phrases other) {
        List<Step> steps = new ArrayList<>();
        for (Turn turn : end.reversed()) {
            if (!says(turn.clear(), one) || !says(turn.clear(), other)) {
                continue;
            }
            List<ScoredUtterance> answer =
                    switch (turn.speaker()) {
                        case CUSTOMER -> turn.clear();
                        case REP -> answer(call, turn);
                        case UNKNOWN -> List.of();
                    };
            boolean agrees =
                    says(answer, Phrases.AGREEMENT) || (one == Phrases.DATE && choosesDay(answer));
            if (agrees
                    && answer.stream().noneMatch(said -> isWayOut(said.utterance()))
                    && !says(answer, Phrases.REFUSAL)) {
                steps.add(new Step(turn, answer));
            }
        }
        return steps;
    }

    /** Answers "Wednesday or Thursday?" with nothing but "Thursday, before eight". */
    private static boolean choosesDay(List<ScoredUtterance> answer) {
        return says(answer, Phrases.DATE)
                && !says(answer, Phrases.DENIAL)
                && !says(answer, Phrases.CONTRAST);
    }

    /** What the customer says until the rep speaks again; here a mere "okay" is an answer. */
    private static List<ScoredUtterance> answer(SpokenCall call, Turn rep) {
        int last = rep.utterances().getLast().utterance().index();
        return call.utterances().stream()
                .filter(said -> said.utterance().index() > last)
                .takeWhile(said -> said.utterance().speaker() != Speaker.REP)
                .filter(said -> !said.labels().unclear())
                .toList();
    }

    private static boolean says(List<ScoredUtterance> said, Phrases phrases) {
        return said.stream().anyMatch(one -> phrases.in(one.utterance()));
    }

    /** "Send it" is a polite way out, but "yes, send it and I'll sign" is an order. */
    private static boolean isWayOut(Utterance said) {
        return Phrases.POLITE_REFUSAL.in(said)
                && !(Phrases.ASSENT.in(said) && Phrases.ORDER.in(said));
    }

    private static List<String> ids(List<Turn> turns, Phrases phrases) {
        return saidBy(turns, phrases::in);
    }

    private static List<String> saidBy(List<Turn> turns, Predicate<Utterance> which) {
        return turns.stream()
                .flatMap(turn -> turn.clear().stream())
                .map(ScoredUtterance::utterance)
                .filter(which)
                .map(said -> said.utteranceId())
                .toList();
    }
}
