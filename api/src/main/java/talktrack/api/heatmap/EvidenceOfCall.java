package talktrack.api.heatmap;

import java.time.Instant;
import java.util.Comparator;
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

    /**
     * The calls that scored the skill, the weakest first: there a coach finds the clip to talk
     * about.
     *
     * @param calls the newest first, which decides between equals
     */
    static List<EvidenceOfCall> weakestFirst(List<EvidenceOfCall> calls, Skill skill) {
        return calls.stream()
                .filter(call -> call.of(skill).isPresent())
                .sorted(Comparator.comparingDouble(call -> call.of(skill).orElseThrow().score()))
                .toList();
    }
}
