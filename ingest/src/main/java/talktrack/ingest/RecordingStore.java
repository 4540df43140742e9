package talktrack.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import talktrack.ingest.store.FolderStore;
import talktrack.ingest.store.LocalFile;
import talktrack.ingest.store.Received;
import talktrack.ingest.store.S3Settings;
import talktrack.ingest.store.S3Store;

/**
 * Recordings: for each call the bytes as uploaded and the copies for playback. Any number of stores
 * may share a place. Every method throws {@link talktrack.ingest.store.StoreUnreachable} when the
 * place does not answer for now, which says nothing about the recording.
 */
public interface RecordingStore {

    Pattern CALL_ID = Pattern.compile("[0-9A-Za-z]{1,64}");

    /** A call's folder and a file in it. */
    Pattern LOCATION = Pattern.compile("[0-9A-Za-z]{1,64}/[0-9A-Za-z-]{1,64}(\\.[0-9a-z]{1,8})?");

    /**
     * What was stored.
     *
     * @param callId the same for the same bytes of the same rep: 24 hexadecimal digits
     * @param location for the other methods
     */
    record Stored(String callId, String location, String sha256, long sizeBytes) {}

    /**
     * The store of a data folder.
     *
     * @param s3 empty: a folder in it
     */
    static RecordingStore of(Path data, Optional<S3Settings> s3) {
        Path folder = data.resolve("recordings");
        return s3.isPresent() ? new S3Store(s3.get(), folder) : new FolderStore(folder);
    }

    /**
     * Streams a recording to this machine's disk, where it can be looked at before it is kept. When
     * this throws, nothing is left.
     *
     * @param bytes read to the end, not closed
     * @return to be closed, which removes what was not kept
     */
    Received receive(InputStream bytes, String repId) throws IOException;

    /**
     * Keeps what was received. When this returns it survives a power cut. The same bytes twice give
     * the same result and one copy.
     */
    Stored keep(Received received) throws IOException;

    /** Receives and keeps in one. */
    default Stored put(InputStream bytes, String repId) throws IOException {
        try (Received received = receive(bytes, repId)) {
            return keep(received);
        }
    }

    /** How many bytes lie at a location; empty when none do. */
    OptionalLong size(String location) throws IOException;

    /**
     * What lies at a location as a file of this machine, for readers that need one.
     *
     * @param sha256 of the bytes as they were kept; bytes that crossed a network are held to it
     * @return to be closed, which removes it when it is only a copy
     * @throws java.nio.file.NoSuchFileException when there is nothing
     */
    LocalFile fetch(String location, String sha256) throws IOException;

    /**
     * Sends a part of what lies at a location.
     *
     * @param first offset of the first byte, in bytes
     * @throws java.nio.file.NoSuchFileException when there is nothing
     */
    void send(String location, long first, long length, OutputStream out) throws IOException;

    /**
     * A file of this machine to write the content of a location into, for {@link #keep(String,
     * LocalFile)}.
     *
     * @return to be closed, which removes it when it is only a copy
     */
    LocalFile draft(String location) throws IOException;

    /**
     * Keeps a draft, if anything was written into it. One that is tried to be kept again and again
     * waits for that, however long it takes.
     */
    void keep(String location, LocalFile draft) throws IOException;

    /** Removes all of a call's files; nothing happens when there are none. */
    void delete(String callId) throws IOException;

    /** Removes what lies at a location, if anything does. */
    void deleteFile(String location) throws IOException;

    /** Removes the copies for playback of all revisions before one. */
    default void deletePlaybackBefore(String callId, int revision) throws IOException {
        for (int earlier = 1; earlier < revision; earlier++) {
            deleteFile(playbackLocation(callId, earlier));
        }
    }

    /** Where the copy of a revision that browsers play is, or will be. */
    default String playbackLocation(String callId, int revision) {
        return "%s/playback-%d.m4a".formatted(checked(callId), revision);
    }

    /**
     * The id itself.
     *
     * @throws IllegalArgumentException when it is none, and could lead elsewhere
     */
    static String checked(String callId) {
        if (!CALL_ID.matcher(callId).matches()) {
            throw new IllegalArgumentException("'%s' is no call id".formatted(callId));
        }
        return callId;
    }

    /**
     * The location itself.
     *
     * @throws IllegalArgumentException when it is none, and could lead out of the store
     */
    static String checkedLocation(String location) {
        if (!LOCATION.matcher(location).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no place in the recording store".formatted(location));
        }
        return location;
    }
}
