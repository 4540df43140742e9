package talktrack.analysis.advice;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.CallNeeds.NeedTopic;
import talktrack.models.events.CallNeeds.Reached;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Skill;

/** The moments of a call that show a skill: ids of utterances, the most telling first. */
public final class TellingMoments {

    private static final Set<QuestionType> LEADS_ON =
            Set.of(QuestionType.PROBLEM, QuestionType.IMPLICATION, QuestionType.NEED_PAYOFF);

    private static final int GOODBYE_UTTERANCES = 6;

    private TellingMoments() {}

    /** Where a chance was missed. */
    public static List<String> weakest(CallAnalysis call, Skill skill) {
        Stream<String> first =
                switch (skill) {
                    case OBJECTION_HANDLING, TALK_TRACK_ADHERENCE ->
                            objections(call, Comparator.naturalOrder());
                    case IMPLICATION_DEPTH -> lastWords(call, shallower(NeedDepth.IMPLICATION));
                    case NEED_PAYOFF -> lastWords(call, shallower(NeedDepth.EXPLICIT_NEED));
                    case PROBLEM_DISCOVERY ->
                            lastWords(call, topic -> topic.depth() == NeedDepth.SITUATION);
                    case SOLUTION_MATCH -> lastWords(call, needs().and(t -> !t.followedUp()));
                    case LISTENING -> evidence(call, skill);
                    case CLEAR_NEXT_STEP -> beforeGoodbye(call);
                    case OPENING -> firstUtterance(call);
                    case SITUATION_ECONOMY, EMOTIONAL_CONTROL -> Stream.empty();
                };
        return with(first, evidence(call, skill), monologue(call, skill));
    }

    /** Where it was done well. */
    public static List<String> best(CallAnalysis call, Skill skill) {
        Stream<String> first =
                switch (skill) {
                    case OBJECTION_HANDLING, TALK_TRACK_ADHERENCE ->
                            objections(call, Comparator.reverseOrder());
                    case SOLUTION_MATCH -> lastWords(call, needs().and(NeedTopic::followedUp));
                    default -> Stream.empty();
                };
        return with(first, evidence(call, skill), Stream.empty());
    }

    private static List<String> with(
            Stream<String> first, Stream<String> second, Stream<String> third) {
        Set<String> ids = new LinkedHashSet<>();
        Stream.of(first, second, third).flatMap(each -> each).forEach(ids::add);
        return List.copyOf(ids);
    }

    private static Stream<String> objections(CallAnalysis call, Comparator<Double> order) {
        return call.objections().stream()
                .filter(ObjectionHandling::counts)
                .sorted(Comparator.comparing(one -> one.score().getAsDouble(), order))
                .map(ObjectionHandling::utteranceId);
    }

    private static Predicate<NeedTopic> needs() {
        return topic -> topic.depth() != NeedDepth.SITUATION;
    }

    /** A problem was admitted, and it went no deeper than this. */
    private static Predicate<NeedTopic> shallower(NeedDepth depth) {
        return needs().and(topic -> topic.depth().level() < depth.level());
    }

    /**
     * The customer's last words on topics like this: after them something was due. Those first
     * after which the rep asked nothing that leads on; an objection asks for something else.
     */
    private static Stream<String> lastWords(CallAnalysis call, Predicate<NeedTopic> which) {
        Set<String> nothingMissed = nothingMissed(call);
        return call.needs().topics().stream()
                .filter(which)
                .map(NeedTopic::reached)
                .filter(reached -> !reached.isEmpty())
                .map(List::getLast)
                .map(Reached::utteranceIds)
                .map(List::getLast)
                .sorted(Comparator.comparing(nothingMissed::contains));
    }

    private static Set<String> nothingMissed(CallAnalysis call) {
        Set<String> ids = new LinkedHashSet<>();
        List<UtteranceReading> all = call.labels();
        for (int i = 0; i < all.size(); i++) {
            boolean askedOn =
                    i + 1 < all.size()
                            && all.get(i + 1)
                                    .labels()
                                    .questions()
                                    .anyMatch(asked -> LEADS_ON.contains(asked.label()));
            boolean objects = all.get(i).labels().objection().label() != ObjectionType.NONE;
            if (askedOn || objects) {
                ids.add(all.get(i).utteranceId());
            }
        }
        return ids;
    }

    private static Stream<String> monologue(CallAnalysis call, Skill skill) {
        return skill == Skill.LISTENING
                ? call.metricEvidence().getOrDefault("longestMonologueSeconds", List.of()).stream()
                : Stream.empty();
    }

    private static Stream<String> firstUtterance(CallAnalysis call) {
        return call.labels().stream().limit(1).map(UtteranceReading::utteranceId);
    }

    /** Where something should be agreed on; the last words are goodbyes. */
    private static Stream<String> beforeGoodbye(CallAnalysis call) {
        List<UtteranceReading> all = call.labels();
        return all.subList(Math.max(0, all.size() - GOODBYE_UTTERANCES), all.size()).stream()
                .map(UtteranceReading::utteranceId);
    }

    private static Stream<String> evidence(CallAnalysis call, Skill skill) {
        return call.skills().stream()
                .filter(score -> score.skill() == skill)
                .flatMap(score -> score.evidence().stream());
    }
}
