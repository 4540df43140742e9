package talktrack.api.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.Sha256;

/**
 * Where an Elasticsearch child keeps its things and whose they are.
 *
 * @param root of its own folders
 * @param program read-only
 * @param user whom it runs as when we are root, else empty
 */
record ElasticsearchFolder(Path root, Path program, Optional<UnprivilegedUser> user) {

    private static final Logger log = LoggerFactory.getLogger(ElasticsearchFolder.class);

    /** For root: the file beside the folder that keeps whom Elasticsearch runs as. */
    private static final String USER = "elasticsearch.uid";

    /** For root: a place that an unprivileged child can reach when the data folder is not. */
    private static final Path REACHABLE = Path.of("/var/lib/talktrack");

    /**
     * Creates the folders below {@code folder}; as root and when a folder above it is closed to the
     * unprivileged child, below {@code /var/lib} instead.
     */
    static ElasticsearchFolder prepare(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path root = folder.toRealPath();
        if (!UnprivilegedUser.weAreRoot()) {
            Permissions.ownerOnly(root);
            return new ElasticsearchFolder(root, ElasticsearchProgram.home(), Optional.empty())
                    .created();
        }
        Path dataFolder = root.getParent();
        UnprivilegedUser user = UnprivilegedUser.keptIn(dataFolder.resolve(USER));
        Permissions.filesOwnerOnly(dataFolder); // some have keys in them, such as talktrack.yaml
        Permissions.groupPassesThrough(dataFolder, user.id());
        // Not what is in it: a leftover of an earlier start may still be writing there.
        user.ownFolder(root);
        Optional<Path> reachable = elsewhere(root, user);
        if (reachable.isPresent()) {
            Path elsewhere = reachable.get();
            log.warn(
                    "a folder above {} is closed to Elasticsearch's own user id: its data is kept in {}",
                    root,
                    elsewhere);
            Files.createDirectories(elsewhere);
            root = elsewhere;
            user.ownFolder(root);
        }
        Path program = ElasticsearchProgram.readableBy(user, REACHABLE);
        return new ElasticsearchFolder(root, program, Optional.of(user)).created();
    }

    /**
     * Where the data of a folder is kept that was prepared before, when that is elsewhere: whoever
     * looks for all that was said must know.
     */
    static Optional<Path> elsewhere(Path folder) throws IOException, InterruptedException {
        Path user = folder.resolveSibling(USER);
        return UnprivilegedUser.weAreRoot() && Files.exists(folder) && Files.exists(user)
                ? elsewhere(folder.toRealPath(), UnprivilegedUser.keptIn(user))
                : Optional.empty();
    }

    private static Optional<Path> elsewhere(Path root, UnprivilegedUser user)
            throws IOException, InterruptedException {
        return user.canEnter(root)
                ? Optional.empty()
                : Optional.of(REACHABLE.resolve("elasticsearch-" + shortHash(root)));
    }

    Path data() {
        return root.resolve("data");
    }

    Path configuration() {
        return root.resolve("config");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path pidFile() {
        return root.resolve("elasticsearch.pid");
    }

    Path output() {
        return logs().resolve("output.log");
    }

    void write(String configurationFile, String text) throws IOException {
        Path file = configuration().resolve(configurationFile);
        realFolder(file.getParent());
        Files.deleteIfExists(file); // a link planted there would be written through
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }

    /** Gives everything to the user that will use it. */
    void handOver() throws IOException {
        if (user.isPresent()) {
            user.get().own(root);
        }
    }

    /** The end of what it printed, for an error message. */
    String lastWords() throws IOException {
        if (!Files.exists(output())) {
            return "(none)";
        }
        List<String> lines =
                new String(Files.readAllBytes(output()), StandardCharsets.UTF_8).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    private ElasticsearchFolder created() throws IOException {
        for (Path folder : List.of(data(), configuration(), logs(), temporary())) {
            realFolder(folder);
        }
        Files.deleteIfExists(output());
        return this;
    }

    /**
     * A folder that is no link: as root we write into what another user owns, and must not be led
     * elsewhere.
     */
    private static void realFolder(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            Files.delete(folder);
        }
        Files.createDirectories(folder);
    }

    private static String shortHash(Path path) {
        return Sha256.hex(path.toString()).substring(0, 12);
    }
}
