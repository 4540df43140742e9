package talktrack.models.events;

/**
 * A label and the calibrated probability that it is right.
 *
 * @param score 0…1
 */
public record Scored<L>(L label, double score) {

    /** Less certain ones are wrong more often than right. */
    public static final double COUNTS_FROM = 0.5;

    /** Whether it is certain enough to be counted; else it is shown as "perhaps". */
    public boolean counts() {
        return score >= COUNTS_FROM;
    }
}
