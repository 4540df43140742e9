package talktrack.api.talktracks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Label;

/**
 * Where a talk track was suggested and said, and what came after (docs/metrics.md "Talk tracks in
 * use"). What came after did not come of it alone: nobody drew lots.
 *
 * @param suggestedMoments moments for which it is suggested, as the first talk track
 * @param suggestedCalls calls with such moments
 * @param usedCalls calls in which a rep said as much as it says, in its situation
 * @param followedCalls of these, the ones of reps to whom it had been suggested before
 * @param lookedAt calls with the situation that were looked through, the newest ones
 * @param used what came after where it was said
 * @param others what came after in the same situation where other words were said
 * @param evidence the moments themselves, newest call first; some of many
 */
record Usage(
        int suggestedMoments,
        int suggestedCalls,
        int usedCalls,
        int followedCalls,
        int lookedAt,
        After used,
        After others,
        List<Moment> evidence) {

    /** Fewer moments say nothing. */
    static final int FEWEST = 5;

    /**
     * What came after these moments.
     *
     * @param n moments
     * @param enough whether they are enough to say something; else the rest is absent
     * @param settled share of the objections that ended settled; absent for questions
     * @param valenceBefore the customer's mean sentiment before, −1…1, over moments with both
     * @param valenceAfter and after
     * @param valenceN moments with both
     * @param won share of the calls that ended with an order or an advance
     * @param calls calls that the share is of
     */
    record After(
            int n,
            boolean enough,
            OptionalDouble settled,
            OptionalDouble valenceBefore,
            OptionalDouble valenceAfter,
            int valenceN,
            OptionalDouble won,
            int calls) {}

    /** How a moment came to be here. */
    enum Role implements Label {
        SUGGESTED,
        USED,
        FOLLOWED
    }

    /**
     * @param utteranceId what to open: the customer's objection, or the rep's question
     */
    record Moment(
            Role role,
            String callId,
            String utteranceId,
            String customer,
            Instant startedAt,
            Optional<Commitment> commitment,
            OptionalDouble valenceBefore,
            OptionalDouble valenceAfter) {}
}
