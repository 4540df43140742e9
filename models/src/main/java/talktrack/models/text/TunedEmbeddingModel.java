package talktrack.models.text;

import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
 * ({@code models/src/main/encoder/README.md}). Only those layers ship with Talktrack, and where in
 * the package's file the rest stands.
 */
final class TunedEmbeddingModel extends AbstractInProcessEmbeddingModel {

    private static final int SHA256_BYTES = 32;

    /** Stands in the place of a piece's beginning when the piece itself follows. */
    private static final int NEW = -1;

    private final OnnxBertBiEncoder encoder;

    /**
     * @param layers resource with the tuned layers: SHA-256 of the file that they belong to, of how
     *     many pieces the tuned one consists, and of each piece where it begins in that file, its
     *     length in bytes and, if it is new, itself
     */
    TunedEmbeddingModel(Language language, String layers) {
        super(null);
        String name = name(language);
        try (InputStream model = resource("/" + name + ".onnx");
                InputStream tokenizer = resource("/" + name + "-tokenizer.json");
                DataInputStream pieces = new DataInputStream(resource(layers))) {
            encoder =
                    new OnnxBertBiEncoder(
                            new ByteArrayInputStream(
                                    tuned(name, model.readAllBytes(), layers, pieces)),
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

    private static byte[] tuned(String name, byte[] model, String layers, DataInputStream pieces)
            throws IOException {
        byte[] belongsTo = pieces.readNBytes(SHA256_BYTES);
        if (!Arrays.equals(belongsTo, sha256(model))) {
            throw new IllegalStateException(
                    "the tuned layers %s belong to another %s.onnx: tune them again"
                            .formatted(layers, name));
        }
        ByteArrayOutputStream tuned = new ByteArrayOutputStream(model.length);
        for (int left = pieces.readInt(); left > 0; left--) {
            int at = pieces.readInt();
            int length = pieces.readInt();
            if (at == NEW) {
                byte[] piece = new byte[length];
                pieces.readFully(piece);
                tuned.write(piece, 0, length);
            } else {
                tuned.write(model, at, length);
            }
        }
        return tuned.toByteArray();
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
