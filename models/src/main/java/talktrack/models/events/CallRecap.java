package talktrack.models.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * A call in two minutes, in the call's language. Topic {@code recaps}, key {@link #callId()}: only
 * what a language model worded is kept there, the rest is made anew whenever it is asked for.
 *
 * @param needs what the customer needs
 * @param turns where it turned: the objections and how they ended
 * @param agreed what was agreed
 * @param next what the rep has to do
 * @param message a draft to send to the customer
 * @param model name of the language model, or empty
 * @param basis changes when the same call is read differently
 * @param writtenAt absent where no language model wrote
 */
public record CallRecap(
        String callId,
        int revision,
        Language language,
        List<Line> needs,
        List<Line> turns,
        List<Line> agreed,
        List<Line> next,
        List<Line> message,
        Source source,
        String model,
        String basis,
        Optional<Instant> writtenAt) {

    /**
     * @param utteranceIds what says so; none for a greeting
     */
    public record Line(String text, List<String> utteranceIds) {
        public Line {
            utteranceIds = List.copyOf(utteranceIds);
        }
    }

    /** Whose words these are; pages label it. */
    public enum Source implements Label {
        /** Words of the call within sentences that never change. */
        EXTRACT,
        LANGUAGE_MODEL
    }

    public CallRecap {
        needs = List.copyOf(needs);
        turns = List.copyOf(turns);
        agreed = List.copyOf(agreed);
        next = List.copyOf(next);
        message = List.copyOf(message);
        writtenAt = writtenAt == null ? Optional.empty() : writtenAt;
    }

    /** Whether this was made of the same reading of the same transcript. */
    public boolean isOf(CallRecap extract) {
        return revision == extract.revision && basis.equals(extract.basis);
    }

    /** The same with the greeting and the end of another's message. */
    public CallRecap framedAs(CallRecap extract) {
        List<Line> lines = new ArrayList<>(message);
        if (!lines.isEmpty() && !extract.message.isEmpty()) {
            lines.set(0, extract.message.getFirst());
            lines.set(lines.size() - 1, extract.message.getLast());
        }
        return new CallRecap(
                callId, revision, language, needs, turns, agreed, next, lines, source, model, basis,
                writtenAt);
    }
}
