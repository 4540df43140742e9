package talktrack.models.events;

import java.time.Instant;
import java.util.List;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;

/**
 * A request to process what was uploaded for a call. Topic {@code recordings}, key {@link
 * #callId()}; the newest revision counts.
 *
 * @param kind whether the file is sound or a transcript
 * @param location of the bytes in the recording store, relative to it
 * @param sha256 of the bytes, hexadecimal
 * @param fileName as the user named it: shown, never used as a path
 * @param repName the rep's name, to be found among a transcript's speakers
 * @param repSpeaker name of the rep among a transcript's speakers when declared, else empty
 * @param speakerFixes what people said about who speaks, in the order they said it
 * @param keepsWordsOf the revision whose words are taken over, as nothing but the speakers changed;
 *     0 = the recording is heard anew
 * @param rawSound what was declared of sound without a header, as {@code 8000,2,mulaw}, or empty
 */
public record Recording(
        String callId,
        int revision,
        Kind kind,
        String location,
        String sha256,
        String fileName,
        long sizeBytes,
        Language language,
        ChannelLayout channels,
        String repName,
        String repSpeaker,
        List<SpeakerFix> speakerFixes,
        int keepsWordsOf,
        String rawSound,
        Instant requestedAt) {

    /** What the uploaded bytes are. */
    public enum Kind implements talktrack.models.labels.Label {
        AUDIO,
        TRANSCRIPT
    }

    public Recording {
        repSpeaker = repSpeaker == null ? "" : repSpeaker;
        rawSound = rawSound == null ? "" : rawSound;
        speakerFixes = speakerFixes == null ? List.of() : List.copyOf(speakerFixes);
    }

    /** The same recording, to be heard once more. */
    public Recording nextRevision(Instant now) {
        return next(channels, repSpeaker, speakerFixes, 0, now);
    }

    /** The words of this revision, said by whom their channels tell, whatever was said of them. */
    public Recording withLayout(ChannelLayout layout, Instant now) {
        List<SpeakerFix> stretches =
                speakerFixes.stream().filter(fix -> !fix.wholeVoice()).toList();
        return next(layout, repSpeaker, stretches, revision, now);
    }

    /** The words of this revision, said by whom people told. */
    public Recording withFixes(List<SpeakerFix> fixes, Instant now) {
        return next(channels, repSpeaker, fixes, revision, now);
    }

    /** The same transcript, of whose speakers this one is the rep. */
    public Recording withRepSpeaker(String name, Instant now) {
        return next(channels, name, speakerFixes, 0, now);
    }

    private Recording next(
            ChannelLayout layout, String rep, List<SpeakerFix> fixes, int wordsOf, Instant now) {
        return new Recording(
                callId,
                revision + 1,
                kind,
                location,
                sha256,
                fileName,
                sizeBytes,
                language,
                layout,
                repName,
                rep,
                fixes,
                wordsOf,
                rawSound,
                now);
    }
}
