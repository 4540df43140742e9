package talktrack.ingest.diarize;

import java.util.List;

/**
 * Whose voice says which word.
 *
 * @param voices how many were told apart, at least 1 when there are words
 * @param voiceOf per word, from 1, numbered by who speaks first
 * @param errorShare estimated share of the speech that is given to the wrong voice, 0…1
 */
public record Diarization(int voices, List<Integer> voiceOf, double errorShare) {

    public Diarization {
        voiceOf = List.copyOf(voiceOf);
    }
}
