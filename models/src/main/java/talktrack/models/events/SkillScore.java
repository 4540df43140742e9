package talktrack.models.events;

import java.util.List;
import talktrack.models.labels.Skill;

/**
 * How well the rep did one thing in one call. A skill without occasion is not listed at all.
 *
 * @param score 0…100
 * @param n occasions in the call that the score rests on, at least 1
 * @param evidence ids of the utterances that prove it
 */
public record SkillScore(Skill skill, double score, int n, List<String> evidence) {
    public SkillScore {
        evidence = List.copyOf(evidence);
        if (n < 1 || score < 0 || score > 100) {
            throw new IllegalArgumentException(
                    "skill %s scored %f on %d occasions".formatted(skill, score, n));
        }
    }
}
