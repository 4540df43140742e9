package talktrack.ingest.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps a model from filling the disk that calls are kept on. */
final class DiskSpace {

    /** What is left to everybody else. */
    private static final long RESERVE_BYTES = 256L << 20;

    private static final long LOOK_EVERY_BYTES = 8L << 20;

    /** How much a folder's disk has left; tests have small ones. */
    @FunctionalInterface
    interface Usable {
        long bytes(Path folder) throws IOException;
    }

    private final Path folder;
    private final Usable usable;
    private final long reserve;
    private long sinceLook;

    DiskSpace(Path folder) {
        this(folder, path -> Files.getFileStore(path).getUsableSpace(), RESERVE_BYTES);
    }

    DiskSpace(Path folder, Usable usable, long reserve) {
        this.folder = folder;
        this.usable = usable;
        this.reserve = reserve;
    }

    /** Before writing so much. */
    void need(long bytes) throws ModelProblem, IOException {
        long left = usable.bytes(folder);
        if (left - reserve < bytes) {
            throw full(bytes, left);
        }
    }

    /** After writing so much: others write to the disk as well. */
    void wrote(long bytes) throws ModelProblem, IOException {
        sinceLook += bytes;
        if (sinceLook >= LOOK_EVERY_BYTES) {
            sinceLook = 0;
            need(0);
        }
    }

    /** A write that the system refused for want of room becomes a sentence. */
    void orFullAsProblem(IOException refusal) throws ModelProblem {
        String message = String.valueOf(refusal.getMessage());
        if (message.contains("No space left") || message.contains("quota")) {
            throw new ModelProblem(
                    "The disk of %s is full, so the model was not installed. Free some space, then install it again."
                            .formatted(folder),
                    refusal);
        }
    }

    private ModelProblem full(long bytes, long left) {
        return new ModelProblem(
                "The disk of %s has %s left, which is too little%s: %s stay free for calls. The model was not installed. Free some space, then install it again."
                        .formatted(
                                folder,
                                Bytes.text(left),
                                bytes == 0 ? "" : " for the %s needed".formatted(Bytes.text(bytes)),
                                Bytes.text(reserve)));
    }
}
