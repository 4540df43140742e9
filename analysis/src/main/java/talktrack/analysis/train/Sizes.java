package talktrack.analysis.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import talktrack.models.labels.Language;

/** How large the shipped classifiers are, and how long it took to train them. */
final class Sizes {

    private static final String FOLDER = "/talktrack/classifiers/";
    private static final List<String> FORMS = List.of(".bin", ".json", ".vector.json");
    private static final double BYTES_OF_A_MEGABYTE = 1e6;

    private Sizes() {}

    /** Megabytes of all files of a task. */
    static double of(Language language, String task) {
        return Training.names(task).stream()
                        .flatMap(name -> FORMS.stream().map(form -> name + form))
                        .mapToLong(file -> read(FOLDER + language.id() + "/" + file).length)
                        .sum()
                / BYTES_OF_A_MEGABYTE;
    }

    /** Megabytes of the layers that sentences are embedded with, beside their model. */
    static double ofLayers(Language language) {
        return read("/talktrack/encoder/%s.layers".formatted(language.id())).length
                / BYTES_OF_A_MEGABYTE;
    }

    /** As the build noted it. */
    static String secondsToTrain() {
        return new String(read(FOLDER + "trained-in-seconds"), StandardCharsets.UTF_8).strip();
    }

    private static byte[] read(String resource) {
        try (InputStream in = Sizes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Bug: the build made no %s".formatted(resource));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(resource), e);
        }
    }
}
