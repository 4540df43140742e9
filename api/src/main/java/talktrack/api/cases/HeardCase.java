package talktrack.api.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.CallNeeds.NeedTopic;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.CasePart;
import talktrack.models.labels.Language;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Speaker;

/** Who says in a call what a case tells: for each part the utterances, in the call's order. */
final class HeardCase {

    private static final int MOST_ANSWERS = 3;
    private static final int MOST = 3;
    private static final int MOST_AT_THE_END = 2;

    /** Shorter answers to a question of fact, such as "Oh, seven years?", tell little. */
    private static final Map<Language, Integer> LEAST = Map.of(Language.EN, 20, Language.ZH, 8);

    /** Who has a say; in a customer's words only. */
    private static final Map<Language, Pattern> DECIDES =
            Map.of(
                    Language.EN,
                    Pattern.compile(
                            "(?i)\\b(?:decid(?:e|es|ed|ing)\\b|decisions?\\b|sign(?:s|ed)?(?: it| this)? off"
                                    + "|sign-?off|approv(?:e|es|ed|al)\\b|(?:last|final) (?:say|word)"
                                    + "|my (?:boss|manager|director|partner)|(?:our|the) (?:director|owner|board"
                                    + "|cfo|ceo|management|finance|purchasing|procurement|head office|works council)"
                                    + "|committee|(?:holds?|owns?) the budget|(?:run|put) (?:it|this|that) (?:by|past|to) )"),
                    Language.ZH,
                    Pattern.compile(
                            "拍板|说了算|做主|审批|批准|点头|签字|上会|汇报|请示|决策|领导|老板|董事|总经理|总监|管理层|采购部|财务部"));

    private final CallAnalysis call;
    private final Map<String, Utterance> byId;
    private final List<Utterance> said;
    private final Map<String, UtteranceLabels> labels;

    /**
     * @param said of the call, by utterance id; unclear ones are not among them
     */
    HeardCase(CallAnalysis call, Map<String, Utterance> said) {
        this.call = call;
        byId = Map.copyOf(said);
        this.said =
                call.labels().stream()
                        .map(UtteranceReading::utteranceId)
                        .filter(said::containsKey)
                        .map(said::get)
                        .toList();
        labels = new HashMap<>();
        call.labels().forEach(one -> labels.put(one.utteranceId(), one.labels()));
    }

    /** Parts that nobody speaks of are empty. */
    Map<CasePart, List<Utterance>> parts() {
        Map<CasePart, List<Utterance>> parts = new EnumMap<>(CasePart.class);
        List<Utterance> problem = needs(NeedDepth.PROBLEM, NeedDepth.IMPLICATION);
        parts.put(CasePart.PROBLEM, problem);
        parts.put(CasePart.VALUE_SHOWN, value());
        parts.put(CasePart.CUSTOMER, background(problem));
        parts.put(CasePart.DECISION_CHAIN, decision());
        parts.put(CasePart.OUTCOME, end());
        return parts;
    }

    /** The deepest needs first, so that they are kept when there are more than a case tells. */
    private Stream<NeedTopic> topics() {
        return call.needs().topics().stream()
                .filter(topic -> topic.depth() != NeedDepth.SITUATION)
                .sorted(
                        Comparator.comparingInt((NeedTopic topic) -> topic.depth().level())
                                .reversed());
    }

    private List<Utterance> needs(NeedDepth... depths) {
        List<NeedDepth> wanted = List.of(depths);
        return inOrder(
                topics().flatMap(topic -> topic.reached().stream())
                        .filter(one -> wanted.contains(one.depth()))
                        .flatMap(one -> one.utteranceIds().stream()),
                Speaker.CUSTOMER);
    }

    /** What the rep answered to the needs, and what the customer says that it is worth. */
    private List<Utterance> value() {
        List<Utterance> value =
                new ArrayList<>(
                        inOrder(
                                topics().flatMap(topic -> topic.followUpIds().stream())
                                        .filter(id -> !asks(id)),
                                Speaker.REP));
        value.addAll(needs(NeedDepth.EXPLICIT_NEED));
        value.sort(Comparator.comparingInt(Utterance::index));
        return value;
    }

    private boolean asks(String id) {
        return !labels.containsKey(id) || labels.get(id).question().label() != QuestionType.NONE;
    }

    /** The first few of these that this side said, in the call's order. */
    private List<Utterance> inOrder(Stream<String> ids, Speaker speaker) {
        return ids.distinct()
                .map(byId::get)
                .filter(one -> one != null && one.speaker() == speaker)
                .limit(MOST)
                .sorted(Comparator.comparingInt(Utterance::index))
                .toList();
    }

    /** Questions of fact with their answers. */
    private List<Utterance> background(List<Utterance> problem) {
        List<Utterance> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < said.size() && pairs.size() < 2 * MOST_ANSWERS; i++) {
            Utterance answer = said.get(i + 1);
            boolean asked =
                    said.get(i).speaker() == Speaker.REP
                            && labels.get(said.get(i).utteranceId())
                                    .countedQuestions()
                                    .anyMatch(type -> type == QuestionType.SITUATION);
            if (asked
                    && answer.speaker() == Speaker.CUSTOMER
                    && answer.displayText().length() >= LEAST.get(call.language())
                    && !problem.contains(answer)
                    && labels.get(answer.utteranceId()).objection().label() == ObjectionType.NONE) {
                pairs.add(said.get(i));
                pairs.add(answer);
            }
        }
        return pairs;
    }

    private List<Utterance> decision() {
        Pattern decides = DECIDES.get(call.language());
        return said.stream()
                .filter(one -> one.speaker() == Speaker.CUSTOMER)
                .filter(one -> decides.matcher(one.displayText()).find())
                .limit(MOST)
                .toList();
    }

    private List<Utterance> end() {
        List<Utterance> end =
                said.stream()
                        .filter(one -> call.commitmentIds().contains(one.utteranceId()))
                        .toList();
        return end.subList(Math.max(0, end.size() - MOST_AT_THE_END), end.size());
    }
}
