package talktrack.analysis.score;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.MaxentModel;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** Two trained experts with their common calibration. Thread-safe. */
final class TextClassifier {

    /** What a yes-or-no classifier answers; its other answer is "no". */
    static final String YES = "yes";

    private final Experts experts;
    private final Calibration.Both calibration;

    private TextClassifier(Experts experts, Calibration.Both calibration) {
        this.experts = experts;
        this.calibration = calibration;
    }

    /**
     * Loads what the build trained: {@code talktrack/classifiers/LANGUAGE/NAME} with {@code .bin}
     * (words), {@code .vector.json} (meaning) and {@code .json} (calibration).
     *
     * @param own a folder whose classifiers count before what the build trained
     */
    static TextClassifier load(Language language, Optional<Path> own, String name) {
        Source source =
                own.filter(folder -> Files.exists(folder.resolve(name + ".bin")))
                        .<Source>map(folder -> part -> Files.newInputStream(folder.resolve(part)))
                        .orElse(part -> shipped(language, part));
        try (InputStream words = source.open(name + ".bin")) {
            return new TextClassifier(
                    new Experts(
                            words(words), json(source, name + ".vector.json", VectorModel.class)),
                    json(source, name + ".json", Calibration.Both.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the classifier %s cannot be read".formatted(name), e);
        }
    }

    /** Where the files of classifiers lie. */
    private interface Source {
        InputStream open(String file) throws IOException;
    }

    private static MaxentModel words(InputStream model) throws IOException {
        return new GenericModelReader(
                        new BinaryFileDataReader(
                                new DataInputStream(
                                        new BufferedInputStream(new GZIPInputStream(model)))))
                .getModel();
    }

    private static <T> T json(Source source, String file, Class<T> type) throws IOException {
        try (InputStream in = source.open(file)) {
            return Json.read(in.readAllBytes(), type);
        }
    }

    private static InputStream shipped(Language language, String file) {
        String path = "/talktrack/classifiers/%s/%s".formatted(language.id(), file);
        InputStream in = TextClassifier.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException(
                    "the classifier %s is missing: build the module analysis with Maven"
                            .formatted(path));
        }
        return in;
    }

    /** Calibrated probability of every label. */
    Map<String, Double> probabilities(Clues clues) {
        List<String> labels = experts.meaning().labels();
        double[] calibrated = calibration(clues).calibrated(raw(clues));
        Map<String, Double> probabilities = HashMap.newHashMap(calibrated.length);
        for (int i = 0; i < calibrated.length; i++) {
            probabilities.put(labels.get(i), calibrated[i]);
        }
        return probabilities;
    }

    /**
     * How probable the yes of a yes-or-no classifier is; empty where it says no. Where no is much
     * more frequent, it says yes from less than one half on.
     */
    OptionalDouble yesAsFarAsSaid(Clues clues) {
        double[] raw = raw(clues);
        int yes = experts.meaning().labels().indexOf(YES);
        return raw[yes] >= calibration(clues).threshold()
                ? OptionalDouble.of(calibration(clues).calibrated(raw)[yes])
                : OptionalDouble.empty();
    }

    /** How far that answer is from the other one, 0…1. */
    double margin(Clues clues) {
        return Math.abs(yes(clues) - calibration(clues).threshold());
    }

    private double yes(Clues clues) {
        return raw(clues)[experts.meaning().labels().indexOf(YES)];
    }

    private double[] raw(Clues clues) {
        return clues.vectors()
                .map(vectors -> experts.probabilities(clues.features(), vectors))
                .orElseGet(() -> experts.byWords(clues.features()));
    }

    private Calibration calibration(Clues clues) {
        return clues.vectors().isPresent() ? calibration.together() : calibration.byWords();
    }
}
