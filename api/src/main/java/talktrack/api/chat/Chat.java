package talktrack.api.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.chat.Answer.Citation;
import talktrack.api.chat.Answer.Source;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.chat.Retrieval.Found;
import talktrack.api.documents.Documents;
import talktrack.api.documents.FolderIndex;
import talktrack.api.documents.Passage;
import talktrack.api.documents.PassageIndex;
import talktrack.api.llm.LanguageModel;
import talktrack.models.labels.Audience;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * Answers product questions from the documents, with citations, or says that they do not say.
 * Thread-safe.
 */
public final class Chat implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Chat.class);

    private final Function<Audience, PassageIndex> index;
    private final Optional<PatientWriter> writer;
    private final Runnable whenClosed;

    Chat(
            Function<Audience, PassageIndex> index,
            Optional<PatientWriter> writer,
            Runnable whenClosed) {
        this.index = index;
        this.writer = writer;
        this.whenClosed = whenClosed;
    }

    /**
     * Over the server's documents; with a language model's words where there is one.
     *
     * @param firstSentence how long to wait until the model's first sentence is there
     */
    public static Chat over(
            Documents documents, Optional<LanguageModel> model, Duration firstSentence) {
        return new Chat(
                documents::passages,
                model.map(one -> new PatientWriter(new PassageWriter(one), firstSentence)),
                () -> {});
    }

    /** Over the documents of a folder, which {@link #close()} drops from the index again. */
    public static Chat over(FolderIndex folder) {
        return over(folder, Optional.empty(), () -> {});
    }

    /**
     * The same in a language model's words where there is one, for which it waits as the server
     * usually does.
     *
     * @param whenTakenBack is run each time that the model's answer is not shown because the
     *     passages do not support it
     */
    public static Chat over(
            FolderIndex folder, Optional<LanguageModel> model, Runnable whenTakenBack) {
        return new Chat(
                audience -> folder.passages(),
                model.map(
                        one ->
                                new PatientWriter(
                                        new PassageWriter(one, whenTakenBack),
                                        ModelWaits.USUAL.firstSentence())),
                folder::close);
    }

    @Override
    public void close() {
        whenClosed.run();
    }

    /**
     * @param language of the question, detected when empty
     */
    public Answer ask(String text, Optional<Language> language) {
        Language asked = language.orElseGet(() -> TextNormaliser.detect(text));
        return answer(look(text, asked, false), Listener.NOBODY);
    }

    /** Asks with a clock. */
    public TimedAnswer timed(String text, Language language) {
        long start = System.nanoTime();
        Found ranked = retrieval(false).ranked(Question.of(text, language), passage -> true);
        Duration retrieval = Duration.ofNanos(System.nanoTime() - start);
        TimedAnswer.FirstPiece first = new TimedAnswer.FirstPiece(start);
        Answer answer = answer(finding(Retrieval.read(ranked), false), first);
        return new TimedAnswer(answer, retrieval, first.after());
    }

    /**
     * What was found for a question.
     *
     * @param certainty that its best passage answers, 0…1
     * @param publicOnly whether the asker may know of public documents only
     */
    record Finding(Found found, double certainty, boolean publicOnly) {

        boolean answers() {
            return certainty >= Certainty.ENOUGH;
        }

        /** What came nearest, best first, whether or not it answers. */
        List<Passage> nearest() {
            return found.candidates().stream().limit(Cited.PLACES).map(Candidate::passage).toList();
        }
    }

    /**
     * Looks a question up, without answering it yet.
     *
     * @param publicOnly leaves out what visitors of the widget may not know of
     */
    Finding look(String text, Language language, boolean publicOnly) {
        // Anew each time, since what has expired changes by the day.
        return finding(retrieval(publicOnly).find(Question.of(text, language)), publicOnly);
    }

    private static Finding finding(Found found, boolean publicOnly) {
        boolean asksNothing = found.question().words().isEmpty();
        return new Finding(found, asksNothing ? 0 : Certainty.of(found), publicOnly);
    }

    /**
     * Answers from what was found, or says that the documents do not say.
     *
     * @param listener is told the answer piece by piece, as soon as each may be shown
     */
    Answer answer(Finding finding, Listener listener) {
        Question question = finding.found().question();
        log.info(
                "asked language={} certainty={} answered={}",
                question.language().id(),
                rounded(finding.certainty()),
                finding.answers());
        ReadAlong along = new ReadAlong(question.language(), listener);
        Optional<Answer> given =
                finding.answers()
                        ? Optional.of(
                                answer(finding.found(), finding.certainty(), writer, along::grows))
                        : Optional.empty();
        Answer answer = given.filter(Answer::answered).orElseGet(() -> unanswered(finding));
        along.grows(answer.answer());
        return answer;
    }

    /**
     * Whether there was anything to look through: with documents in the other language only, a
     * question has found out nothing about what they say.
     */
    boolean lookedThrough(Finding finding) {
        return !finding.found().candidates().isEmpty()
                || !retrieval(finding.publicOnly()).hasAny(other(finding));
    }

    private Retrieval retrieval(boolean publicOnly) {
        return new Retrieval(index.apply(publicOnly ? Audience.PUBLIC : Audience.INTERNAL));
    }

    private Answer unanswered(Finding finding) {
        Question question = finding.found().question();
        if (!retrieval(finding.publicOnly()).hasAny(other(finding))) {
            return refusal(question.text(), question.language());
        }
        return finding.found().candidates().isEmpty()
                ? wrongLanguage(question.text(), question.language())
                : refusalInOne(question.text(), question.language());
    }

    private static Language other(Finding finding) {
        return finding.found().question().language() == Language.EN ? Language.ZH : Language.EN;
    }

    static Answer answer(
            Found found, double certainty, Optional<PatientWriter> writer, Consumer<String> soFar) {
        Question question = found.question();
        List<Cited> best = Cited.of(found.candidates());
        List<Citation> citations = citations(best, certainty);
        return writer.flatMap(
                        one -> one.write(question.text(), question.language(), citations, soFar))
                .orElseGet(
                        () ->
                                new Answer(
                                        question.text(),
                                        true,
                                        Extract.of(best.getFirst()),
                                        citations,
                                        Source.PASSAGES,
                                        Optional.empty()));
    }

    static Answer refusal(String question, Language language) {
        return unanswered(
                question, language == Language.ZH ? "文档里没有这方面的说明。" : "The documents do not say.");
    }

    private static Answer wrongLanguage(String question, Language language) {
        return unanswered(
                question,
                language == Language.ZH
                        ? "没有中文文档，请用英文提问。"
                        : "There is no document in English. Ask in Chinese.");
    }

    /** The documents of the other language were not looked through, and may say. */
    private static Answer refusalInOne(String question, Language language) {
        return unanswered(
                question,
                language == Language.ZH
                        ? "中文文档里没有这方面的说明。也有英文文档，可以用英文再问。"
                        : "The documents in English do not say. There are some in Chinese, too: ask in"
                                + " Chinese.");
    }

    private static Answer unanswered(String question, String why) {
        return new Answer(question, false, why, List.of(), Source.PASSAGES, Optional.empty());
    }

    /** The first passage fits as well as the answer is certain, the others less. */
    private static List<Citation> citations(List<Cited> best, double certainty) {
        double top = best.getFirst().best().bestFit();
        return best.stream()
                .map(
                        one ->
                                Citation.of(
                                        one,
                                        rounded(
                                                Math.clamp(
                                                        certainty
                                                                - Math.max(
                                                                        0,
                                                                        top - one.best().bestFit()),
                                                        0,
                                                        1))))
                .toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
