package talktrack.analysis.summary;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallNeeds.NeedTopic;
import talktrack.models.events.CallRecap;
import talktrack.models.events.CallRecap.Line;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.NeedDepth;
import talktrack.models.labels.ObjectionOutcome;
import talktrack.models.labels.ObjectionType;

/**
 * A call in two minutes, without a language model: the telling utterances, by what was read in the
 * call, within sentences that never change. Every sentence about the call names its utterances.
 */
public final class Recaps {

    private static final int MOST_NEEDS = 5;
    private static final int MOST_TURNS = 5;
    private static final int MOST_IN_MESSAGE = 3;
    private static final int MOST_QUESTIONS = 2;

    private final CallAnalysis call;
    private final String repName;
    private final LocalDate day;
    private final List<Utterance> utterances;
    private final Quotes quotes;
    private final RecapWords words;
    private final List<Promises> promises;

    private Recaps(CallAnalysis call, String repName, List<Utterance> all, ZoneId zone) {
        this.call = call;
        this.repName = repName;
        this.day = call.startedAt().atZone(zone).toLocalDate();
        utterances = all.stream().sorted(Comparator.comparingInt(Utterance::index)).toList();
        quotes = new Quotes(call, utterances);
        words = new RecapWords(call.language());
        promises = Promises.of(call.language(), utterances);
    }

    /**
     * @param utterances all of the call, in any order; redacted ones stay as they are
     * @param zone where the call's day is counted
     * @return without a line where the call is not {@link CallAnalysis#readable()}: a novel that is
     *     read aloud asks for no next step
     */
    public static CallRecap of(
            CallAnalysis call, String repName, List<Utterance> utterances, ZoneId zone) {
        if (!call.readable()) {
            return recap(call, List.of(), List.of(), List.of(), List.of(), List.of());
        }
        return new Recaps(call, repName, utterances, zone).recap();
    }

    private CallRecap recap() {
        return recap(call, needs(), turns(), agreed(), next(), message());
    }

    private static CallRecap recap(
            CallAnalysis call,
            List<Line> needs,
            List<Line> turns,
            List<Line> agreed,
            List<Line> next,
            List<Line> message) {
        return new CallRecap(
                call.callId(),
                call.revision(),
                call.language(),
                needs,
                turns,
                agreed,
                next,
                message,
                CallRecap.Source.EXTRACT,
                "",
                Integer.toHexString(List.of(needs, turns, agreed, next).hashCode()),
                Optional.empty());
    }

    /** The topics that went deepest, in the call's order. */
    private List<NeedTopic> topics() {
        List<NeedTopic> deepest =
                call.needs().topics().stream()
                        .filter(topic -> topic.depth() != NeedDepth.SITUATION)
                        .sorted(
                                Comparator.comparingInt((NeedTopic topic) -> topic.depth().level())
                                        .reversed())
                        .limit(MOST_NEEDS)
                        .toList();
        return call.needs().topics().stream().filter(deepest::contains).toList();
    }

    private List<Line> needs() {
        List<Line> lines = new ArrayList<>();
        for (NeedTopic topic : topics()) {
            Optional<String> problem = said(topic, NeedDepth.PROBLEM);
            Optional<String> consequence = said(topic, NeedDepth.IMPLICATION);
            if (problem.isPresent() && consequence.isPresent()) {
                lines.add(
                        new Line(
                                words.consequence(
                                        quotes.quote(problem.get()),
                                        quotes.quote(consequence.get())),
                                List.of(problem.get(), consequence.get())));
            } else {
                problem.ifPresent(id -> lines.add(line(words.problem(quotes.quote(id)), id)));
                consequence.ifPresent(
                        id -> lines.add(line(words.onlyConsequence(quotes.quote(id)), id)));
            }
            said(topic, NeedDepth.EXPLICIT_NEED)
                    .ifPresent(id -> lines.add(line(words.want(quotes.quote(id)), id)));
        }
        return lines;
    }

    private Optional<String> said(NeedTopic topic, NeedDepth depth) {
        return quotes.telling(
                topic.reached().stream()
                        .filter(one -> one.depth() == depth)
                        .flatMap(one -> one.utteranceIds().stream())
                        .toList());
    }

    private static Line line(String text, String id) {
        return new Line(text, List.of(id));
    }

    private List<ObjectionHandling> objections() {
        return call.objections().stream()
                .filter(ObjectionHandling::sure)
                .filter(one -> quotes.has(one.utteranceId()))
                .toList();
    }

    private List<Line> turns() {
        return objections().stream()
                .limit(MOST_TURNS)
                .map(
                        one -> {
                            List<String> ids = new ArrayList<>(List.of(one.utteranceId()));
                            one.course()
                                    .endId()
                                    .filter(id -> quotes.has(id) && !ids.contains(id))
                                    .ifPresent(ids::add);
                            return new Line(
                                    words.objection(
                                            one.type(),
                                            quotes.quote(one.utteranceId()),
                                            words.ending(ending(one))),
                                    ids);
                        })
                .toList();
    }

    private static ObjectionOutcome ending(ObjectionHandling one) {
        return one.course()
                .outcome()
                .orElse(
                        one.score().isEmpty()
                                ? ObjectionOutcome.UNANSWERED
                                : one.cameBack()
                                        ? ObjectionOutcome.REPEATED
                                        : ObjectionOutcome.MOVED_ON);
    }

    /** The objections that stayed; the last of a type says best what is left of it. */
    private List<ObjectionHandling> open() {
        Map<ObjectionType, ObjectionHandling> open = new LinkedHashMap<>();
        objections().stream()
                .filter(Recaps::stayed)
                .forEach(
                        one -> {
                            open.remove(one.type());
                            open.put(one.type(), one);
                        });
        return List.copyOf(open.values());
    }

    private static boolean stayed(ObjectionHandling one) {
        return switch (ending(one)) {
            case LEFT_OPEN, REPEATED, UNANSWERED -> true;
            case SETTLED, MOVED_ON -> false;
        };
    }

    private List<String> commitmentIds() {
        return call.commitmentIds().stream().filter(quotes::has).toList();
    }

    private List<Line> agreed() {
        StringBuilder text = new StringBuilder(words.agreed(call.commitment()));
        if (!commitmentIds().isEmpty()) {
            text.append(' ').append(agreedWords());
        }
        call.commitmentDay().ifPresent(when -> text.append(' ').append(words.on(when)));
        return List.of(new Line(text.toString(), agreedIds()));
    }

    /**
     * The last two utterances that show the commitment; where they only agree, also the rep's words
     * before, which say to what.
     */
    private List<String> agreedIds() {
        List<String> ids = commitmentIds();
        List<String> last = ids.subList(Math.max(0, ids.size() - 2), ids.size());
        if (last.isEmpty() || last.stream().anyMatch(this::promises)) {
            return last;
        }
        List<String> order = utterances.stream().map(Utterance::utteranceId).toList();
        int place = order.indexOf(last.getFirst());
        return place > 0 && promises(order.get(place - 1))
                ? Stream.concat(Stream.of(order.get(place - 1)), last.stream()).toList()
                : last;
    }

    private boolean promises(String id) {
        return Promises.in(call.language(), quotes.text(id));
    }

    private String agreedWords() {
        return agreedIds().stream().map(quotes::quote).collect(Collectors.joining(" "));
    }

    private List<Line> next() {
        List<Line> lines = new ArrayList<>();
        promises.forEach(
                one -> lines.add(line(words.keep(quotes.quoted(one.words())), one.utteranceId())));
        promises.stream()
                .flatMap(one -> one.questionId().stream())
                .forEach(id -> lines.add(line(words.find(quotes.quote(id)), id)));
        if (!willing()) {
            return lines;
        }
        open().stream()
                .limit(MOST_QUESTIONS)
                .forEach(
                        one ->
                                lines.add(
                                        line(
                                                words.answer(
                                                        one.type(),
                                                        quotes.quote(one.utteranceId())),
                                                one.utteranceId())));
        topics().stream()
                .filter(topic -> topic.depth() == NeedDepth.PROBLEM)
                .flatMap(topic -> said(topic, NeedDepth.PROBLEM).stream())
                .limit(MOST_QUESTIONS)
                .forEach(id -> lines.add(line(words.askOn(quotes.quote(id)), id)));
        if (firm()) {
            call.commitmentDay()
                    .ifPresent(when -> lines.add(new Line(words.prepare(when), commitmentIds())));
        } else {
            lines.add(new Line(words.settleStep(), commitmentIds()));
        }
        return lines;
    }

    /** Who said no, or wants none of it, is not written to about it again. */
    private boolean willing() {
        return call.commitment() != Commitment.NO_SALE
                && open().stream().noneMatch(one -> one.type() == ObjectionType.NEED);
    }

    private boolean firm() {
        return call.commitment() == Commitment.ORDER || call.commitment() == Commitment.ADVANCE;
    }

    /**
     * A line for each thing worth saying to the customer; the greeting and the end name nothing.
     */
    private List<Line> message() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(words.thanks(day), List.of()));
        if (willing()) {
            lines.addAll(whatMatters());
        }
        promises.forEach(
                one ->
                        lines.add(
                                line(
                                        words.promised(quotes.quoted(one.words())),
                                        one.utteranceId())));
        if (firm() && !commitmentIds().isEmpty()) {
            String text = words.wasAgreed(agreedWords());
            lines.add(
                    new Line(
                            call.commitmentDay()
                                    .map(when -> text + " " + words.on(when))
                                    .orElse(text),
                            agreedIds()));
        }
        lines.add(new Line(words.close(repName), List.of()));
        return lines;
    }

    private List<Line> whatMatters() {
        List<Line> lines = new ArrayList<>();
        topics().stream()
                .flatMap(
                        topic ->
                                said(topic, NeedDepth.EXPLICIT_NEED)
                                        .or(() -> said(topic, NeedDepth.PROBLEM))
                                        .stream())
                .limit(MOST_IN_MESSAGE)
                .forEach(
                        id ->
                                lines.add(
                                        line(
                                                lines.isEmpty()
                                                        ? words.understood(quotes.quote(id))
                                                        : words.also(quotes.quote(id)),
                                                id)));
        open().stream()
                .limit(1)
                .forEach(
                        one ->
                                lines.add(
                                        line(
                                                words.stillOpen(quotes.quote(one.utteranceId())),
                                                one.utteranceId())));
        return lines;
    }
}
