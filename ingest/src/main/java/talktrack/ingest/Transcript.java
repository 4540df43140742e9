package talktrack.ingest;

import java.util.List;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;

/**
 * What one file says: its utterances, merged by start and numbered, and the end marker that counts
 * them.
 */
public record Transcript(TranscriptEnd.Transcribed end, List<Utterance> utterances) {

    public Transcript {
        utterances = List.copyOf(utterances);
        if (end.utteranceCount() != utterances.size()) {
            throw new IllegalArgumentException(
                    "Bug: the end marker of call %s counts %d utterances, there are %d"
                            .formatted(end.callId(), end.utteranceCount(), utterances.size()));
        }
    }
}
