package talktrack.api.heatmap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Skill;

/** The part of a call's analysis that proves its scores. */
record EvidenceOfCall(
        String callId,
        int revision,
        String repId,
        String customer,
        Instant startedAt,
        String week,
        List<SkillScore> skills) {

    /** The fields that are read from the index. */
    static final List<String> FIELDS =
            List.of("callId", "revision", "repId", "customer", "startedAt", "week", "skills");

    Optional<SkillScore> of(Skill skill) {
        return skills.stream().filter(score -> score.skill() == skill).findFirst();
    }
}
