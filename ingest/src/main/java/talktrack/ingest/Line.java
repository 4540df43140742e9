package talktrack.ingest;

import talktrack.ingest.transcribe.Spoken;
import talktrack.models.labels.Speaker;

/**
 * What one speaker said between two pauses.
 *
 * @param voice of those told apart on the channel, from 1; 0 when none were
 */
record Line(Spoken said, int voice, Speaker speaker) {}
