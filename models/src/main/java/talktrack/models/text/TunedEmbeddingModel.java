package talktrack.models.text;

import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import talktrack.models.labels.Language;

/**
 * One of the embedders that come as packages, with its last layers tuned to what Talktrack needs
 * ({@code models/src/main/encoder/README.md}). Only those layers ship with Talktrack, as what to
 * change in the package's file.
 */
final class TunedEmbeddingModel extends AbstractInProcessEmbeddingModel {

    private static final int SHA256_BYTES = 32;

    private final OnnxBertBiEncoder encoder;

    /**
     * @param layers resource with the tuned layers: SHA-256 of the file that they belong to, how
     *     many pieces change, and of each piece where it begins, its length in bytes and itself
     */
    TunedEmbeddingModel(Language language, String layers) {
        super(null);
        String name = name(language);
        try (InputStream model = resource("/" + name + ".onnx");
                InputStream tokenizer = resource("/" + name + "-tokenizer.json");
                DataInputStream changes = new DataInputStream(resource(layers))) {
            encoder =
                    new OnnxBertBiEncoder(
                            new ByteArrayInputStream(
                                    tuned(name, model.readAllBytes(), layers, changes)),
                            tokenizer,
                            PoolingMode.MEAN);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the embedder %s cannot be read with its layers %s".formatted(name, layers), e);
        }
    }

    /** Of the package's model: {@code NAME.onnx} and {@code NAME-tokenizer.json}. */
    private static String name(Language language) {
        return switch (language) {
            case EN -> "e5-small-v2-q";
            case ZH -> "bge-small-zh-v1.5-q";
        };
    }

    /** What the package's model was trained to see before a text or a question, or empty. */
    static String prefix(Language language) {
        return switch (language) {
            case EN -> "query: ";
            case ZH -> "";
        };
    }

    private static byte[] tuned(String name, byte[] model, String layers, DataInputStream changes)
            throws IOException {
        byte[] belongsTo = changes.readNBytes(SHA256_BYTES);
        if (!Arrays.equals(belongsTo, sha256(model))) {
            throw new IllegalStateException(
                    "the tuned layers %s belong to another %s.onnx: tune them again"
                            .formatted(layers, name));
        }
        for (int left = changes.readInt(); left > 0; left--) {
            int at = changes.readInt();
            changes.readFully(model, at, changes.readInt());
        }
        return model;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static InputStream resource(String name) {
        InputStream resource = TunedEmbeddingModel.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException(
                    "Bug: the resource %s is not on the class path".formatted(name));
        }
        return resource;
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }
}
