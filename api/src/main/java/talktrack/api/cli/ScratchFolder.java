package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import talktrack.models.Folders;

/** A folder of a command's own for large files, gone when it ends. */
record ScratchFolder(Path path) implements AutoCloseable {

    /** In the data folder, which has room, rather than in the system's folder for small files. */
    static ScratchFolder below(Path dataFolder) throws IOException {
        Files.createDirectories(dataFolder);
        return new ScratchFolder(Files.createTempDirectory(dataFolder, "scratch-"));
    }

    @Override
    public void close() throws IOException {
        Folders.delete(path);
    }
}
