package talktrack.ingest.decode;

import java.io.IOException;
import java.util.TreeSet;
import org.bytedeco.javacpp.Pointer;

/** Fails as a native decoder does; the recording's name says how. */
final class BrokenDecoder {

    private BrokenDecoder() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].endsWith("crash.wav")) {
            Pointer.memset(new Unmapped(), 1, 8);
        } else if (arguments[0].endsWith("hang.wav")) {
            int end = System.in.read();
            throw new IllegalStateException("nobody writes to this child, but it read " + end);
        } else if (arguments[0].endsWith("tell.wav")) {
            System.err.println("told " + new TreeSet<>(System.getenv().keySet()));
        }
        Runtime.getRuntime().halt(7);
    }

    private static final class Unmapped extends Pointer {
        Unmapped() {
            address = 8;
        }
    }
}
