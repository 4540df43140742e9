package talktrack.api.heatmap;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import talktrack.models.events.CallCourse;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Skill;

/**
 * The part of a call's analysis that proves its scores.
 *
 * @param model speech model, or {@code imported}
 * @param rulesVersion which rules and classifiers read it
 */
record EvidenceOfCall(
        String callId,
        int revision,
        String repId,
        String customer,
        Instant startedAt,
        String week,
        String model,
        String rulesVersion,
        List<SkillScore> skills,
        List<ObjectionHandling> objections,
        CallCourse course) {

    /** The fields that are read from the index. */
    static final List<String> FIELDS =
            List.of(
                    "callId",
                    "revision",
                    "repId",
                    "customer",
                    "startedAt",
                    "week",
                    "model",
                    "rulesVersion",
                    "skills",
                    "objections",
                    "course");

    /** The course was not always kept. */
    EvidenceOfCall {
        skills = List.copyOf(skills);
        objections = List.copyOf(objections);
        course = course == null ? CallCourse.NONE : course;
    }

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
