package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.Skill;
import talktrack.models.labels.Speaker;

/** Whether the rep's words stay composed right after a customer's negative ones. */
final class EmotionalControlSkill {

    private static final double CUSTOMER_NEGATIVE = -0.4;
    private static final double REP_NEGATIVE = -0.4;
    private static final List<HandlingFault> UNCOMPOSED =
            List.of(HandlingFault.ARGUES, HandlingFault.DISMISSES, HandlingFault.PRESSURES);

    private EmotionalControlSkill() {}

    /**
     * Share of the customer's negative turns that the rep's next turn answers without turning
     * negative, arguing, dismissing or pressing.
     */
    static Optional<SkillScore> of(SpokenCall call) {
        List<Turn> turns = call.turns();
        int occasions = 0;
        int composed = 0;
        List<String> evidence = new ArrayList<>();
        for (int i = 0; i + 1 < turns.size(); i++) {
            Turn customer = turns.get(i);
            Turn rep = turns.get(i + 1);
            if (customer.speaker() == Speaker.CUSTOMER
                    && rep.speaker() == Speaker.REP
                    && customer.valence().orElse(0) <= CUSTOMER_NEGATIVE
                    && !rep.clear().isEmpty()) {
                occasions++;
                composed += composed(rep) ? 1 : 0;
                evidence.addAll(rep.ids());
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

    private static boolean composed(Turn rep) {
        return rep.valence().orElse(0) > REP_NEGATIVE
                && rep.clear().stream()
                        .map(ScoredUtterance::labels)
                        .flatMap(labels -> labels.faults().stream())
                        .noneMatch(UNCOMPOSED::contains);
    }
}
