package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a folder and of the folders in it, hidden ones left out. Hears of changes where the
 * file system tells them; network shares do not, so whoever waits looks again in any case.
 */
final class FolderView implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FolderView.class);

    private final Path folder;
    private final Predicate<Path> takes;
    private final WatchService events;
    private final Set<Path> heard = new HashSet<>();

    FolderView(Path folder, Predicate<Path> takes) throws IOException {
        this.folder = folder;
        this.takes = takes;
        events = folder.getFileSystem().newWatchService();
    }

    /**
     * The files that are there now and are to be taken.
     *
     * @throws IOException when the folder itself cannot be read
     */
    Map<Path, StableFiles.Look> files() throws IOException {
        Map<Path, StableFiles.Look> found = new HashMap<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes is) {
                        if (!one.equals(folder) && one.getFileName().toString().startsWith(".")) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        hear(one);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                        if (is.isRegularFile() && takes.test(file)) {
                            found.put(file, new StableFiles.Look(is.size(), is.lastModifiedTime()));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (file.equals(folder)) {
                            throw e;
                        }
                        log.info("left out file={} cause={}", file, e.toString());
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }

    /** Returns when something has changed, and after a while in any case. */
    void await(Duration atMost) throws InterruptedException {
        WatchKey key = events.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        for (; key != null; key = events.poll()) {
            key.pollEvents(); // what it was will be seen
            if (!key.reset()) {
                heard.remove((Path) key.watchable());
            }
        }
    }

    private void hear(Path one) {
        if (heard.add(one)) {
            try {
                one.register(
                        events,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            } catch (IOException e) {
                log.info("no events from folder={}: it is looked at all the same", one, e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
