package talktrack.api.chat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.advice.LanguageModel;
import talktrack.api.chat.Answer.Citation;
import talktrack.api.chat.Answer.Source;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.chat.Retrieval.Found;
import talktrack.api.index.ElasticIndex;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * Answers product questions from the documents, with citations, or says that they do not say.
 * Thread-safe.
 */
public final class Chat implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Chat.class);
    private static final int CITATIONS = 3;

    private final Retrieval retrieval;
    private final Optional<PassageWriter> writer;
    private final Runnable whenClosed;

    private Chat(PassageIndex index, Optional<PassageWriter> writer, Runnable whenClosed) {
        this.retrieval = new Retrieval(index);
        this.writer = writer;
        this.whenClosed = whenClosed;
    }

    /** Over the server's documents; with a language model's words where there is one. */
    public static Chat over(Documents documents, Optional<LanguageModel> model) {
        return new Chat(documents.index(), model.map(PassageWriter::new), () -> {});
    }

    /**
     * Over the documents of a folder and its subfolders, in an index of its own that is dropped on
     * {@link #close()}. Reading them takes about a tenth of a second a page.
     *
     * @param leftOut is told the name of each document that cannot be used, and why
     * @throws NoSuchFileException when there is no document that can be read
     */
    public static Chat overFolder(
            Path folder, URI elasticsearchUrl, BiConsumer<String, String> leftOut)
            throws IOException {
        List<DocumentFolder.File> files = new DocumentFolder(folder).files();
        ElasticIndex elasticsearch = new ElasticIndex(elasticsearchUrl);
        PassageIndex index = PassageIndex.temporary(elasticsearch, "passages-" + UUID.randomUUID());
        try {
            int passages = 0;
            for (DocumentFolder.File file : files) {
                passages += fill(index, file, leftOut);
            }
            if (passages == 0) {
                throw new NoSuchFileException(folder.toString(), null, "holds no text");
            }
        } catch (IOException | RuntimeException e) {
            elasticsearch.close();
            throw e;
        }
        return new Chat(
                index,
                Optional.empty(),
                () -> {
                    index.drop();
                    elasticsearch.close();
                });
    }

    /** Whether a folder holds a file that looks like a document. */
    public static boolean canRead(Path folder) throws IOException {
        try {
            return !new DocumentFolder(folder).files().isEmpty();
        } catch (NoSuchFileException e) {
            log.debug("no documents", e);
            return false;
        }
    }

    /** How many passages the document has. */
    private static int fill(
            PassageIndex index, DocumentFolder.File file, BiConsumer<String, String> leftOut) {
        try {
            byte[] bytes = file.bytes();
            List<Passage> passages = Passages.of(file.name(), bytes);
            index.replace(file.id(), DocumentFolder.sha256(bytes), passages);
            if (passages.isEmpty()) {
                leftOut.accept(file.name(), "it holds no text");
            }
            return passages.size();
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            leftOut.accept(file.name(), reason);
            return 0;
        }
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
        Found found = retrieval.find(Question.of(text, asked));
        double certainty = Certainty.of(found);
        boolean answered = certainty >= Certainty.ENOUGH;
        log.info(
                "asked language={} certainty={} answered={}",
                asked.id(),
                rounded(certainty),
                answered);
        if (answered) {
            return answer(found, certainty);
        }
        return found.candidates().isEmpty()
                        && retrieval.hasAny(asked == Language.EN ? Language.ZH : Language.EN)
                ? wrongLanguage(text, asked)
                : refusal(text, asked);
    }

    private Answer answer(Found found, double certainty) {
        Question question = found.question();
        List<Candidate> best = found.candidates().stream().limit(CITATIONS).toList();
        List<Citation> citations = citations(best, certainty);
        return writer.flatMap(one -> one.write(question.text(), question.language(), citations))
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

    private static Answer unanswered(String question, String why) {
        return new Answer(question, false, why, List.of(), Source.PASSAGES, Optional.empty());
    }

    /** The first passage fits as well as the answer is certain, the others less. */
    private static List<Citation> citations(List<Candidate> best, double certainty) {
        double top = best.getFirst().fit();
        return best.stream()
                .map(
                        one ->
                                new Citation(
                                        one.passage().document(),
                                        one.passage().heading(),
                                        one.passage().text(),
                                        rounded(
                                                Math.clamp(
                                                        certainty - Math.max(0, top - one.fit()),
                                                        0,
                                                        1))))
                .toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
