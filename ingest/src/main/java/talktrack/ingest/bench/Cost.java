package talktrack.ingest.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What something took.
 *
 * @param wallSeconds time that passed
 * @param computedSeconds processor time of this process and of the children that ended meanwhile
 */
record Cost(double wallSeconds, double computedSeconds) {

    /** Linux counts processor time for users in hundredths of a second on every architecture. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TICKS = 11;

    /** What passed up to now. */
    static Cost now() throws IOException {
        // The name of the program, in brackets, may contain anything; fields count after it.
        String line = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int i = USER_TICKS; i < USER_TICKS + 4; i++) { // own and children's, user and system
            ticks += Long.parseLong(fields[i]);
        }
        return new Cost(System.nanoTime() / 1e9, ticks / TICKS_PER_SECOND);
    }

    Cost since(Cost earlier) {
        return new Cost(
                wallSeconds - earlier.wallSeconds, computedSeconds - earlier.computedSeconds);
    }
}
