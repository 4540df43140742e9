package talktrack.models.events;

import java.util.OptionalDouble;
import talktrack.models.labels.Phase;

/**
 * A phase of a call.
 *
 * @param firstId its first utterance
 * @param lastId its last one, in the call's order
 * @param startSeconds from the call's start; absent without times, like the end
 */
public record PhaseSpan(
        Phase phase,
        String firstId,
        String lastId,
        OptionalDouble startSeconds,
        OptionalDouble endSeconds) {}
