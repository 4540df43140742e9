package talktrack.ingest;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One file → one transcript, without servers. Thread-safe; shares one speech model per language.
 */
public final class RecordingReader implements AutoCloseable {

    private final Path dataFolder;

    /**
     * @param dataFolder holds {@code models/}; the starter model is unpacked there on first use
     */
    public RecordingReader(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    /**
     * Reads a recording or a transcript to its end.
     *
     * @throws UnreadableRecording when the file is at fault, or a speech model is missing
     * @throws IOException when this machine is at fault: disk, memory, missing libraries
     */
    public Transcript read(ReadRequest request, Progress progress)
            throws UnreadableRecording, IOException, InterruptedException {
        switch (request.kind()) {
            case AUDIO, TRANSCRIPT -> {
                throw new IOException("not built yet: reading below " + dataFolder);
            }
        }
        throw new IOException("unreachable");
    }

    @Override
    public void close() {}
}
