package talktrack.models.text;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.util.List;
import talktrack.models.labels.Language;

/**
 * Sentence embeddings, computed in this process by a small ONNX model; nothing leaves the machine.
 * Loading one takes about a second and 150 MB, on first use. Thread-safe.
 */
public final class Embedder {

    static {
        tellNobody();
    }

    private static final class English {
        static final Embedder INSTANCE =
                new Embedder(new AllMiniLmL6V2QuantizedEmbeddingModel(), "");
    }

    private static final class EnglishLabels {
        static final Embedder INSTANCE = tuned(Language.EN, "/talktrack/encoder/en.layers");
    }

    private static final class Chinese {
        static final Embedder INSTANCE =
                new Embedder(new BgeSmallZhV15QuantizedEmbeddingModel(), "");
    }

    private static final class ChineseLabels {
        static final Embedder INSTANCE = tuned(Language.ZH, "/talktrack/encoder/zh.layers");
    }

    private final EmbeddingModel model;
    private final String prefix;

    /**
     * @param prefix what the model was trained to see before a text, or empty
     */
    private Embedder(EmbeddingModel model, String prefix) {
        this.model = model;
        this.prefix = prefix;
    }

    private static Embedder tuned(Language language, String layers) {
        return new Embedder(
                new TunedEmbeddingModel(language, layers), TunedEmbeddingModel.prefix(language));
    }

    /**
     * The embedder whose vectors tell how alike two texts of this language are; vectors of
     * different languages cannot be compared.
     */
    public static Embedder of(Language language) {
        return switch (language) {
            case EN -> English.INSTANCE;
            case ZH -> Chinese.INSTANCE;
        };
    }

    /**
     * The embedder whose vectors classifiers learn from: tuned to tell the labels of sales calls
     * apart (docs/model-card.md), it finds texts alike that have the same label. Its vectors cannot
     * be compared with those of {@link #of}.
     */
    public static Embedder forLabels(Language language) {
        return switch (language) {
            case EN -> EnglishLabels.INSTANCE;
            case ZH -> ChineseLabels.INSTANCE;
        };
    }

    /** Length of the vectors, known without loading the model. */
    public static int dimensions(Language language) {
        return switch (language) {
            case EN -> 384;
            case ZH -> 512;
        };
    }

    /** A vector of length 1, so that a scalar product is the cosine. */
    public float[] embed(String text) {
        return model.embed(prefix + text).content().vector();
    }

    public List<float[]> embedAll(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        return model
                .embedAll(texts.stream().map(text -> TextSegment.from(prefix + text)).toList())
                .content()
                .stream()
                .map(embedding -> embedding.vector())
                .toList();
    }

    /** The tokeniser's library tells its makers of machines in Amazon's cloud where it runs. */
    static void tellNobody() {
        System.setProperty("OPT_OUT_TRACKING", "true");
    }
}
