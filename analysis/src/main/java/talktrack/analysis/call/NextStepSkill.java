package talktrack.analysis.call;

import java.util.Optional;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Skill;

/** Whether the call ends with something agreed. */
final class NextStepSkill {

    private static final int TURNS_NEEDED = 6;
    private static final double ADVANCE_WITHOUT_DATE = 75;
    private static final double CONTINUATION = 25;

    private NextStepSkill() {}

    /**
     * An order or a dated advance scores 100, one without a date 75, a mere continuation 25,
     * nothing 0. A clear refusal leaves no occasion for a next step.
     */
    static Optional<SkillScore> of(SpokenCall call, Commitments.Reading end) {
        if (!call.speakersKnown() || call.turns().size() < TURNS_NEEDED) {
            return Optional.empty();
        }
        return switch (end.commitment()) {
            case ORDER -> score(100, end);
            case ADVANCE -> score(end.dated() ? 100 : ADVANCE_WITHOUT_DATE, end);
            case CONTINUATION -> score(CONTINUATION, end);
            case NONE_HEARD -> score(0, end);
            case NO_SALE -> Optional.empty();
        };
    }

    private static Optional<SkillScore> score(double score, Commitments.Reading end) {
        return Optional.of(
                new SkillScore(Skill.CLEAR_NEXT_STEP, score, 1, end.ids())
                        .with("dated", end.dated() ? 1 : 0));
    }
}
