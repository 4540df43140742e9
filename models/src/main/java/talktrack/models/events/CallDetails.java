package talktrack.models.events;

import java.time.Instant;
import java.util.Optional;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.Language;
import talktrack.models.labels.SaleSize;

/**
 * What people say about a call: whose it is, with whom, when. Topic {@code call-details}, key
 * {@link #callId()}.
 *
 * @param customer the buyer's name, or empty
 * @param fileName as uploaded
 * @param demonstration invented data that ships with Talktrack; marked so on every page
 * @param kind what the call is for, as its uploader says; absent when he does not
 * @param sale simple or major, likewise
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
        Instant uploadedAt,
        Optional<CallKind> kind,
        Optional<SaleSize> sale) {

    /** The kind was not always asked for. */
    public CallDetails {
        customer = customer == null ? "" : customer;
        kind = kind == null ? Optional.empty() : kind;
        sale = sale == null ? Optional.empty() : sale;
    }
}
