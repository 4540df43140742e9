package talktrack.api.heatmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.models.events.Band;
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

    /**
     * A row or a column.
     *
     * @param unit of the values in a row, where they are no scores
     */
    record Axis(String id, String label, Optional<Unit> unit) {
        Axis(String id, String label) {
            this(id, label, Optional.empty());
        }

        /** Named after a label of the model, in English; pages have words of their own. */
        static Axis of(Label label) {
            String words = label.id().replace('-', ' ');
            return new Axis(
                    label.id(), Character.toUpperCase(words.charAt(0)) + words.substring(1));
        }
    }

    /** What a value is, if no score of 0…100. */
    enum Unit implements Label {
        /** Times a call. */
        PER_CALL,
        /** 0…1. */
        SHARE
    }

    /**
     * @param value mean score, 0…100, or in the row's unit; null in JSON when n is 0
     * @param n calls (of objections: objections) that the value rests on
     * @param evidence ids of at most {@value HeatmapBuilder#MOST_EVIDENCE} utterances, the newest
     *     call's first
     * @param evidenceLink where all of the evidence is
     * @param trend of the second half of the weeks against the first; absent when one of them has
     *     too few calls to say
     * @param band where a mean score may truly lie; absent without a score
     * @param reference the team's value beside a rep's, the company's beside a team's; absent where
     *     nobody else is there to compare with
     */
    record Cell(
            String row,
            String column,
            @JsonInclude(JsonInclude.Include.ALWAYS) OptionalDouble value,
            int n,
            List<String> evidence,
            String evidenceLink,
            Optional<Trend> trend,
            Optional<Band> band,
            OptionalDouble reference) {

        /** A cell of which only its value and evidence are known. */
        Cell(
                String row,
                String column,
                OptionalDouble value,
                int n,
                List<String> evidence,
                String evidenceLink) {
            this(
                    row,
                    column,
                    value,
                    n,
                    evidence,
                    evidenceLink,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty());
        }

        /** The same with a trend and the band of a mean score. */
        Cell with(Optional<Trend> rising) {
            return new Cell(
                    row,
                    column,
                    value,
                    n,
                    evidence,
                    evidenceLink,
                    rising,
                    value.isPresent()
                            ? Optional.of(Band.of(value.getAsDouble(), n))
                            : Optional.empty(),
                    reference);
        }

        /** The same beside the value of others. */
        Cell against(OptionalDouble others) {
            return new Cell(row, column, value, n, evidence, evidenceLink, trend, band, others);
        }
    }

    /** Where a score is going. */
    enum Trend implements Label {
        UP,
        DOWN,
        FLAT
    }
}
