package talktrack.api.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A user and group id that nobody on this machine has, for running Elasticsearch when we are root:
 * it refuses to run as root, and must be able to read nothing but its own folders.
 *
 * @param id both the user's and the group's number
 */
record UnprivilegedUser(int id) {

    private static final int FIRST =
            61_200; // above Debian's and Red Hat's ordinary users, below systemd's dynamic ones
    private static final int COUNT = 3_000;

    /** Whether this process is root on a Linux: {@code /proc/self} belongs to whoever we are. */
    static boolean weAreRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }

    /** The user kept in a file, or a new one that is written there. */
    static UnprivilegedUser keptIn(Path file) throws IOException, InterruptedException {
        if (Files.exists(file)) {
            return new UnprivilegedUser(Integer.parseInt(Files.readString(file).strip()));
        }
        for (int attempt = 0; attempt < 100; attempt++) {
            int id = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
            if (absent("passwd", id) && absent("group", id)) {
                Files.writeString(file, id + "\n");
                return new UnprivilegedUser(id);
            }
        }
        throw new IOException(
                "Elasticsearch refuses to run as root, and no free user id was found between %d and %d. Start Talktrack as an ordinary user."
                        .formatted(FIRST, FIRST + COUNT));
    }

    /** The command, run as this user: no groups, no capabilities, no way back. */
    List<String> running(List<String> command) {
        List<String> whole =
                new ArrayList<>(
                        List.of(
                                "setpriv",
                                "--reuid=" + id,
                                "--regid=" + id,
                                "--clear-groups",
                                "--no-new-privs",
                                "--inh-caps=-all"));
        whole.addAll(command);
        return whole;
    }

    /**
     * Whether this user may read a file or list a folder: asked of the system itself, all folders
     * above it included.
     */
    boolean canRead(Path path) throws IOException, InterruptedException {
        return succeeds(running(List.of("test", "-r", path.toString())));
    }

    /** Whether this user may pass through a folder. */
    boolean canEnter(Path folder) throws IOException, InterruptedException {
        return succeeds(running(List.of("test", "-x", folder.toString())));
    }

    /** Gives a folder and all in it to this user alone; nobody may be writing there. */
    void own(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                give(file);
            }
        }
        Permissions.ownerOnly(folder);
    }

    /** Gives a folder itself to this user alone, and leaves what is in it. */
    void ownFolder(Path folder) throws IOException {
        give(folder);
        Permissions.ownerOnly(folder);
    }

    private void give(Path file) throws IOException {
        Files.setAttribute(file, "unix:uid", id, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", id, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean absent(String database, int id)
            throws IOException, InterruptedException {
        return !succeeds(List.of("getent", database, String.valueOf(id)));
    }

    private static boolean succeeds(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor() == 0;
    }
}
