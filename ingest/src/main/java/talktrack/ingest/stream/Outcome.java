package talktrack.ingest.stream;

import java.util.List;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;

/**
 * How a call ended, ready to be written.
 *
 * @param utterances none when it failed
 */
record Outcome(Work work, TranscriptEnd end, List<Utterance> utterances, double tookSeconds) {}
