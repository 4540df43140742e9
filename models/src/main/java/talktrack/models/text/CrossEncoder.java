package talktrack.models.text;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import talktrack.models.labels.Language;

/**
 * Tells whether a passage states the answer to a question, by reading both together (a
 * cross-encoder: Nogueira and Cho, <i>Passage Re-ranking with BERT</i>, 2019). An {@link Embedder}
 * sees each alone and so can only tell whether they are about the same thing. It takes about as
 * long as embedding the two. Thread-safe.
 *
 * <p>How the encoders were trained to do so: {@code models/src/main/encoder/README.md}.
 */
public final class CrossEncoder {

    /** Characters of either text that are read; few sentences are longer. */
    private static final int LONGEST = 600;

    private static final String BETWEEN = " [SEP] ";

    private static final class English {
        static final CrossEncoder INSTANCE = new CrossEncoder(Language.EN);
    }

    private static final class Chinese {
        static final CrossEncoder INSTANCE = new CrossEncoder(Language.ZH);
    }

    private final EmbeddingModel model;
    private final String prefix;

    /** What each number of the vector counts, for vectors of length 1; and the number besides. */
    private final float[] weights;

    private final float bias;

    private CrossEncoder(Language language) {
        Embedder.tellNobody();
        String trained = "/talktrack/encoder/" + language.id() + ".answering";
        model = new TunedEmbeddingModel(language, trained + ".layers");
        prefix = TunedEmbeddingModel.prefix(language);
        weights = new float[Embedder.dimensions(language)];
        String head = trained + ".head";
        try (InputStream resource =
                        Objects.requireNonNull(
                                CrossEncoder.class.getResourceAsStream(head),
                                () -> "Bug: the resource %s is missing".formatted(head));
                DataInputStream numbers = new DataInputStream(resource)) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = numbers.readFloat();
            }
            bias = numbers.readFloat();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the cross-encoder's %s cannot be read".formatted(head), e);
        }
    }

    public static CrossEncoder of(Language language) {
        return switch (language) {
            case EN -> English.INSTANCE;
            case ZH -> Chinese.INSTANCE;
        };
    }

    /**
     * The log odds that the passage states the answer: 0 means as likely as not on questions of
     * which half are answered. Mostly −6…6.
     *
     * @param passage with its heading before it, where it has one
     */
    public double logOdds(String question, String passage) {
        float[] vector =
                model.embed(prefix + read(question) + BETWEEN + read(passage)).content().vector();
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * vector[i];
        }
        return sum;
    }

    /** Signs that only this class may write become others. */
    private static String read(String text) {
        String cut = text.substring(0, Math.min(LONGEST, text.length()));
        return cut.toLowerCase(Locale.ROOT).replace('[', '(').replace(']', ')');
    }
}
