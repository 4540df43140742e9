package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of a command's own for large files, gone when it ends. */
record ScratchFolder(Path path) implements AutoCloseable {

    /** In the data folder, which has room, rather than in the system's folder for small files. */
    static ScratchFolder below(Path dataFolder) throws IOException {
        Files.createDirectories(dataFolder);
        return new ScratchFolder(Files.createTempDirectory(dataFolder, "scratch-"));
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(path)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
