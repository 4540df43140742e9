package talktrack.api.standalone;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may read what is in the data folder. On a file system without Unix permissions nothing is
 * changed.
 */
final class Permissions {

    private static final boolean UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final Logger log = LoggerFactory.getLogger(Permissions.class);

    private Permissions() {}

    /** {@code 0700}. */
    static void ownerOnly(Path folder) throws IOException {
        set(folder, "rwx------");
    }

    /** {@code 0710}: members of the group may pass through, but not look around. */
    static void groupPassesThrough(Path folder, int gid) throws IOException {
        Files.setAttribute(folder, "unix:gid", gid);
        set(folder, "rwx--x---");
    }

    /** {@code 0600} for each file of a folder; what links lead to is its owner's business. */
    static void filesOwnerOnly(Path folder) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(
                        folder, file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))) {
            for (Path file : files) {
                try {
                    set(file, "rw-------");
                } catch (NoSuchFileException e) {
                    // Gone meanwhile, as a temporary one is when it gets its name.
                } catch (IOException e) {
                    // Mounted so that it cannot be changed, say: its owner sees to who reads it.
                    log.warn("others' access to a file cannot be taken away file={}", file, e);
                }
            }
        }
    }

    private static void set(Path path, String permissions) throws IOException {
        if (UNIX) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
