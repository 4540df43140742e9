package talktrack.models.events;

import java.time.Instant;
import talktrack.models.labels.Language;

/**
 * What people say about a call: whose it is, with whom, when. Topic {@code call-details}, key
 * {@link #callId()}.
 *
 * @param customer the buyer's name, or empty
 * @param fileName as uploaded
 * @param demonstration invented data that ships with Talktrack; marked so on every page
 */
public record CallDetails(
        String callId,
        String repId,
        String repName,
        String teamId,
        String customer,
        Instant startedAt,
        Language language,
        String fileName,
        boolean demonstration,
        Instant uploadedAt) {

    public CallDetails {
        customer = customer == null ? "" : customer;
    }
}
