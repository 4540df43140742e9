package talktrack.analysis.train;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.model.AbstractModel;
import talktrack.analysis.score.Calibration;
import talktrack.analysis.score.Experts;
import talktrack.analysis.score.Handling;
import talktrack.models.corpora.Conversation;
import talktrack.models.events.Json;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * Trains all classifiers from the corpora and conversations and writes them where the class path
 * finds them. Does nothing when neither those nor the trainer have changed since.
 */
public final class Training {

    /** The corpora, one a task and language. */
    static final List<String> TASKS =
            List.of("spin", "objection", "needs", "sentiment", "handling");

    static final String YES = "yes";
    private static final String HANDLING = "handling-";
    private static final String NO = "no";

    /** The classes that decide what is learnt. */
    private static final List<String> PARTS =
            List.of(
                    "analysis/train/Training",
                    "analysis/train/CustomerTraining",
                    "analysis/train/CustomerTraining$Talk",
                    "analysis/train/MaxentTraining",
                    "analysis/train/VectorTraining",
                    "analysis/train/VectorTraining$LogLoss",
                    "analysis/train/VectorTraining$Scaling",
                    "analysis/train/Example",
                    "analysis/train/Fit",
                    "analysis/train/Fit$Threshold",
                    "analysis/train/Scores",
                    "analysis/train/ConversationRows",
                    "analysis/train/UnseenIndustries",
                    "analysis/train/UnseenIndustries$Reading",
                    "analysis/score/Calibration",
                    "analysis/score/CustomerTalk",
                    "analysis/score/Experts",
                    "analysis/score/Features",
                    "analysis/score/Handling",
                    "analysis/score/Lexicons",
                    "analysis/score/QuestionWords",
                    "analysis/score/SentenceVectors",
                    "analysis/score/VectorModel",
                    "models/corpora/Conversation",
                    "models/corpora/Corpus",
                    "models/text/Embedder",
                    "models/text/Segmenter",
                    "models/text/TunedEmbeddingModel",
                    "models/text/TextNormaliser");

    private final Path folder;

    /**
     * @param folder to write to, in a folder for each language
     */
    Training(Path folder) {
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
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        Files.writeString(folder.resolve("trained-in-seconds"), seconds + "\n");
        Files.writeString(stamp, source);
        System.out.printf("classifiers trained in %d s%n", seconds);
    }

    /** What words can show of handling. */
    static List<String> handlingLabels() {
        return Stream.<Label>concat(Handling.STEPS.stream(), Handling.FAULTS.stream())
                .map(Label::id)
                .toList();
    }

    /** What the classifiers of a task are called. */
    static List<String> names(String task) {
        return task.equals("handling")
                ? handlingLabels().stream().map(label -> HANDLING + label).toList()
                : List.of(task);
    }

    static String only(Example example) {
        return example.labels().iterator().next();
    }

    static String yesOrNo(Example example, String label) {
        return example.labels().contains(label) ? YES : NO;
    }

    private void all(Language language) {
        List<Callable<Void>> work = new ArrayList<>();
        for (String task : TASKS) {
            work.addAll(classifiers(language, task, Example.of(language, task)));
        }
        work.add(() -> customer(language));
        atOnce(work);
    }

    /** Trains the classifiers of one task. */
    void task(Language language, String task, List<Example> examples) {
        atOnce(classifiers(language, task, examples));
    }

    /** As many at once as there are cores; each result is the same whatever runs beside it. */
    static <T> List<T> atOnce(List<Callable<T>> work) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work)) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was stopped", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a classifier could not be trained", e.getCause());
        }
    }

    private List<Callable<Void>> classifiers(
            Language language, String task, List<Example> examples) {
        if (!task.equals("handling")) {
            return List.of(() -> one(language, task, examples, Training::only));
        }
        return handlingLabels().stream()
                .<Callable<Void>>map(
                        label ->
                                () ->
                                        one(
                                                language,
                                                HANDLING + label,
                                                examples,
                                                e -> yesOrNo(e, label)))
                .toList();
    }

    private Void one(
            Language language, String name, List<Example> examples, Function<Example, String> label)
            throws IOException {
        List<UnseenIndustries.Prediction> predictions =
                UnseenIndustries.predict(language, examples, label);
        Calibration.Both calibration = Fit.calibration(predictions, threshold(name));
        Experts experts = UnseenIndustries.train(examples, label);
        Path target = Files.createDirectories(folder.resolve(language.id()));
        Files.write(target.resolve(name + ".json"), Json.bytes(calibration));
        Files.write(target.resolve(name + ".vector.json"), Json.bytes(experts.meaning()));
        write((AbstractModel) experts.words(), target.resolve(name + ".bin"));
        return null;
    }

    private Void customer(Language language) throws IOException {
        Path target = Files.createDirectories(folder.resolve(language.id()));
        Files.write(
                target.resolve(CustomerTraining.TASK + ".json"),
                Json.bytes(CustomerTraining.train(language)));
        return null;
    }

    /** A step that is not there flatters; a fault that is not there accuses. */
    static Fit.Threshold threshold(String name) {
        if (!name.startsWith(HANDLING)) {
            return Fit.Threshold.NONE;
        }
        return Handling.FAULTS.stream().anyMatch(fault -> name.equals(HANDLING + fault.id()))
                ? Fit.Threshold.CAREFUL
                : Fit.Threshold.EVEN;
    }

    private static void write(AbstractModel model, Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            new BinaryQNModelWriter(model, out).persist();
        }
    }

    private static List<String> tables() {
        return Stream.concat(TASKS.stream(), Stream.of(CustomerTraining.TASK)).toList();
    }

    private static String source() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Language language : Language.values()) {
                for (String task : tables()) {
                    add(digest, "/talktrack/corpora/%s/%s.tsv".formatted(language.id(), task));
                }
                add(digest, "/talktrack/lexicons/%s.tsv".formatted(language.id()));
                for (Conversation call : Conversation.of(language)) {
                    add(
                            digest,
                            "/talktrack/conversations/%s/%s.tsv"
                                    .formatted(language.id(), call.name()));
                }
                add(digest, "/talktrack/encoder/%s.layers".formatted(language.id()));
                add(digest, "/talktrack/encoder/%s.unseen-industries.txt".formatted(language.id()));
            }
            for (String part : PARTS) {
                add(digest, "/talktrack/%s.class".formatted(part));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, String resource) throws IOException {
        digest.update(resource.getBytes(StandardCharsets.UTF_8));
        try (InputStream in = Training.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "Bug: there is no %s to train from".formatted(resource));
            }
            digest.update(in.readAllBytes());
        }
    }
}
