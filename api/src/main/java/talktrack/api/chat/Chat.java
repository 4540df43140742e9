package talktrack.api.chat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
     * @throws NoSuchFileException when there is no document that can be read
     */
    public static Chat overFolder(Path folder, URI elasticsearchUrl) throws IOException {
        ElasticIndex elasticsearch = new ElasticIndex(elasticsearchUrl);
        PassageIndex index = PassageIndex.temporary(elasticsearch, "passages-" + UUID.randomUUID());
        try {
            DocumentFolder documents = new DocumentFolder(folder);
            for (DocumentFolder.File file : documents.files()) {
                byte[] bytes = file.bytes();
                index.replace(
                        file.id(), DocumentFolder.sha256(bytes), Passages.of(file.name(), bytes));
            }
        } catch (IOException | RuntimeException e) {
            index.drop();
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

    @Override
    public void close() {
        whenClosed.run();
    }

    /**
     * @param language of the question, detected when empty
     */
    public Answer ask(String question, Optional<Language> language) {
        Language asked = language.orElseGet(() -> TextNormaliser.detect(question));
        Found found = retrieval.find(question, asked);
        double certainty = Certainty.of(found);
        if (certainty < Certainty.ENOUGH) {
            log.info("refused language={} certainty={}", asked.id(), rounded(certainty));
            return refusal(question, asked);
        }
        List<Candidate> best = found.candidates().stream().limit(CITATIONS).toList();
        List<Citation> citations = citations(best, certainty);
        log.info("answered language={} certainty={}", asked.id(), rounded(certainty));
        return writer.flatMap(one -> one.write(question, asked, citations))
                .orElseGet(
                        () ->
                                new Answer(
                                        question,
                                        true,
                                        Extract.of(best.getFirst()),
                                        citations,
                                        Source.PASSAGES,
                                        Optional.empty()));
    }

    static Answer refusal(String question, Language language) {
        return new Answer(
                question,
                false,
                language == Language.ZH ? "文档里没有这方面的说明。" : "The documents do not say.",
                List.of(),
                Source.PASSAGES,
                Optional.empty());
    }

    /** The first passage fits as well as the answer is certain, the others less. */
    private static List<Citation> citations(List<Candidate> best, double certainty) {
        double top = best.stream().mapToDouble(Candidate::meaning).max().orElse(1);
        return best.stream()
                .map(
                        one ->
                                new Citation(
                                        one.passage().document(),
                                        one.passage().heading(),
                                        one.passage().text(),
                                        rounded(Math.clamp(certainty * one.meaning() / top, 0, 1))))
                .toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
