package talktrack.ingest;

import talktrack.ingest.transcribe.Transcriber;
import talktrack.models.labels.VoiceEmotion;

/**
 * How recordings and transcripts are read.
 *
 * @param wording what becomes of the words that were heard
 * @param bleep puts a tone over what was redacted, in the copy that browsers play
 * @param pauseSeconds the shortest silence between words that ends an utterance
 * @param voiceEmotion whose pitch and arousal are measured
 */
public record ReadingSettings(
        Wording wording, boolean bleep, double pauseSeconds, VoiceEmotion voiceEmotion) {

    /** Words as they are heard, and nothing from the voice but pace, pauses and loudness. */
    public static final ReadingSettings USUAL =
            new ReadingSettings(
                    Wording.PLAIN, false, Transcriber.USUAL_PAUSE_SECONDS, VoiceEmotion.OFF);
}
