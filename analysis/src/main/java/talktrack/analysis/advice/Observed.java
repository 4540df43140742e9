package talktrack.analysis.advice;

import java.time.Instant;
import talktrack.models.events.Grounds;
import talktrack.models.events.SkillScore;

/**
 * How a skill scored in one call.
 *
 * @param score 0…100
 * @param weight 0…1: how much of an occasion was surely heard; a call counts once at most, however
 *     many occasions it had, since those of one call hang together
 */
public record Observed(String callId, Instant startedAt, double score, double weight) {

    /** A score without grounds, of records that lack them, counts in full. */
    public static Observed of(String callId, Instant startedAt, SkillScore score) {
        return new Observed(
                callId,
                startedAt,
                score.score(),
                Math.min(1, score.grounds().map(Grounds::clearOccasions).orElse(1.0)));
    }
}
