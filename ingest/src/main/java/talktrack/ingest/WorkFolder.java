package talktrack.ingest;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where decoded samples lie while they are worked on; owner only. */
final class WorkFolder {

    private static final String PREFIX = "samples-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(?<pid>\\d{1,18})-.*");

    private final Path folder;
    private boolean swept;

    WorkFolder(Path folder) {
        this.folder = folder;
    }

    /** A new file for samples; its user deletes it. */
    Path newFile() throws IOException {
        Files.createDirectories(folder);
        sweep();
        return Files.createTempFile(folder, PREFIX + ProcessHandle.current().pid() + "-", ".pcm");
    }

    /** Removes what killed processes left behind. */
    private synchronized void sweep() throws IOException {
        if (swept) {
            return;
        }
        swept = true;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group("pid"))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
