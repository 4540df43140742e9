package talktrack.analysis.call;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Skill;

/** How well what the rep presents fits what the customer needs (解决方案匹配度). */
final class SolutionMatchSkill {

    private SolutionMatchSkill() {}

    /**
     * Harmonic mean of two shares: of the capabilities presented, those that answer a need the
     * customer had stated; of the needs stated, those that got an answer. None scores 0, a third
     * 50, two thirds 100: of ten true answers about six are recognised as such. Absent without
     * needs or without a presentation.
     */
    static Optional<SkillScore> of(Needs needs) {
        List<Matter> stated = needs.matters().stream().filter(Matter::needy).toList();
        Answers answers = needs.answers();
        if (stated.isEmpty() || answers.presented().isEmpty()) {
            return Optional.empty();
        }
        double fitting = (double) answers.found().size() / answers.presented().size();
        double answered =
                (double) stated.stream().filter(matter -> !answers.to(matter).isEmpty()).count()
                        / stated.size();
        double mean = fitting + answered == 0 ? 0 : 2 * fitting * answered / (fitting + answered);
        return Optional.of(
                new SkillScore(
                                Skill.SOLUTION_MATCH,
                                Anchors.score(mean, 0, 1.0 / 3, 2.0 / 3),
                                stated.size(),
                                evidence(answers))
                        .with("fittingPercent", Math.rint(100 * fitting))
                        .with("answeredPercent", Math.rint(100 * answered)));
    }

    /** Each answer with the need it answers; when nothing fits, what was presented instead. */
    private static List<String> evidence(Answers answers) {
        Set<String> ids = new LinkedHashSet<>();
        for (Answers.Answer answer : answers.found()) {
            ids.add(answer.need().said().utterance().utteranceId());
            ids.add(answer.presented().id());
        }
        if (ids.isEmpty()) {
            answers.presented().forEach(presented -> ids.add(presented.id()));
        }
        return List.copyOf(ids);
    }
}
