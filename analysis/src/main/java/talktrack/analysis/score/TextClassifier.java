package talktrack.analysis.score;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.MaxentModel;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** One trained OpenNLP maximum-entropy model with its calibration. Thread-safe. */
final class TextClassifier {

    /** What a yes-or-no classifier answers; its other answer is "no". */
    static final String YES = "yes";

    private final MaxentModel model;
    private final Calibration calibration;

    private TextClassifier(MaxentModel model, Calibration calibration) {
        this.model = model;
        this.calibration = calibration;
    }

    /**
     * Loads what the build trained: {@code talktrack/classifiers/LANGUAGE/NAME.bin} and its JSON.
     */
    static TextClassifier load(Language language, String name) {
        String path = "/talktrack/classifiers/%s/%s".formatted(language.id(), name);
        try (InputStream model = open(path + ".bin");
                InputStream calibration = open(path + ".json")) {
            return new TextClassifier(
                    new GenericModelReader(
                                    new BinaryFileDataReader(
                                            new DataInputStream(
                                                    new BufferedInputStream(
                                                            new GZIPInputStream(model)))))
                            .getModel(),
                    Json.read(calibration.readAllBytes(), Calibration.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the classifier %s cannot be read".formatted(path), e);
        }
    }

    private static InputStream open(String path) {
        InputStream in = TextClassifier.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException(
                    "the classifier %s is missing: build the module analysis with Maven"
                            .formatted(path));
        }
        return in;
    }

    /** Calibrated probability of every label. */
    Map<String, Double> probabilities(List<String> features) {
        double[] calibrated = calibration.calibrated(model.eval(features.toArray(String[]::new)));
        Map<String, Double> probabilities = HashMap.newHashMap(calibrated.length);
        for (int i = 0; i < calibrated.length; i++) {
            probabilities.put(model.getOutcome(i), calibrated[i]);
        }
        return probabilities;
    }

    /** The answer of a yes-or-no classifier. */
    boolean says(String label, List<String> features) {
        return model.eval(features.toArray(String[]::new))[model.getIndex(label)]
                >= calibration.threshold();
    }
}
