package talktrack.analysis.call;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Skill;

/**
 * The three SPIN skills that reward needs which grow. No number of questions earns a point: only
 * what the customer says to them does.
 */
final class NeedSkills {

    /** A shorter talk leaves no room for discovery. */
    private static final int TURNS_FOR_DISCOVERY = 6;

    private NeedSkills() {}

    /**
     * Problems that the rep brought out: none scores 0, one 50, three 100. A problem counts when
     * the customer admitted it, or more about it, in answer to a SPIN question.
     */
    static Optional<SkillScore> problemDiscovery(SpokenCall call, Needs needs) {
        if (!call.speakersKnown() || call.turns().size() < TURNS_FOR_DISCOVERY) {
            return Optional.empty();
        }
        List<Matter.Step> found =
                needs.matters().stream()
                        .filter(Matter::troubled)
                        .flatMap(matter -> broughtOut(matter).stream())
                        .toList();
        return Optional.of(
                new SkillScore(
                                Skill.PROBLEM_DISCOVERY,
                                Anchors.score(found.size(), 0, 1, 3),
                                Math.max(1, found.size()),
                                found.stream().flatMap(Matter.Step::ids).distinct().toList())
                        .with("found", found.size()));
    }

    /** The first need of the matter that the rep's asking brought out. */
    private static Optional<Matter.Step> broughtOut(Matter matter) {
        return matter.needSteps().stream()
                .filter(step -> step.moment().asked() != QuestionType.NONE)
                .findFirst();
    }

    /**
     * Share of the problems, three at most, that the rep followed to a consequence: none scores 0,
     * half 50, all 100.
     */
    static Optional<SkillScore> implicationDepth(Needs needs) {
        return share(
                needs,
                Skill.IMPLICATION_DEPTH,
                NeedDepth.IMPLICATION,
                moment -> moment.asked() == QuestionType.IMPLICATION);
    }

    /**
     * Share of the problems, three at most, for which the customer, being asked, stated a want or
     * the value of solving them: none scores 0, half 50, all 100.
     */
    static Optional<SkillScore> needPayoff(Needs needs) {
        return share(
                needs,
                Skill.NEED_PAYOFF,
                NeedDepth.EXPLICIT_NEED,
                moment -> moment.asked() != QuestionType.NONE);
    }

    /**
     * What the customer said unasked is neither to the rep's credit nor left undone: such a problem
     * is no occasion.
     */
    private static Optional<SkillScore> share(
            Needs needs, Skill skill, NeedDepth depth, Predicate<NeedMoment> byTheRep) {
        Set<String> evidence = new LinkedHashSet<>();
        Set<String> missed = new LinkedHashSet<>();
        int occasions = 0;
        int won = 0;
        for (Matter matter : needs.matters()) {
            List<Matter.Step> there =
                    matter.steps().stream().filter(step -> step.depth() == depth).toList();
            List<Matter.Step> earned =
                    there.stream().filter(step -> byTheRep.test(step.moment())).toList();
            if (!matter.troubled() || (earned.isEmpty() && !there.isEmpty())) {
                continue;
            }
            occasions++;
            if (earned.isEmpty()) {
                matter.needSteps().forEach(step -> missed.addAll(step.saidIds()));
            } else {
                won++;
                earned.stream().flatMap(Matter.Step::ids).forEach(evidence::add);
            }
        }
        if (occasions == 0) {
            return Optional.empty();
        }
        int counted = Math.min(CallNeeds.MOST_COUNTED, occasions);
        double share = Math.min(1, (double) won / counted);
        return Optional.of(
                new SkillScore(
                                skill,
                                Anchors.score(share, 0, 0.5, 1),
                                counted,
                                List.copyOf(evidence.isEmpty() ? missed : evidence))
                        .with("problems", occasions)
                        .with("followed", won));
    }
}
