package talktrack.analysis.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.CallNeeds.NeedTopic;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Scored;
import talktrack.models.events.Suggestion;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Need;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.ObjectionOutcome;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.SaleSize;
import talktrack.models.labels.Skill;

/**
 * The chances that a rep missed: a problem admitted and never followed by an implication question,
 * a want stated and never followed by a need-payoff question, an end without a next step.
 */
final class MissedChances {

    /** As for objections: a chance that was none costs more trust than silence. */
    private static final double SURE_NEED = 0.7;

    /** What is asked right after a need goes on about it, whatever its topic was taken for. */
    private static final int AT_ONCE = 2;

    /** A question so soon after a need may be about it, if it is about nothing else. */
    private static final int SOON = 6;

    /** What stands right before a want may be the question that brought it out. */
    private static final int JUST_BEFORE = 3;

    /** More of a kind are not read; the plainest ones stay. */
    private static final int MOST_OF_A_KIND = 3;

    /** A mere "we will be in touch" scores this. */
    private static final double NO_STEP = 25;

    private final CallAnalysis call;
    private final Map<String, Integer> places = new HashMap<>();

    private MissedChances(CallAnalysis call) {
        this.call = call;
        call.labels().forEach(one -> places.put(one.utteranceId(), places.size()));
    }

    /** In the call's order. Who calls to have something mended is not sold to. */
    static List<AdviceMoment> of(CallAnalysis call) {
        return call.kind().filter(kind -> kind.label() == CallKind.SERVICE).isPresent()
                ? List.of()
                : new MissedChances(call).all();
    }

    private List<AdviceMoment> all() {
        List<AdviceMoment> found = new ArrayList<>();
        if (!simpleSale()) {
            found.addAll(plainest(this::problemDropped));
            found.addAll(plainest(this::needUnvalued));
        }
        noNextStep().ifPresent(found::add);
        return found.stream()
                .sorted(Comparator.comparingInt(moment -> place(moment.utteranceId())))
                .toList();
    }

    /** Small sales are won without these questions (Rackham's findings are on major ones). */
    private boolean simpleSale() {
        return call.sale().filter(sale -> sale.label() == SaleSize.SIMPLE).isPresent();
    }

    private interface Chance {
        Optional<AdviceMoment> in(NeedTopic topic);
    }

    private List<AdviceMoment> plainest(Chance chance) {
        return call.needs().topics().stream()
                .map(chance::in)
                .flatMap(Optional::stream)
                .sorted(
                        Comparator.comparingDouble(
                                        (AdviceMoment moment) -> need(moment.utteranceId()).score())
                                .reversed())
                .limit(MOST_OF_A_KIND)
                .toList();
    }

    /** Whoever already wants a solution needs no more consequences. */
    private Optional<AdviceMoment> problemDropped(NeedTopic topic) {
        return topic.depth() == NeedDepth.PROBLEM
                        && !asked(topic, NeedDepth.PROBLEM, QuestionType.IMPLICATION)
                ? moment(topic, NeedDepth.PROBLEM, QuestionType.IMPLICATION)
                : Optional.empty();
    }

    private Optional<AdviceMoment> needUnvalued(NeedTopic topic) {
        return topic.depth() == NeedDepth.EXPLICIT_NEED
                        && !asked(topic, NeedDepth.EXPLICIT_NEED, QuestionType.NEED_PAYOFF)
                ? moment(topic, NeedDepth.EXPLICIT_NEED, QuestionType.NEED_PAYOFF)
                : Optional.empty();
    }

    private Optional<AdviceMoment> moment(NeedTopic topic, NeedDepth depth, QuestionType missed) {
        Need wanted = depth == NeedDepth.EXPLICIT_NEED ? Need.EXPLICIT : Need.IMPLIED;
        List<String> sure =
                AdviceMoments.reached(topic, depth).stream()
                        .filter(id -> need(id).label() == wanted && need(id).score() >= SURE_NEED)
                        .filter(id -> wanted == Need.IMPLIED || !answersFacts(id))
                        .toList();
        return sure.stream()
                .max(Comparator.comparingDouble(id -> need(id).score()))
                .map(
                        plainest ->
                                new AdviceMoment(
                                        depth == NeedDepth.EXPLICIT_NEED
                                                ? Suggestion.Kind.NEED_UNVALUED
                                                : Suggestion.Kind.PROBLEM_DROPPED,
                                        plainest,
                                        ObjectionType.NONE,
                                        Optional.of(missed),
                                        depth == NeedDepth.PROBLEM
                                                ? Optional.of(plainest)
                                                : said(topic, NeedDepth.PROBLEM),
                                        said(topic, NeedDepth.IMPLICATION),
                                        depth == NeedDepth.EXPLICIT_NEED
                                                ? Optional.of(plainest)
                                                : Optional.empty()));
    }

    /** "Do you need the high dock?" "The high one, yes" is a fact asked for, and nobody's wish. */
    private boolean answersFacts(String id) {
        int place = place(id);
        return place > 0 && is(call.labels().get(place - 1).utteranceId(), QuestionType.SITUATION);
    }

    private Optional<String> said(NeedTopic topic, NeedDepth depth) {
        return AdviceMoments.plainest(call, AdviceMoments.reached(topic, depth));
    }

    /** Whether such a question was asked about the topic, soon after it, or just before it. */
    private boolean asked(NeedTopic topic, NeedDepth depth, QuestionType type) {
        return topic.followUpIds().stream().anyMatch(id -> is(id, type))
                || AdviceMoments.reached(topic, depth).stream()
                        .map(this::place)
                        .anyMatch(
                                place ->
                                        around(place, AT_ONCE)
                                                        .anyMatch(id -> is(id, type) || perhaps(id))
                                                || around(place, SOON)
                                                        .filter(id -> !ofAnother(topic, id))
                                                        .anyMatch(id -> is(id, type)));
    }

    private Stream<String> around(int place, int after) {
        int from = Math.max(0, place - JUST_BEFORE);
        int to = Math.min(call.labels().size(), place + after + 1);
        return call.labels().subList(from, to).stream().map(UtteranceReading::utteranceId);
    }

    private boolean ofAnother(NeedTopic topic, String questionId) {
        return call.needs().topics().stream()
                .anyMatch(
                        other -> !other.equals(topic) && other.followUpIds().contains(questionId));
    }

    private boolean is(String utteranceId, QuestionType type) {
        int place = place(utteranceId);
        if (place < 0) {
            return false;
        }
        return call.labels().get(place).labels().countedQuestions().anyMatch(one -> one == type);
    }

    /** Asks something, but what type of question it is was too uncertain to count. */
    private boolean perhaps(String utteranceId) {
        int place = place(utteranceId);
        return place >= 0
                && call.labels()
                        .get(place)
                        .labels()
                        .questions()
                        .anyMatch(one -> one.label() != QuestionType.NONE && !one.counts());
    }

    private Scored<Need> need(String utteranceId) {
        int place = place(utteranceId);
        return place < 0 ? new Scored<>(Need.NONE, 1) : call.labels().get(place).labels().need();
    }

    private int place(String utteranceId) {
        return places.getOrDefault(utteranceId, -1);
    }

    /** Where the customer put it off; the end of the call where nobody spoke of a step. */
    private Optional<AdviceMoment> noNextStep() {
        boolean without =
                call.skills().stream()
                        .filter(skill -> skill.skill() == Skill.CLEAR_NEXT_STEP)
                        .anyMatch(skill -> skill.judged() && skill.score() <= NO_STEP);
        if (!without
                || unwilling()
                || call.commitment() == Commitment.NO_SALE
                || call.labels().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new AdviceMoment(
                        Suggestion.Kind.NO_NEXT_STEP,
                        call.commitmentIds().isEmpty()
                                ? lastClear().utteranceId()
                                : putOff(call.commitmentIds()),
                        ObjectionType.NONE,
                        Optional.of(QuestionType.CLOSING),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** The last words of it only agree: "Okay then." */
    private static String putOff(List<String> commitmentIds) {
        return commitmentIds.get(Math.max(0, commitmentIds.size() - 2));
    }

    /** Who wants nothing, or trusts nobody, is not to be asked for a step. */
    private boolean unwilling() {
        return call.objections().stream()
                .filter(ObjectionHandling::sure)
                .filter(
                        one ->
                                one.type() == ObjectionType.NEED
                                        || one.type() == ObjectionType.TRUST)
                .anyMatch(one -> one.course().outcome().filter(MissedChances::stayed).isPresent());
    }

    private static boolean stayed(ObjectionOutcome outcome) {
        return outcome == ObjectionOutcome.LEFT_OPEN || outcome == ObjectionOutcome.REPEATED;
    }

    private UtteranceReading lastClear() {
        return call.labels().reversed().stream()
                .filter(one -> !one.labels().unclear())
                .findFirst()
                .orElse(call.labels().getLast());
    }
}
