package talktrack.ingest.transcribe;

import com.sun.jna.Function;
import com.sun.jna.NativeLong;
import java.util.Optional;

/**
 * The memory that Vosk allocates. The C library of Linux keeps what was freed for later, a heap for
 * each thread: over a hundred megabytes after each recogniser.
 */
final class NativeHeap {

    private static final Optional<Function> TRIM = trim();

    private NativeHeap() {}

    /** Gives what is free back to the system; does nothing where that is not glibc. */
    static void giveBack() {
        TRIM.ifPresent(trim -> trim.invokeInt(new Object[] {new NativeLong(0)}));
    }

    private static Optional<Function> trim() {
        try {
            return Optional.of(Function.getFunction("c", "malloc_trim"));
        } catch (UnsatisfiedLinkError e) {
            return Optional.empty(); // another C library
        }
    }
}
