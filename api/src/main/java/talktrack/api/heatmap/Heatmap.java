package talktrack.api.heatmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.models.labels.Label;

/**
 * Rows × columns of cells, every one of them present.
 *
 * @param title the team's or the rep's name
 * @param demonstration whether all of it is invented data
 */
record Heatmap(
        String id,
        String title,
        List<Axis> rows,
        List<Axis> columns,
        List<Cell> cells,
        boolean demonstration) {

    /** A row or a column. */
    record Axis(String id, String label) {}

    /**
     * @param value mean score, 0…100; null in JSON when n is 0
     * @param n calls that scored the skill
     * @param evidence ids of at most {@value HeatmapBuilder#MOST_EVIDENCE} utterances, the newest
     *     call's first
     * @param evidenceLink where all of the evidence is
     * @param trend of the second half of the weeks against the first; absent when one of them has
     *     too few calls to say
     */
    record Cell(
            String row,
            String column,
            @JsonInclude(JsonInclude.Include.ALWAYS) OptionalDouble value,
            int n,
            List<String> evidence,
            String evidenceLink,
            Optional<Trend> trend) {}

    /** Where a score is going. */
    enum Trend implements Label {
        UP,
        DOWN,
        FLAT
    }
}
