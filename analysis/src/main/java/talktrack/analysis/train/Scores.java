package talktrack.analysis.train;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How good answers are: precision, recall and F1 per label, and the mean of the F1s. */
final class Scores {

    /** How often a label was answered rightly, was answered, and was the truth. */
    private record Counts(int right, int said, int inTruth) {
        static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(boolean truth, boolean answer) {
            return new Counts(
                    right + (truth && answer ? 1 : 0),
                    said + (answer ? 1 : 0),
                    inTruth + (truth ? 1 : 0));
        }
    }

    private final SortedMap<String, Counts> counts = new TreeMap<>();

    /** Truth → answer → how often; empty for yes-or-no classifiers. */
    private final SortedMap<String, SortedMap<String, Integer>> confusion = new TreeMap<>();

    /** An answer of one label where one is true. */
    void add(String truth, String answer) {
        confusion.computeIfAbsent(truth, name -> new TreeMap<>()).merge(answer, 1, Integer::sum);
        add(truth, true, truth.equals(answer));
        if (!truth.equals(answer)) {
            add(answer, false, true);
        }
    }

    /** One answer of a yes-or-no classifier for a label. */
    void add(String label, boolean truth, boolean answer) {
        counts.put(label, counts.getOrDefault(label, Counts.NONE).plus(truth, answer));
    }

    List<String> labels() {
        return List.copyOf(counts.keySet());
    }

    /** How often this was the answer where that was the truth. */
    int confused(String truth, String answer) {
        return confusion.getOrDefault(truth, new TreeMap<>()).getOrDefault(answer, 0);
    }

    /** Share of the lines with one label each that were answered rightly. */
    double accuracy() {
        int right = 0;
        int all = 0;
        for (Counts of : counts.values()) {
            right += of.right();
            all += of.inTruth();
        }
        return all == 0 ? 0 : (double) right / all;
    }

    double macroF1() {
        return labels().stream().mapToDouble(this::f1).average().orElse(0);
    }

    double f1(String label) {
        Counts of = counts.get(label);
        return of.said() + of.inTruth() == 0 ? 0 : 2.0 * of.right() / (of.said() + of.inTruth());
    }

    /** Share of the answers with this label that are right; 0 when it was never answered. */
    double precision(String label) {
        Counts of = counts.get(label);
        return of.said() == 0 ? 0 : (double) of.right() / of.said();
    }

    /** Share of the lines with this label that were found. */
    double recall(String label) {
        Counts of = counts.get(label);
        return of.inTruth() == 0 ? 0 : (double) of.right() / of.inTruth();
    }

    /** Labels but {@code nothing}: how many lines have one, got one, and got theirs. */
    Found found(String nothing) {
        Found found = new Found(0, 0, 0);
        for (Map.Entry<String, Counts> of : counts.entrySet()) {
            if (!of.getKey().equals(nothing)) {
                found =
                        new Found(
                                found.inTruth() + of.getValue().inTruth(),
                                found.said() + of.getValue().said(),
                                found.right() + of.getValue().right());
            }
        }
        return found;
    }

    /**
     * What was found where most lines are nothing.
     *
     * @param inTruth lines that have a label
     * @param said answers that are one
     * @param right answers that are the line's
     */
    record Found(int inTruth, int said, int right) {

        /** Share of the answers that are right; 0 without any. */
        double precision() {
            return said == 0 ? 0 : (double) right / said;
        }

        /** Share of the labelled lines that were found; 0 without any. */
        double recall() {
            return inTruth == 0 ? 0 : (double) right / inTruth;
        }
    }

    /** How many lines have this label in truth. */
    int lines(String label) {
        return counts.get(label).inTruth();
    }
}
