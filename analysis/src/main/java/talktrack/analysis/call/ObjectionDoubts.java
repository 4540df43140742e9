package talktrack.analysis.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.Scored;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Speaker;
import talktrack.models.text.Segmenter;

/**
 * How certain an objection is in its call. A classifier sees one utterance and what was said before
 * it; much that has the words of an objection is the answer to a question, a condition that moves
 * the sale on, or a way to say goodbye. Each such doubt lowers the certainty (docs/metrics.md).
 */
final class ObjectionDoubts {

    /** A classifier is never so certain: somebody listened and said so. */
    private static final double SAID_BY_SOMEBODY = 1;

    /** Times the certainty that the rep's words are a SPIN question. */
    private static final double ANSWERS_A_QUESTION = 0.4;

    /** The same, where the answer has two sides: the question explains one of them. */
    private static final double ANSWERS_WITH_A_BUT = 0.2;

    private static final double AGREES = 0.5;
    private static final double SAYS_WHY_IT_CALLS = 0.5;
    private static final double SAYS_NEXT_TO_NOTHING = 0.3;

    /** Whoever calls to get something says so in the first turns. */
    private static final int FIRST_TURNS = 2;

    /** English words or Chinese characters besides thanks and goodbyes. */
    private static final int NEXT_TO_NOTHING = 2;

    private final List<Turn> turns;

    private ObjectionDoubts(List<Turn> turns) {
        this.turns = turns;
    }

    /** The call with every objection as certain as the call around it allows. */
    static SpokenCall weighed(SpokenCall call) {
        List<Turn> turns = call.turns();
        ObjectionDoubts doubts = new ObjectionDoubts(turns);
        Map<String, Scored<ObjectionType>> weighed = new HashMap<>();
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).speaker() == Speaker.CUSTOMER) {
                for (ScoredUtterance said : turns.get(i).utterances()) {
                    weighed.put(said.utterance().utteranceId(), doubts.weighed(said, i));
                }
            }
        }
        return new SpokenCall(
                call.language(),
                call.utterances().stream()
                        .map(
                                said ->
                                        Optional.ofNullable(
                                                        weighed.get(said.utterance().utteranceId()))
                                                .map(said.labels()::withObjection)
                                                .map(l -> new ScoredUtterance(said.utterance(), l))
                                                .orElse(said))
                        .toList(),
                call.durationSeconds());
    }

    private Scored<ObjectionType> weighed(ScoredUtterance said, int at) {
        Scored<ObjectionType> byWords = said.labels().objection();
        if (byWords.label() == ObjectionType.NONE || byWords.score() >= SAID_BY_SOMEBODY) {
            return byWords;
        }
        double certainty = certainty(said, at);
        return certainty < RaisedObjections.CERTAIN_ENOUGH
                ? new Scored<>(ObjectionType.NONE, 1 - certainty)
                : new Scored<>(byWords.label(), certainty);
    }

    /**
     * The classifier's certainty less what speaks against it.
     *
     * @param said a customer's utterance
     * @param at its turn's place
     * @return 0…1
     */
    private double certainty(ScoredUtterance said, int at) {
        double certainty = said.labels().objection().score();
        if (!putsOff(said.utterance())) { // which answers no question
            certainty *=
                    1
                            - questionBefore(at)
                                    * (Phrases.BUT.in(said.utterance())
                                            ? ANSWERS_WITH_A_BUT
                                            : ANSWERS_A_QUESTION);
        }
        if (agrees(said.utterance())) {
            certainty *= AGREES;
        }
        if (saysWhyItCalls(said, at)) {
            certainty *= SAYS_WHY_IT_CALLS;
        }
        if (saysNextToNothing(said.utterance())) {
            certainty *= SAYS_NEXT_TO_NOTHING;
        }
        return certainty;
    }

    /** Agrees with nothing taken back. */
    static boolean agrees(Utterance said) {
        return Phrases.ASSENT.in(said) && !Phrases.CONTRAST.in(said) && !putsOff(said);
    }

    /** Refuses, or puts off, however politely. */
    static boolean putsOff(Utterance said) {
        return Phrases.REFUSAL.in(said) || Phrases.POLITE_REFUSAL.in(said);
    }

    /**
     * How certain it is that the rep has just asked for facts, troubles or wishes; 0 where the rep
     * asks for what stands against going on, since that invites an objection.
     */
    private double questionBefore(int at) {
        return lastOfRep(at)
                .filter(rep -> rep.labels().question().label().isSpin())
                .filter(rep -> !Phrases.CONCERN.in(rep.utterance()))
                .map(ScoredUtterance::labels)
                .map(labels -> labels.question())
                .map(Scored<QuestionType>::score)
                .orElse(0.0);
    }

    private Optional<ScoredUtterance> lastOfRep(int at) {
        return at == 0 || turns.get(at - 1).speaker() != Speaker.REP
                ? Optional.empty()
                : turns.get(at - 1).clear().reversed().stream().findFirst();
    }

    /**
     * Customers who call in begin with a need of their own, which is nothing against the seller.
     */
    private boolean saysWhyItCalls(ScoredUtterance said, int at) {
        long before =
                turns.subList(0, at).stream()
                        .filter(turn -> turn.speaker() == Speaker.CUSTOMER)
                        .count();
        Scored<Need> need = said.labels().need();
        return before < FIRST_TURNS
                && need.label() != Need.NONE
                && need.score() > said.labels().objection().score();
    }

    private static boolean saysNextToNothing(Utterance said) {
        return Segmenter.spokenUnits(said.language(), Phrases.COURTESY.without(said))
                < NEXT_TO_NOTHING;
    }
}
