package talktrack.analysis.call;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Skill;

/** How the rep handles objections, over all that are sure and were answered. */
final class ObjectionSkill {

    private ObjectionSkill() {}

    /** Mean score of the sure, answered objections; absent when there was none. */
    static Optional<SkillScore> of(List<ObjectionHandling> objections) {
        List<ObjectionHandling> answered =
                objections.stream().filter(ObjectionHandling::counts).toList();
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SkillScore(
                                Skill.OBJECTION_HANDLING,
                                answered.stream()
                                        .mapToDouble(one -> one.score().getAsDouble())
                                        .average()
                                        .orElseThrow(),
                                answered.size(),
                                answered.stream()
                                        .flatMap(
                                                one ->
                                                        Stream.concat(
                                                                Stream.of(one.utteranceId()),
                                                                one.replyIds().stream()))
                                        .distinct()
                                        .toList())
                        .with("answered", answered.size())
                        .with("steps", answered.stream().mapToInt(o -> o.steps().size()).sum())
                        .with("faults", answered.stream().mapToInt(o -> o.faults().size()).sum()));
    }
}
