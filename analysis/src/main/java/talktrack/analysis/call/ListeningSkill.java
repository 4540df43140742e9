package talktrack.analysis.call;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Skill;
import talktrack.models.labels.Speaker;

/** Whether the rep lets the customer speak: talk ratio, patience, interruptions. */
final class ListeningSkill {

    private static final int TURNS_NEEDED = 4;
    private static final double TALK_RATIO_WEIGHT = 0.5;
    private static final double INTERRUPTIONS_WEIGHT = 0.3;
    private static final double PATIENCE_WEIGHT = 0.2;
    private static final long MONOLOGUE_WORTH_HEARING_MILLIS = 60_000;

    private ListeningSkill() {}

    /**
     * Half talk ratio, three tenths interruptions, two tenths patience; untimed the first alone.
     */
    static Optional<SkillScore> of(SpokenCall call) {
        OptionalDouble ratio = TalkShare.talkRatio(call);
        if (ratio.isEmpty()
                || call.of(Speaker.CUSTOMER).isEmpty()
                || call.turns().size() < TURNS_NEEDED) {
            return Optional.empty();
        }
        double score = Anchors.score(ratio.getAsDouble(), 0.8, 0.65, 0.5);
        int answers = (int) call.turns().stream().filter(t -> t.speaker() == Speaker.REP).count();
        Set<String> evidence = new LinkedHashSet<>();
        if (call.timed()) {
            var cuts = TurnTaking.interrupting(call);
            double cutsPerTurn = (double) cuts.size() / answers;
            score =
                    TALK_RATIO_WEIGHT * score
                            + INTERRUPTIONS_WEIGHT * Anchors.score(cutsPerTurn, 0.3, 0.12, 0)
                            + PATIENCE_WEIGHT
                                    * Anchors.score(
                                            TurnTaking.patienceSeconds(call).orElse(0),
                                            0,
                                            0.3,
                                            0.6);
            cuts.forEach(cut -> evidence.add(cut.utterance().utteranceId()));
            Monologues.longest(call, Speaker.REP)
                    .filter(one -> Millis.of(one.seconds()) >= MONOLOGUE_WORTH_HEARING_MILLIS)
                    .ifPresent(one -> evidence.add(one.utteranceIds().getFirst()));
        }
        SkillScore skill =
                new SkillScore(Skill.LISTENING, score, Math.max(1, answers), List.copyOf(evidence))
                        .with("talkPercent", 100 * ratio.getAsDouble());
        if (call.timed()) {
            skill = skill.with("interruptions", TurnTaking.interrupting(call).size());
        }
        OptionalDouble patience = TurnTaking.patienceSeconds(call);
        return Optional.of(
                patience.isPresent()
                        ? skill.with("patienceSeconds", patience.getAsDouble())
                        : skill);
    }
}
