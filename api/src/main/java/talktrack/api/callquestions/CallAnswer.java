package talktrack.api.callquestions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.models.labels.Speaker;

/**
 * What calls say to a question. The text never quotes a call, so that it may outlive one; the
 * citations do.
 *
 * @param figures what was measured, the first asked for first
 * @param citations lines of calls that the answer rests on, each opens at its second
 * @param link the page that shows more of it
 */
public record CallAnswer(
        String text, List<Figure> figures, List<Citation> citations, Optional<String> link) {

    /**
     * @param label whose or what
     * @param value in {@code unit}
     * @param shown the value in words of the question's language
     * @param n calls, or objections, that it rests on
     * @param low where a score may truly lie; absent of metrics
     * @param judged false when there is too little to judge by: then it is no judgement
     * @param link the page that shows it
     */
    public record Figure(
            String label,
            double value,
            String shown,
            String unit,
            int n,
            OptionalDouble low,
            OptionalDouble high,
            boolean judged,
            Optional<String> link) {}

    /**
     * @param startSeconds absent in transcripts without times
     */
    public record Citation(
            String callId,
            String utteranceId,
            OptionalDouble startSeconds,
            String text,
            Speaker speaker,
            String repName,
            String customer,
            Instant startedAt) {}

    public CallAnswer {
        figures = List.copyOf(figures);
        citations = List.copyOf(citations);
    }
}
