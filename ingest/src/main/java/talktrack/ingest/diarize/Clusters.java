package talktrack.ingest.diarize;

import java.util.ArrayList;
import java.util.List;

/** Joins stretches of speech bottom up, always the two that one voice explains best. */
final class Clusters {

    /** Comparing all with all beyond this takes too long. */
    private static final int MOST_STRETCHES = 250;

    private static final double STRETCH_SECONDS = 2.5;
    private static final double PAUSE_SECONDS = 0.3;

    private Clusters() {}

    /** Pieces of each of so many clusters, or fewer; not every piece is in one. */
    static List<List<List<Integer>>> of(
            Evidence evidence, List<Span> spans, Tuning tuning, int most) {
        List<List<Integer>> clusters = stretches(spans);
        List<Evidence.Sum> sums = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (List<Integer> cluster : clusters) {
            Evidence.Sum sum = evidence.sum(cluster);
            sums.add(sum);
            values.add(Voice.evidence(sum, tuning));
        }
        double[][] loss = new double[clusters.size()][clusters.size()];
        for (int i = 0; i < clusters.size(); i++) {
            for (int j = 0; j < i; j++) {
                loss[i][j] =
                        values.get(i)
                                + values.get(j)
                                - Voice.evidence(sums.get(i).plus(sums.get(j)), tuning);
            }
        }
        boolean[] gone = new boolean[clusters.size()];
        List<List<List<Integer>>> bySize = new ArrayList<>();
        for (int left = clusters.size(); left > 0; left--) {
            if (left <= most) {
                List<List<Integer>> now = new ArrayList<>();
                for (int i = 0; i < gone.length; i++) {
                    if (!gone[i]) {
                        now.add(List.copyOf(clusters.get(i)));
                    }
                }
                bySize.addFirst(now);
            }
            int a = -1;
            int b = -1;
            for (int i = 0; i < gone.length; i++) {
                for (int j = 0; j < i && !gone[i]; j++) {
                    if (!gone[j] && (a < 0 || loss[i][j] < loss[a][b])) {
                        a = i;
                        b = j;
                    }
                }
            }
            if (a >= 0) {
                gone[a] = true;
                clusters.get(b).addAll(clusters.get(a));
                sums.set(b, sums.get(b).plus(sums.get(a)));
                values.set(b, Voice.evidence(sums.get(b), tuning));
                for (int i = 0; i < gone.length; i++) {
                    if (!gone[i] && i != b) {
                        double value =
                                values.get(i)
                                        + values.get(b)
                                        - Voice.evidence(sums.get(i).plus(sums.get(b)), tuning);
                        loss[Math.max(i, b)][Math.min(i, b)] = value;
                    }
                }
            }
        }
        return bySize;
    }

    /** Speech without a pause, not too long; of a long call, stretches from all over it. */
    private static List<List<Integer>> stretches(List<Span> spans) {
        List<List<Integer>> stretches = new ArrayList<>();
        double start = 0;
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (i == 0
                    || span.startSeconds() - spans.get(i - 1).endSeconds() >= PAUSE_SECONDS
                    || span.endSeconds() - start > STRETCH_SECONDS) {
                stretches.add(new ArrayList<>());
                start = span.startSeconds();
            }
            stretches.getLast().add(i);
        }
        if (stretches.size() <= MOST_STRETCHES) {
            return stretches;
        }
        List<List<Integer>> some = new ArrayList<>();
        for (int i = 0; i < MOST_STRETCHES; i++) {
            some.add(stretches.get((int) ((long) i * stretches.size() / MOST_STRETCHES)));
        }
        return some;
    }
}
