package talktrack.api.standalone;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Finds the Elasticsearch that the build unpacked, read-only, beside our own classes. */
final class ElasticsearchProgram {

    private ElasticsearchProgram() {}

    /**
     * @throws IOException when there is none, saying how to get it
     */
    static Path home() throws IOException {
        String configured = System.getProperty("talktrack.elasticsearch.home");
        Path home = configured == null ? besideOurClasses() : Path.of(configured);
        if (!Files.isRegularFile(home.resolve("bin/elasticsearch"))) {
            throw new IOException(
                    "there is no Elasticsearch in %s. Build it with: ./talktrack build"
                            .formatted(home));
        }
        return home;
    }

    /**
     * The program where this user can read it: as built, or, when a folder above it is closed (a
     * checkout in /root, say), a copy below {@code copies}.
     */
    static Path readableBy(UnprivilegedUser user, Path copies)
            throws IOException, InterruptedException {
        Path home = home();
        if (user.canRead(home.resolve("bin/elasticsearch"))) {
            return home;
        }
        Path copy = copies.resolve(home.getFileName());
        if (!Files.exists(copy)) {
            Path temporary = Files.createTempDirectory(Files.createDirectories(copies), "copying-");
            copy(home, temporary);
            Files.move(temporary, copy, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.copy(
                        file,
                        target,
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Path besideOurClasses() throws IOException {
        try {
            Path classes =
                    Path.of(
                            ElasticsearchProgram.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            try (Stream<Path> folders = Files.list(classes.resolveSibling("elasticsearch"))) {
                return folders.filter(Files::isDirectory)
                        .findFirst()
                        .orElse(classes.resolveSibling("elasticsearch"));
            } catch (java.nio.file.NoSuchFileException e) {
                return classes.resolveSibling("elasticsearch"); // home() says what to do
            }
        } catch (URISyntaxException e) {
            throw new IOException("our own classes are at a place that is no path", e);
        }
    }
}
