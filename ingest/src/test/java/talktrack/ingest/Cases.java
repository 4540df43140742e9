package talktrack.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Tables of cases, a line each: {@code given => expected}, or {@code given => =} for no change. */
public final class Cases {

    private Cases() {}

    public record Case(String given, String expected) {}

    public static Stream<Case> of(String resource) {
        try (InputStream in = Cases.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" => ", 2))
                    .map(parts -> new Case(parts[0], parts[1].equals("=") ? parts[0] : parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
