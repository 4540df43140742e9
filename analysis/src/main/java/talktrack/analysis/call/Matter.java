package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.QuestionType;

/**
 * One topic of needs discovery and every moment in which it was talked about. ("Topic" is Kafka's
 * word in this code.)
 */
final class Matter {

    /**
     * A depth that was reached.
     *
     * @param said the customer's words that reach it
     */
    record Step(NeedDepth depth, NeedMoment moment, List<ScoredUtterance> said) {

        List<String> saidIds() {
            return said.stream().map(one -> one.utterance().utteranceId()).toList();
        }

        /** The rep's question and the customer's words. */
        Stream<String> ids() {
            return Stream.concat(moment.question().stream(), said.stream())
                    .map(one -> one.utterance().utteranceId());
        }
    }

    private final List<NeedMoment> moments;
    private final List<Step> steps;

    /**
     * @param moments at least one, in the call's order
     */
    Matter(List<NeedMoment> moments) {
        this.moments = List.copyOf(moments);
        this.steps = List.copyOf(steps(moments));
    }

    List<NeedMoment> moments() {
        return moments;
    }

    /** All depths that were reached, in the call's order; none when nothing came of asking. */
    List<Step> steps() {
        return steps;
    }

    private static List<Step> steps(List<NeedMoment> moments) {
        List<Step> steps = new ArrayList<>();
        for (NeedMoment moment : moments) {
            boolean admitsConsequence =
                    moment.asked() == QuestionType.IMPLICATION && moment.substantive();
            if (admitsConsequence) {
                steps.add(new Step(NeedDepth.IMPLICATION, moment, moment.answer()));
            }
            for (ScoredUtterance said : moment.needs()) {
                NeedDepth depth = depth(said, admitsConsequence, steps);
                steps.add(new Step(depth, moment, List.of(said)));
            }
            if (moment.asked() == QuestionType.NEED_PAYOFF && moment.substantive()) {
                steps.add(new Step(NeedDepth.EXPLICIT_NEED, moment, moment.answer()));
            }
            if (tellsFacts(moment)) {
                steps.add(new Step(NeedDepth.SITUATION, moment, moment.answer()));
            }
        }
        return steps;
    }

    /** A trouble is a problem, unless it is what another trouble leads to. */
    private static NeedDepth depth(
            ScoredUtterance need, boolean admitsConsequence, List<Step> before) {
        return switch (need.labels().need().label()) {
            case EXPLICIT -> NeedDepth.EXPLICIT_NEED;
            case IMPLIED, NONE ->
                    admitsConsequence
                                    || (reach(before, NeedDepth.PROBLEM)
                                            && Phrases.CONSEQUENCE.in(need.utterance()))
                            ? NeedDepth.IMPLICATION
                            : NeedDepth.PROBLEM;
        };
    }

    /** Asked for facts; or for a trouble, and there was none. */
    private static boolean tellsFacts(NeedMoment moment) {
        return moment.asked() == QuestionType.SITUATION
                || (moment.asked() == QuestionType.PROBLEM && moment.needs().isEmpty());
    }

    private static boolean reach(List<Step> steps, NeedDepth depth) {
        return steps.stream().anyMatch(step -> step.depth() == depth);
    }

    Optional<NeedDepth> depth() {
        return steps.stream().map(Step::depth).max(NeedDepth::compareTo);
    }

    /** The steps that are more than facts. */
    List<Step> needSteps() {
        return steps.stream().filter(step -> step.depth() != NeedDepth.SITUATION).toList();
    }

    /** Whether there is something to answer: more than facts. */
    boolean needy() {
        return !needSteps().isEmpty();
    }

    /** Whether the customer has a problem here, or said what it leads to. */
    boolean troubled() {
        return reach(steps, NeedDepth.PROBLEM) || reach(steps, NeedDepth.IMPLICATION);
    }

    /** Questions that go on about a problem, instead of collecting facts. */
    static boolean deepens(QuestionType asked) {
        return switch (asked) {
            case PROBLEM, IMPLICATION, NEED_PAYOFF -> true;
            case SITUATION, CHECK, CLOSING, RAPPORT, NONE -> false;
        };
    }
}
