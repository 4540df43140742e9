package talktrack.analysis.train;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How good answers are: precision, recall and F1 per label, and the mean of the F1s. */
final class Scores {

    private static final class Counts {
        private int right;
        private int said;
        private int inTruth;

        double f1() {
            return said + inTruth == 0 ? 0 : 2.0 * right / (said + inTruth);
        }
    }

    private final SortedMap<String, Counts> counts = new TreeMap<>();

    void add(String truth, String answer) {
        count(truth, truth.equals(answer), true, truth.equals(answer));
        if (!truth.equals(answer)) {
            count(answer, false, false, true);
        }
    }

    /** One answer of a yes-or-no classifier for a label. */
    void add(String label, boolean truth, boolean answer) {
        count(label, truth && answer, truth, answer);
    }

    private void count(String label, boolean right, boolean truth, boolean said) {
        Counts of = counts.computeIfAbsent(label, key -> new Counts());
        of.right += right ? 1 : 0;
        of.inTruth += truth ? 1 : 0;
        of.said += said ? 1 : 0;
    }

    double macroF1() {
        return counts.values().stream().mapToDouble(Counts::f1).average().orElse(0);
    }

    double f1(String label) {
        return counts.get(label).f1();
    }

    List<String> labels() {
        return List.copyOf(counts.keySet());
    }

    /** {@code label precision recall f1 n}, one a line. */
    String table() {
        StringBuilder table = new StringBuilder();
        for (Map.Entry<String, Counts> entry : counts.entrySet()) {
            Counts of = entry.getValue();
            table.append(
                    "  %-24s P %.2f  R %.2f  F1 %.2f  n %d%n"
                            .formatted(
                                    entry.getKey(),
                                    of.said == 0 ? 0 : (double) of.right / of.said,
                                    of.inTruth == 0 ? 0 : (double) of.right / of.inTruth,
                                    of.f1(),
                                    of.inTruth));
        }
        return table.toString();
    }
}
