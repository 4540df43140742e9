package talktrack.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import talktrack.ingest.decode.RawSound;
import talktrack.models.events.Recording;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;

/**
 * One file to read.
 *
 * @param file the bytes
 * @param callId goes into the utterances
 * @param kind whether the bytes are sound or a transcript, as {@link TranscriptFile#kindOf} tells
 * @param language absent = English for sound, detected for a transcript
 * @param repName the rep's name, or empty; sought among a transcript's speakers
 * @param repSpeaker the rep's name among a transcript's speakers when declared, else empty
 * @param raw what was declared of sound without a header
 * @param playback where to write the copy that browsers play; absent = none
 */
public record ReadRequest(
        Path file,
        String callId,
        int revision,
        Recording.Kind kind,
        Optional<Language> language,
        ChannelLayout channels,
        String repName,
        String repSpeaker,
        Optional<RawSound> raw,
        Optional<Path> playback) {

    public ReadRequest {
        repName = repName == null ? "" : repName;
        repSpeaker = repSpeaker == null ? "" : repSpeaker;
    }

    /**
     * A file outside of any store, for the one-shot commands; sound or transcript is decided by its
     * content.
     *
     * @throws IOException when the file is missing or cannot be read
     */
    public static ReadRequest oneShot(
            Path file,
            Optional<Language> language,
            ChannelLayout channels,
            String repName,
            String repSpeaker)
            throws IOException {
        return new ReadRequest(
                file,
                "file",
                1,
                TranscriptFile.kindOf(file),
                language,
                channels,
                repName,
                repSpeaker,
                Optional.empty(),
                Optional.empty());
    }

    /** The same file, which is sound without a header, as declared. */
    public ReadRequest as(RawSound declared) {
        return new ReadRequest(
                file,
                callId,
                revision,
                Recording.Kind.AUDIO,
                language,
                channels,
                repName,
                repSpeaker,
                Optional.of(declared),
                playback);
    }
}
