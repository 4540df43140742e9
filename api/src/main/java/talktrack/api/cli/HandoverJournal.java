package talktrack.api.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import talktrack.models.Sha256;

/**
 * Which files the server has got already: a line for each in the server's data folder, so that a
 * restart does not read them all again. It holds hashes, as names of files name customers. A line
 * that was lost costs an upload of bytes that the server knows, and nothing else.
 */
final class HandoverJournal {

    private final Path file;
    private final Map<String, String> calls = new HashMap<>();

    private HandoverJournal(Path file) {
        this.file = file;
    }

    /** The journal in a server's data folder. */
    static HandoverJournal in(Path data) throws IOException {
        HandoverJournal journal = new HandoverJournal(data.resolve("handed-over"));
        try {
            for (String line : Files.readAllLines(journal.file, StandardCharsets.US_ASCII)) {
                String[] words = line.split(" ", -1);
                if (words.length == 2 && words[0].length() == 64) { // else it was cut off
                    journal.calls.put(words[0], words[1]);
                }
            }
        } catch (NoSuchFileException e) {
            return journal; // the first one to write makes it
        }
        return journal;
    }

    /** The call that a file became, by its {@link #key}. */
    Optional<String> callOf(String key) {
        return Optional.ofNullable(calls.get(key));
    }

    void write(String key, String callId) throws IOException {
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(
                    ByteBuffer.wrap(
                            "%s %s%n".formatted(key, callId).getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        calls.put(key, callId);
    }

    /** A file as it is now, as a call of a rep; changes when the file does. */
    static String key(Path recording, String rep) throws IOException {
        BasicFileAttributes is = Files.readAttributes(recording, BasicFileAttributes.class);
        return Sha256.hex(
                "%s\0%d\0%s\0%s"
                        .formatted(recording.toRealPath(), is.size(), is.lastModifiedTime(), rep));
    }
}
