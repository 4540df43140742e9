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

    private static final class English {
        static final Embedder INSTANCE = new Embedder(new AllMiniLmL6V2QuantizedEmbeddingModel());
    }

    private static final class Chinese {
        static final Embedder INSTANCE = new Embedder(new BgeSmallZhV15QuantizedEmbeddingModel());
    }

    private final EmbeddingModel model;

    private Embedder(EmbeddingModel model) {
        this.model = model;
    }

    /**
     * The embedder for texts of this language; vectors of different languages cannot be compared.
     */
    public static Embedder of(Language language) {
        return switch (language) {
            case EN -> English.INSTANCE;
            case ZH -> Chinese.INSTANCE;
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
        return model.embed(text).content().vector();
    }

    public List<float[]> embedAll(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        return model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
                .map(embedding -> embedding.vector())
                .toList();
    }
}
