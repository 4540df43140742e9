package talktrack.models.events;

import java.time.Instant;
import java.util.List;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/**
 * A practice call that has ended: a rep and a customer whom the system played. Topic {@code
 * role-plays}, key {@link #rolePlayId()}; a tombstone deletes it. It is never counted among calls.
 *
 * @param scenarioId which customer was played
 * @param repId who practised, or empty
 * @param lines all that was said, in order
 * @param skills as the readers of calls score them
 * @param rulesVersion which rules and classifiers read it
 */
public record RolePlay(
        String rolePlayId,
        String scenarioId,
        String repId,
        Language language,
        List<Line> lines,
        End end,
        List<SkillScore> skills,
        String rulesVersion,
        Instant startedAt,
        Instant endedAt) {

    /** What one of them said. */
    public record Line(Speaker speaker, String text) {}

    /** How it ended. */
    public enum End implements Label {
        /** The customer agreed to a next step. */
        AGREED,
        /** The customer put the rep off. */
        PUT_OFF,
        /** The customer had enough. */
        LEFT,
        /** The rep ended it. */
        STOPPED
    }

    public RolePlay {
        lines = List.copyOf(lines);
        skills = List.copyOf(skills);
    }
}
