package talktrack.api.callquestions;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import talktrack.api.callquestions.CallAnswer.Citation;
import talktrack.api.callquestions.MeasuredAnswers.Said;
import talktrack.api.calls.Call;
import talktrack.api.calls.CallRegistry;
import talktrack.api.index.ElasticIndex;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Person;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;

/**
 * Answers questions about calls: from what was measured when that answers, else by search over what
 * was said. Rules and statistics only; no language model reads a call here, so nothing that is said
 * in one can give orders. Thread-safe.
 */
public final class CallQuestions {

    private static final int WEEKS = 10;
    private static final int CITED = 8;
    private static final int CITED_OF_A_CALL = 2;

    private static final Comparator<Person> BY_NAME =
            Comparator.comparing(Person::name).thenComparing(Person::repId);

    private final Supplier<List<Call>> calls;
    private final Function<String, Optional<Person>> person;
    private final CallFacts facts;
    private final UtteranceSearch search;
    private final Clock clock;

    /**
     * @param clock in the zone whose days and weeks count
     */
    public CallQuestions(CallRegistry registry, ElasticIndex index, Clock clock) {
        this(registry::calls, registry::rep, index, clock);
    }

    /**
     * @param calls all of them, the newest first
     * @param person who a rep is, by id
     */
    CallQuestions(
            Supplier<List<Call>> calls,
            Function<String, Optional<Person>> person,
            ElasticIndex index,
            Clock clock) {
        this.calls = calls;
        this.person = person;
        this.facts = new CallFacts(index);
        this.search = new UtteranceSearch(index);
        this.clock = clock;
    }

    /**
     * The answer, if this is a question about calls.
     *
     * @param mayOpen which calls the asker may open; of the others nothing is told, counted or
     *     hinted at
     */
    public Optional<CallAnswer> answer(
            String question, Language language, Predicate<Call> mayOpen) {
        OpenCalls open = open(mayOpen);
        if (open.calls().isEmpty()) {
            return Optional.empty();
        }
        return new QuestionReader(reps(open), open.customers(), LocalDate.now(clock))
                .read(question, language)
                .flatMap(read -> answer(read, language, open));
    }

    /**
     * What a question means that names only another customer, rep or time than the one before.
     *
     * @param before a question that calls answered
     * @param mayOpen as for {@link #answer}
     */
    public Optional<String> following(
            String question, String before, Language language, Predicate<Call> mayOpen) {
        OpenCalls open = open(mayOpen);
        return new CallFollowUp(reps(open), open.customers(), LocalDate.now(clock))
                .reading(question, before, language);
    }

    private OpenCalls open(Predicate<Call> mayOpen) {
        return OpenCalls.of(calls.get(), mayOpen, person, clock.getZone());
    }

    private static List<Person> reps(OpenCalls open) {
        return open.reps().values().stream().sorted(BY_NAME).toList();
    }

    private Optional<CallAnswer> answer(CallQuestion question, Language language, OpenCalls open) {
        if (question.intent() == Intent.SAID) {
            return said(question, language, open);
        }
        AnswerWords words = AnswerWords.in(language);
        return Optional.of(figures(question, words, open));
    }

    private CallAnswer figures(CallQuestion question, AnswerWords words, OpenCalls open) {
        return switch (question.intent()) {
            case SCORE -> measured(question, words, open, answers -> answers.score(question));
            case RANKING -> measured(question, words, open, answers -> answers.ranking(question));
            case STRENGTHS ->
                    measured(question, words, open, answers -> answers.strengths(question));
            case TREND ->
                    measured(
                            question, words, open, answers -> answers.trend(question, open.zone()));
            case CALL_COUNT -> count(question, words, open);
            case OBJECTIONS ->
                    course(question, words, open, all -> all.objections(question.measure()));
            case NEEDS -> course(question, words, open, CourseAnswers::needs);
            case NEXT_STEPS -> course(question, words, open, CourseAnswers::nextSteps);
            case SAID -> throw new IllegalStateException("Bug: what was said is searched for");
        };
    }

    /** Ranked and compared with others in the same time, so only the time narrows the calls. */
    private CallAnswer measured(
            CallQuestion question,
            AnswerWords words,
            OpenCalls open,
            Function<MeasuredAnswers, Said> answer) {
        Span span = question.span().orElseGet(() -> lastWeeks(open));
        OpenCalls in = open.in(span);
        return told(
                answer.apply(
                        new MeasuredAnswers(words, facts.heard(in.calls()), open.reps(), span)),
                open);
    }

    private CallAnswer course(
            CallQuestion question,
            AnswerWords words,
            OpenCalls open,
            Function<CourseAnswers, Said> answer) {
        List<Heard> heard = facts.heard(open.about(question).calls());
        return told(
                answer.apply(new CourseAnswers(words, heard, open.zone(), question.span())), open);
    }

    /** As the heatmaps: ten weeks that end with the newest that has a call. */
    private Span lastWeeks(OpenCalls open) {
        LocalDate today = LocalDate.now(clock);
        LocalDate newest =
                open.calls().stream()
                        .map(call -> call.details().startedAt().atZone(open.zone()).toLocalDate())
                        .filter(day -> !day.isAfter(today))
                        .findFirst()
                        .orElse(today);
        LocalDate monday = newest.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Span(monday.minusWeeks(WEEKS - 1L), monday.plusDays(6));
    }

    private static CallAnswer count(CallQuestion question, AnswerWords words, OpenCalls open) {
        List<Call> calls = open.about(question).calls();
        String who =
                (question.reps().isEmpty()
                                ? ""
                                : words.text(
                                        "count.of",
                                        words.joined(
                                                question.reps().stream()
                                                        .map(Person::name)
                                                        .toList())))
                        + (question.customers().isEmpty()
                                ? ""
                                : words.text("count.with", words.joined(question.customers())));
        int analysed = (int) calls.stream().filter(Call::analysed).count();
        List<String> sentences = new ArrayList<>();
        sentences.add(words.text("count.calls", words.count("call", calls.size()), who));
        if (analysed < calls.size()) {
            sentences.add(words.text("count.analysed", analysed));
        }
        question.span().ifPresent(span -> sentences.add(words.text("period", words.span(span))));
        return new CallAnswer(
                words.sentences(sentences),
                List.of(),
                List.of(),
                Optional.of(
                        question.reps().size() == 1
                                ? "/calls?rep=" + question.reps().getFirst().repId()
                                : "/calls"));
    }

    /** Nothing where nobody said it and nobody in particular is asked after: documents may know. */
    private Optional<CallAnswer> said(CallQuestion question, Language language, OpenCalls open) {
        AnswerWords words = AnswerWords.in(language);
        if (question.topic().isEmpty()) {
            return Optional.of(
                    new CallAnswer(
                            words.text("said.no-topic"), List.of(), List.of(), Optional.empty()));
        }
        OpenCalls about = open.about(question).with(Call::analysed);
        Map<String, ObjectionHandling> objections = new LinkedHashMap<>();
        UtteranceSearch.Topic topic = UtteranceSearch.Topic.of(question.topic(), language);
        topic.objection().stream()
                .flatMap(type -> facts.heard(about.calls(), type).stream())
                .flatMap(call -> call.analysis().objections().stream())
                .filter(ObjectionHandling::sure)
                .forEach(one -> objections.put(one.utteranceId(), one));
        boolean onlyRep = !question.reps().isEmpty() && !question.byCustomer();
        UtteranceSearch.Found found =
                search.find(topic, about.calls(), objections, question.byCustomer(), onlyRep);
        if (found.lines().isEmpty() && !question.named()) {
            return Optional.empty();
        }
        Map<String, List<ScoredUtterance>> byCall =
                found.lines().stream()
                        .collect(Collectors.groupingBy(line -> line.utterance().callId()));
        String searched = words.count("call", about.calls().size());
        List<String> sentences = new ArrayList<>();
        if (found.lines().isEmpty()) {
            sentences.add(
                    words.text(
                            question.byCustomer() ? "said.none.customer" : "said.none",
                            topic.words(),
                            searched));
        } else {
            sentences.add(
                    words.text(
                            "said.found",
                            topic.words(),
                            (found.more() ? "> " : "") + words.count("line", found.lines().size()),
                            words.count("call", byCall.size()),
                            searched));
            about.calls().stream()
                    .filter(call -> byCall.containsKey(call.id()))
                    .findFirst()
                    .ifPresent(
                            last ->
                                    sentences.add(
                                            words.text(
                                                    "said.last",
                                                    words.day(
                                                            last.details().startedAt(),
                                                            open.zone()),
                                                    last.details().customer())));
        }
        question.span().ifPresent(span -> sentences.add(words.text("period", words.span(span))));
        Map<String, Integer> cited = new HashMap<>();
        List<ScoredUtterance> best =
                found.lines().stream()
                        .filter(
                                line ->
                                        cited.merge(line.utterance().callId(), 1, Integer::sum)
                                                <= CITED_OF_A_CALL)
                        .limit(CITED)
                        .toList();
        return Optional.of(
                new CallAnswer(
                        words.sentences(sentences),
                        List.of(),
                        citations(best, open),
                        Optional.of("/calls")));
    }

    private CallAnswer told(Said said, OpenCalls open) {
        return new CallAnswer(
                said.text(),
                said.figures(),
                citations(facts.utterances(said.evidence()), open),
                said.link());
    }

    /** A call that was deleted or read anew meanwhile is not cited. */
    private static List<Citation> citations(List<ScoredUtterance> lines, OpenCalls open) {
        Map<String, Call> calls =
                open.calls().stream().collect(Collectors.toMap(Call::id, call -> call));
        return lines.stream()
                .map(ScoredUtterance::utterance)
                .filter(line -> calls.containsKey(line.callId()))
                .filter(line -> calls.get(line.callId()).revision() == line.revision())
                .map(line -> citation(line, calls.get(line.callId()), open))
                .toList();
    }

    private static Citation citation(Utterance line, Call call, OpenCalls open) {
        return new Citation(
                call.id(),
                line.utteranceId(),
                line.startSeconds(),
                line.displayText(),
                line.speaker(),
                open.rep(call).name(),
                call.details().customer(),
                call.details().startedAt());
    }
}
