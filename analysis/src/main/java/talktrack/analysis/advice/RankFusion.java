package talktrack.analysis.advice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Reciprocal rank fusion: several rankings of the same things become one, without comparing their
 * scores.
 *
 * @see "Cormack, Clarke, Büttcher: Reciprocal Rank Fusion outperforms Condorcet (SIGIR 2009)"
 */
public final class RankFusion {

    /** The paper's constant: how little the very first places count above the next ones. */
    private static final int K = 60;

    /**
     * @param score sum of 1 / (60 + rank) over the rankings that have it, ranks from 1
     */
    public record Ranked(String id, double score) {}

    private RankFusion() {}

    /**
     * @param rankings ids, best first; an id that a ranking repeats counts where it stands first
     * @return every id once, best first; of equals the one whose id sorts first
     */
    public static List<Ranked> fuse(List<List<String>> rankings) {
        Map<String, Double> scores = new HashMap<>();
        for (List<String> ranking : rankings) {
            int rank = 1;
            for (String id : new LinkedHashSet<>(ranking)) {
                scores.merge(id, 1.0 / (K + rank++), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .map(entry -> new Ranked(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingDouble(Ranked::score)
                                .reversed()
                                .thenComparing(Ranked::id))
                .toList();
    }
}
