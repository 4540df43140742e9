package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.Skill;
import talktrack.models.labels.Speaker;

/**
 * Whether the rep stays composed right after a customer's negative words: by the rep's words, and
 * by the rep's voice where ingest was allowed to measure its arousal.
 */
final class EmotionalControlSkill {

    private static final double CUSTOMER_NEGATIVE = -0.4;
    private static final double REP_NEGATIVE = -0.4;

    /** How long after the customer's words the rep's answer shows it. */
    private static final long WINDOW_MILLIS = 30_000;

    /** The rep's arousal rises by so many of the own standard deviations. */
    private static final double RISES_BY = 1;

    private static final List<HandlingFault> UNCOMPOSED =
            List.of(HandlingFault.ARGUES, HandlingFault.DISMISSES, HandlingFault.PRESSURES);

    private EmotionalControlSkill() {}

    /**
     * Share of the customer's negative turns after which the rep's words do not turn negative,
     * argue, dismiss or press, and the rep's voice does not rise, for 30 s or until the next such
     * turn; without times, in the rep's next turn.
     */
    static Optional<SkillScore> of(SpokenCall call) {
        List<Turn> turns = call.turns();
        int occasions = 0;
        int composed = 0;
        List<String> evidence = new ArrayList<>();
        for (int i = 0; i + 1 < turns.size(); i++) {
            if (hard(turns.get(i))) {
                List<ScoredUtterance> answer = answer(call, turns, i);
                if (!answer.isEmpty()) {
                    occasions++;
                    composed += composed(answer) && !rises(call, turns.get(i), answer) ? 1 : 0;
                    evidence.addAll(ids(answer));
                }
            }
        }
        return occasions == 0
                ? Optional.empty()
                : Optional.of(
                        new SkillScore(
                                        Skill.EMOTIONAL_CONTROL,
                                        100.0 * composed / occasions,
                                        occasions,
                                        evidence)
                                .with("hard", occasions)
                                .with("composed", composed));
    }

    private static boolean hard(Turn turn) {
        return turn.speaker() == Speaker.CUSTOMER && turn.valence().orElse(0) <= CUSTOMER_NEGATIVE;
    }

    /** The rep's clear utterances of the window, or until the customer's next hard words. */
    private static List<ScoredUtterance> answer(SpokenCall call, List<Turn> turns, int at) {
        Turn next = turns.get(at + 1);
        if (next.speaker() != Speaker.REP || next.clear().isEmpty()) {
            return List.of();
        }
        if (!call.timed()) {
            return next.clear();
        }
        long until = Millis.of(turns.get(at).endSeconds()) + WINDOW_MILLIS;
        return turns.subList(at + 1, turns.size()).stream()
                .takeWhile(turn -> !hard(turn))
                .filter(turn -> turn.speaker() == Speaker.REP)
                .flatMap(turn -> turn.clear().stream())
                .filter(said -> start(said) <= until)
                .toList();
    }

    private static boolean composed(List<ScoredUtterance> answer) {
        return answer.stream()
                                .map(ScoredUtterance::labels)
                                .mapToDouble(UtteranceLabels::valence)
                                .average()
                                .orElse(0)
                        > REP_NEGATIVE
                && answer.stream()
                        .map(ScoredUtterance::labels)
                        .flatMap(labels -> labels.faults().stream())
                        .noneMatch(UNCOMPOSED::contains);
    }

    /** From the 30 s before the customer's words, or else from what is usual for the rep. */
    private static boolean rises(SpokenCall call, Turn customer, List<ScoredUtterance> answer) {
        OptionalDouble after = arousal(answer);
        if (after.isEmpty() || !call.timed()) {
            return false;
        }
        long hardFrom = Millis.of(customer.startSeconds());
        OptionalDouble before =
                arousal(
                        call.clear(Speaker.REP).stream()
                                .filter(said -> start(said) < hardFrom)
                                .filter(said -> end(said) >= hardFrom - WINDOW_MILLIS)
                                .toList());
        return after.getAsDouble() - before.orElse(0) >= RISES_BY;
    }

    private static OptionalDouble arousal(List<ScoredUtterance> said) {
        return said.stream()
                .map(one -> one.utterance().voiceMeasures().arousal())
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    private static long start(ScoredUtterance said) {
        return Millis.of(said.utterance().startSeconds().orElseThrow());
    }

    private static long end(ScoredUtterance said) {
        return Millis.of(said.utterance().endSeconds().orElseThrow());
    }

    private static List<String> ids(List<ScoredUtterance> said) {
        return said.stream().map(ScoredUtterance::utterance).map(Utterance::utteranceId).toList();
    }
}
