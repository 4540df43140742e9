package talktrack.analysis.train;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.model.AbstractModel;
import talktrack.analysis.score.Calibration;
import talktrack.analysis.score.Features;
import talktrack.analysis.score.Handling;
import talktrack.models.events.Json;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * Trains all classifiers from the corpora and writes them where the class path finds them. Does
 * nothing when neither the corpora nor the trainer have changed since.
 */
public final class Training {

    static final String YES = "yes";
    private static final String NO = "no";
    private static final int CALIBRATION_FOLDS = 3;

    private final Path folder;

    private Training(Path folder) {
        this.folder = folder;
    }

    /**
     * @param arguments the classes folder to write {@code talktrack/classifiers/} into
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0], "talktrack", "classifiers");
        Path stamp = folder.resolve("trained-from.sha256");
        String source = source();
        if (Files.exists(stamp) && Files.readString(stamp).equals(source)) {
            return;
        }
        Files.deleteIfExists(stamp);
        long start = System.nanoTime();
        Training training = new Training(folder);
        for (Language language : Language.values()) {
            training.all(language);
        }
        Files.writeString(stamp, source);
        System.out.printf(
                "classifiers trained in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
    }

    /** What words can show of handling. */
    static List<String> handlingLabels() {
        return Stream.<Label>concat(Handling.STEPS.stream(), Handling.FAULTS.stream())
                .map(Label::id)
                .toList();
    }

    static String only(Example example) {
        return example.labels().iterator().next();
    }

    static String yesOrNo(Example example, String label) {
        return example.labels().contains(label) ? YES : NO;
    }

    private void all(Language language) throws IOException {
        for (String task : List.of("spin", "objection", "sentiment")) {
            one(language, task, Example.of(language, task), Training::only);
        }
        List<Example> handling = Example.of(language, "handling");
        for (String label : handlingLabels()) {
            one(language, "handling-" + label, handling, example -> yesOrNo(example, label));
        }
    }

    private void one(
            Language language, String name, List<Example> examples, Function<Example, String> label)
            throws IOException {
        List<CrossValidation.Prediction> predictions =
                CrossValidation.predict(examples, label, CALIBRATION_FOLDS);
        double threshold = name.startsWith("handling-") ? Fit.threshold(predictions) : 0;
        Calibration calibration = new Calibration(Fit.temperature(predictions), threshold);
        Path target = Files.createDirectories(folder.resolve(language.id()));
        Files.write(target.resolve(name + ".json"), Json.bytes(calibration));
        write(MaxentTraining.train(examples, label), target.resolve(name + ".bin"));
    }

    private static void write(AbstractModel model, Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            new BinaryQNModelWriter(model, out).persist();
        }
    }

    private static String source() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Language language : Language.values()) {
                for (String task : List.of("spin", "objection", "sentiment", "handling")) {
                    add(digest, "/talktrack/corpora/%s/%s.tsv".formatted(language.id(), task));
                }
                add(digest, "/talktrack/lexicons/%s.tsv".formatted(language.id()));
            }
            for (Class<?> part :
                    List.of(
                            Training.class,
                            MaxentTraining.class,
                            Example.class,
                            Fit.class,
                            CrossValidation.class,
                            Features.class)) {
                add(digest, "/" + part.getName().replace('.', '/') + ".class");
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, String resource) throws IOException {
        digest.update(resource.getBytes(StandardCharsets.UTF_8));
        try (InputStream in = Training.class.getResourceAsStream(resource)) {
            if (in != null) {
                digest.update(in.readAllBytes());
            }
        }
    }
}
