package talktrack.ingest.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a file's bytes must add up to.
 *
 * @param algorithm {@code sha256}, or {@code md5} where the publisher has nothing better: that
 *     finds damage, but no forgery
 * @param hex in lower case
 */
public record Checksum(Algorithm algorithm, String hex) {

    /** The kinds that publishers use. */
    public enum Algorithm {
        SHA256("SHA-256"),
        MD5("MD5");

        private final String javaName;

        Algorithm(String javaName) {
            this.javaName = javaName;
        }
    }

    /** From {@code sha256:ab12…}. */
    @JsonCreator
    public static Checksum parse(String text) {
        String[] parts = text.split(":", 2);
        Algorithm algorithm = Algorithm.valueOf(parts[0].toUpperCase(Locale.ROOT));
        HexFormat.of().parseHex(parts[1]);
        return new Checksum(algorithm, parts[1].toLowerCase(Locale.ROOT));
    }

    /** Of a whole file. */
    static Checksum of(Path file, Algorithm algorithm) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest =
                        new DigestInputStream(in, MessageDigest.getInstance(algorithm.javaName))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return new Checksum(
                    algorithm, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Bug: every Java has " + algorithm.javaName, e);
        }
    }

    @Override
    @JsonValue
    public String toString() {
        return algorithm.name().toLowerCase(Locale.ROOT) + ":" + hex;
    }
}
