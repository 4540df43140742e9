package talktrack.analysis.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import talktrack.analysis.score.Classifiers;
import talktrack.analysis.score.OwnClassifiers;
import talktrack.models.Sha256;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;

/**
 * Trains the classifiers of one task on what ships and on a company's corrections, and measures
 * whether that is better than what calls are read with now: what ships, or what an earlier training
 * made. Nothing is measured on lines that were trained on.
 */
public final class Retraining {

    /** With fewer new corrections nothing could be said about what they change. */
    public static final int LEAST_CORRECTIONS = 10;

    /** Beside own classifiers: the hashes of the corrections that they have learnt from. */
    private static final String LEARNT = "%s.learnt";

    private static final int FOLDS = 5;

    /** One line more or less of a hundred: less than the held-out lines can tell. */
    private static final double SAME_F1 = 0.01;

    /**
     * The same measure of both.
     *
     * @param lines that it was measured on
     */
    public record Measure(int lines, double inUse, double retrained) {}

    /**
     * @param inUse version of the classifiers that the new ones are compared with
     * @param heldOut macro-F1 (worse of written and spoken form) on lines that nobody trains on;
     *     absent for a task that has none
     * @param corrected share of the new corrections that were read rightly, each by classifiers
     *     trained without it
     */
    public record Outcome(
            Language language,
            String task,
            String inUse,
            Optional<Measure> heldOut,
            Measure corrected) {

        /**
         * More corrected lines are read rightly, and the held-out lines no worse. People correct
         * mostly what was wrong, so those in use look bad on corrections; that the new ones have
         * not only learnt those is what the held-out lines are for.
         */
        public boolean better() {
            return corrected.retrained() > corrected.inUse()
                    && heldOut.filter(one -> one.retrained() >= one.inUse() - SAME_F1).isPresent();
        }
    }

    private final Language language;
    private final String task;
    private final List<Example> shipped;
    private final List<Map<String, String>> corrections;
    private final OwnClassifiers own;
    private final List<Map<String, String>> unlearnt;

    private Retraining(
            Language language,
            String task,
            List<Map<String, String>> corpus,
            List<Map<String, String>> corrections,
            OwnClassifiers own)
            throws IOException {
        this.language = language;
        this.task = task;
        this.shipped = Example.of(language, task, corpus);
        this.corrections = List.copyOf(corrections);
        this.own = own;
        this.unlearnt = unlearnt(language, task, corrections, own);
        Set<String> known = new HashSet<>();
        shipped.forEach(example -> known.addAll(example.labels()));
        for (Map<String, String> row : corrections) {
            for (String label : Example.labels(row, task)) {
                if (!known.contains(label)) {
                    throw new IllegalArgumentException(
                            "'%s' is no label of %s: it knows %s"
                                    .formatted(label, task, known.stream().sorted().toList()));
                }
            }
        }
    }

    /**
     * Trains and measures; takes up to some minutes.
     *
     * @param corrections rows with the corpora's columns, of which {@link #LEAST_CORRECTIONS} at
     *     least are {@link #unlearnt}
     * @param own where those in use are that have learnt from earlier corrections, if any
     * @param scratch where the new classifiers are written to, in a folder named as the language;
     *     besides, what is needed on the way
     * @throws IllegalArgumentException when a row has a label that the task does not know
     */
    public static Outcome of(
            Language language,
            String task,
            List<Map<String, String>> corrections,
            OwnClassifiers own,
            Path scratch)
            throws IOException {
        return of(language, task, Example.rows(language, task), corrections, own, scratch);
    }

    static Outcome of(
            Language language,
            String task,
            List<Map<String, String>> corpus,
            List<Map<String, String>> corrections,
            OwnClassifiers own,
            Path scratch)
            throws IOException {
        return new Retraining(language, task, corpus, corrections, own).outcome(scratch);
    }

    /**
     * The corrections whose words the classifiers in use have not learnt from. On the others they
     * only repeat what they were told.
     */
    public static List<Map<String, String>> unlearnt(
            Language language,
            String task,
            List<Map<String, String>> corrections,
            OwnClassifiers own)
            throws IOException {
        Optional<Path> file = own.file(language, LEARNT.formatted(task));
        Set<String> learnt =
                file.isPresent() ? Set.copyOf(Files.readAllLines(file.get())) : Set.of();
        return corrections.stream().filter(row -> !learnt.contains(hash(row))).toList();
    }

    private static String hash(Map<String, String> row) {
        return Sha256.hex(row.get("text"));
    }

    /** The tasks that have a corpus, and so may have corrections. */
    public static List<String> tasks() {
        return Training.TASKS;
    }

    private Outcome outcome(Path scratch) throws IOException {
        Classifiers before = own.next(language);
        Classifiers after = train(corrections, scratch);
        Files.write(
                scratch.resolve(language.id()).resolve(LEARNT.formatted(task)),
                corrections.stream().map(Retraining::hash).distinct().sorted().toList());
        List<Map<String, String>> heldOut =
                Corpus.exists(ModelCard.heldOut(language, task))
                        ? ModelCard.heldOutRows(language, task)
                        : List.of();
        return new Outcome(
                language,
                task,
                own.nextVersion(language, Training.names(task).getFirst()),
                heldOut.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Measure(
                                        heldOut.size(), f1(before, heldOut), f1(after, heldOut))),
                new Measure(
                        unlearnt.size(),
                        share(right(before, unlearnt)),
                        share(rightUnseen(scratch))));
    }

    private double f1(Classifiers classifiers, List<Map<String, String>> rows) {
        HeldOut measured = HeldOut.of(classifiers, task, rows);
        return Math.min(measured.written().macroF1(), measured.spoken().macroF1());
    }

    private long right(Classifiers classifiers, List<Map<String, String>> rows) {
        HeldOut.Reader reader = HeldOut.reader(classifiers, task);
        return rows.stream()
                .filter(
                        row ->
                                reader.labels(row.get("text"), row.get("previous"))
                                        .equals(Example.labels(row, task)))
                .count();
    }

    private double share(long right) {
        return (double) right / unlearnt.size();
    }

    /**
     * How many new corrections are read rightly by classifiers that learnt only from the others.
     */
    private long rightUnseen(Path scratch) throws IOException {
        long right = 0;
        List<List<Map<String, String>>> folds = folds();
        for (int i = 0; i < folds.size(); i++) {
            List<Map<String, String>> others = new ArrayList<>(corrections);
            others.removeAll(folds.get(i));
            right += right(train(others, scratch.resolve("without-" + i)), folds.get(i));
        }
        return right;
    }

    /** Lines with the same text are in the same fold: seeing one would be seeing the other. */
    private List<List<Map<String, String>>> folds() {
        Map<String, List<Map<String, String>>> byText = new LinkedHashMap<>();
        for (Map<String, String> row : unlearnt) {
            byText.computeIfAbsent(row.get("text"), text -> new ArrayList<>()).add(row);
        }
        List<List<Map<String, String>>> folds = new ArrayList<>();
        int next = 0;
        for (List<Map<String, String>> same : byText.values()) {
            if (folds.size() < FOLDS) {
                folds.add(new ArrayList<>());
            }
            folds.get(next % FOLDS).addAll(same);
            next++;
        }
        return folds;
    }

    private Classifiers train(List<Map<String, String>> corrected, Path folder) throws IOException {
        List<Example> examples = new ArrayList<>(shipped);
        examples.addAll(Example.of(language, task, corrected));
        Path ofLanguage = Files.createDirectories(folder.resolve(language.id()));
        new Training(folder).task(language, task, examples);
        return Classifiers.in(language, ofLanguage);
    }
}
