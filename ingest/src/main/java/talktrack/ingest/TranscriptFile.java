package talktrack.ingest;

import java.io.IOException;
import java.nio.file.Path;
import talktrack.ingest.transcripts.TranscriptFormat;
import talktrack.models.events.Recording;

/** Tells transcripts from sound. */
public final class TranscriptFile {

    private TranscriptFile() {}

    /**
     * What the bytes are, decided by their beginning; the file's name does not count. Text that is
     * no known transcript counts as a recording, which then cannot be decoded.
     *
     * @throws IOException when the file is missing or cannot be read
     */
    public static Recording.Kind kindOf(Path file) throws IOException {
        return TranscriptFormat.sniff(file).isPresent()
                ? Recording.Kind.TRANSCRIPT
                : Recording.Kind.AUDIO;
    }
}
