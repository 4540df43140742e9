package talktrack.models.events;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/**
 * One speaker's speech between pauses: the unit of the stream. Topic {@code utterances}, key {@link
 * #utteranceId()}.
 *
 * @param index place in the call, both channels merged by start, from 0 without gaps
 * @param channel of the recording, from 0; always 0 in imported transcripts
 * @param voice which of the voices told apart on this channel, from 1; 0 when none were
 * @param speakerName as an imported transcript names the speaker, else empty
 * @param startSeconds from the start of the call; absent in transcripts without times, together
 *     with the end
 * @param text as recognised or imported, raw; but names of the glossary stand where they were heard
 *     ({@link Word#heardAs()} has what was recognised), and marks where something was redacted
 * @param displayText the readable form, for pages only
 * @param words empty for imported transcripts
 * @param voiceMeasures how it was said; nothing for imported transcripts
 */
public record Utterance(
        String utteranceId,
        String callId,
        int revision,
        int index,
        int channel,
        int voice,
        Speaker speaker,
        String speakerName,
        Language language,
        OptionalDouble startSeconds,
        OptionalDouble endSeconds,
        String text,
        String displayText,
        List<Word> words,
        VoiceMeasures voiceMeasures) {

    public Utterance {
        Objects.requireNonNull(utteranceId, "utteranceId");
        Objects.requireNonNull(speaker, "speaker");
        words = words == null ? List.of() : List.copyOf(words);
        speakerName = speakerName == null ? "" : speakerName;
        displayText = displayText == null ? text : displayText;
        voiceMeasures = voiceMeasures == null ? VoiceMeasures.NONE : voiceMeasures;
        if (startSeconds.isPresent() != endSeconds.isPresent()) {
            throw new IllegalArgumentException(
                    "utterance %s has a start or an end, but not both".formatted(utteranceId));
        }
        if (startSeconds.isPresent() && endSeconds.getAsDouble() < startSeconds.getAsDouble()) {
            throw new IllegalArgumentException(
                    "utterance %s ends at %.2f s, before its start at %.2f s"
                            .formatted(
                                    utteranceId,
                                    endSeconds.getAsDouble(),
                                    startSeconds.getAsDouble()));
        }
    }

    /** An utterance of which nobody measured how it was said. */
    public Utterance(
            String utteranceId,
            String callId,
            int revision,
            int index,
            int channel,
            int voice,
            Speaker speaker,
            String speakerName,
            Language language,
            OptionalDouble startSeconds,
            OptionalDouble endSeconds,
            String text,
            String displayText,
            List<Word> words) {
        this(
                utteranceId,
                callId,
                revision,
                index,
                channel,
                voice,
                speaker,
                speakerName,
                language,
                startSeconds,
                endSeconds,
                text,
                displayText,
                words,
                VoiceMeasures.NONE);
    }

    /** The id of the utterance at this place: the same input always gets the same id. */
    public static String id(String callId, int revision, int index) {
        return "%s-%d-%04d".formatted(callId, revision, index);
    }

    /** Whether start and end are known. */
    public boolean timed() {
        return startSeconds.isPresent();
    }

    /** Length in seconds, or absent without times. */
    public OptionalDouble durationSeconds() {
        return timed()
                ? OptionalDouble.of(endSeconds.getAsDouble() - startSeconds.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The same words in another revision, said by this speaker. */
    public Utterance as(int otherRevision, Speaker otherSpeaker) {
        return copy(
                otherRevision, otherSpeaker, speakerName, text, displayText, words, voiceMeasures);
    }

    /** The same utterance in other words; the readable form starts as the text. */
    public Utterance withWords(String otherText, List<Word> otherWords) {
        return copy(
                revision, speaker, speakerName, otherText, otherText, otherWords, voiceMeasures);
    }

    /** The same utterance in another readable form. */
    public Utterance withDisplayText(String readable) {
        return copy(revision, speaker, speakerName, text, readable, words, voiceMeasures);
    }

    /** The same utterance with the speaker named otherwise. */
    public Utterance withSpeakerName(String name) {
        return copy(revision, speaker, name, text, displayText, words, voiceMeasures);
    }

    /** The same utterance with how it was said. */
    public Utterance withVoiceMeasures(VoiceMeasures measures) {
        return copy(revision, speaker, speakerName, text, displayText, words, measures);
    }

    private Utterance copy(
            int otherRevision,
            Speaker otherSpeaker,
            String otherName,
            String otherText,
            String readable,
            List<Word> otherWords,
            VoiceMeasures measures) {
        return new Utterance(
                otherRevision == revision ? utteranceId : id(callId, otherRevision, index),
                callId,
                otherRevision,
                index,
                channel,
                voice,
                otherSpeaker,
                otherName,
                language,
                startSeconds,
                endSeconds,
                otherText,
                readable,
                otherWords,
                measures);
    }
}
