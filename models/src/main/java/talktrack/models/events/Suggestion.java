package talktrack.models.events;

import java.time.Instant;
import java.util.List;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;

/**
 * A talk track fitted to one moment of one call. Topic {@code suggestions}, key {@link
 * #suggestionId()}.
 *
 * @param utteranceId the customer's objection
 * @param talkTrackIds the approved talk tracks it rests on, best first
 * @param source whether it is an approved talk track as it stands, or fitted to the call by a
 *     language model
 * @param model name of the language model, or empty
 */
public record Suggestion(
        String suggestionId,
        String callId,
        int revision,
        String utteranceId,
        ObjectionType objection,
        Language language,
        List<String> talkTrackIds,
        String text,
        String nextQuestion,
        String why,
        Source source,
        String model,
        Instant createdAt) {

    /** Where the words come from; pages label it. */
    public enum Source implements Label {
        TALK_TRACK,
        LANGUAGE_MODEL
    }

    /**
     * One suggestion for each objection: a retry overwrites. Starts with the call id, like all keys
     * of a call.
     */
    public static String id(String utteranceId) {
        return utteranceId + "-s";
    }

    public Suggestion {
        talkTrackIds = List.copyOf(talkTrackIds);
        model = model == null ? "" : model;
    }
}
