package talktrack.models.events;

/**
 * A label and the calibrated probability that it is right.
 *
 * @param score 0…1
 */
public record Scored<L>(L label, double score) {}
