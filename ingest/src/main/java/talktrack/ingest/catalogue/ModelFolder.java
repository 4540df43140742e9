package talktrack.ingest.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.ingest.decode.Decoded;

/**
 * Looks at an unpacked Vosk model without loading it: are its parts there, and was it made for the
 * sample rate that calls are decoded to? The shapes are those that libvosk 0.3 opens: everything in
 * {@code am}, {@code conf} and {@code graph}, or, in older models, everything in one folder.
 */
public final class ModelFolder {

    /** The same as Kaldi's default, for models that do not say. */
    private static final int RATE_IF_UNSAID = 16_000;

    private static final long MOST_CONFIGURATION_BYTES = 1 << 16;

    private static final Pattern RATE =
            Pattern.compile("(?m)^\\s*--sample-frequency=([0-9.]+)\\s*(#.*)?$");

    private record Shape(String acoustics, String features, String graph) {

        Path acousticsIn(Path folder) {
            return folder.resolve(acoustics).resolve("final.mdl");
        }

        Path featuresIn(Path folder) {
            return folder.resolve(features).resolve("mfcc.conf");
        }

        Path graphIn(Path folder) {
            return folder.resolve(graph);
        }
    }

    private static final List<Shape> SHAPES =
            List.of(new Shape("am", "conf", "graph"), new Shape("", "", ""));

    private ModelFolder() {}

    /**
     * What keeps this folder from being a model for Talktrack, as the end of a sentence; empty when
     * nothing was found.
     */
    public static Optional<String> flaw(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.of("it is no folder");
        }
        Optional<Shape> shape =
                SHAPES.stream()
                        .filter(one -> Files.isRegularFile(one.acousticsIn(folder)))
                        .findFirst();
        if (shape.isEmpty()) {
            return Optional.of(
                    "it has no am/final.mdl; am, conf and graph must lie directly in the folder");
        }
        for (Path file : List.of(shape.get().acousticsIn(folder), shape.get().featuresIn(folder))) {
            if (!filled(file)) {
                return Optional.of(missing(folder, file));
            }
        }
        Path graph = shape.get().graphIn(folder);
        if (!filled(graph.resolve("HCLG.fst"))
                && !(filled(graph.resolve("HCLr.fst")) && filled(graph.resolve("Gr.fst")))) {
            return Optional.of(
                    "its graph is missing or empty (%s, or HCLr.fst and Gr.fst beside it)"
                            .formatted(folder.relativize(graph.resolve("HCLG.fst"))));
        }
        return rateFlaw(shape.get().featuresIn(folder));
    }

    private static Optional<String> rateFlaw(Path configuration) throws IOException {
        if (Files.size(configuration) > MOST_CONFIGURATION_BYTES) {
            return Optional.of("its mfcc.conf is no configuration file");
        }
        Matcher said = RATE.matcher(Files.readString(configuration, StandardCharsets.ISO_8859_1));
        double rate = said.find() ? Double.parseDouble(said.group(1)) : RATE_IF_UNSAID;
        return rate == Decoded.SAMPLE_RATE
                ? Optional.empty()
                : Optional.of(
                        "it was made for sound at %.0f Hz, and Talktrack hears at %d Hz"
                                .formatted(rate, Decoded.SAMPLE_RATE));
    }

    private static boolean filled(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) > 0;
    }

    private static String missing(Path folder, Path file) {
        return "%s is missing or empty".formatted(folder.relativize(file));
    }
}
