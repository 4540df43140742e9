package talktrack.api.standalone;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import talktrack.api.Config;
import talktrack.ingest.catalogue.InstalledModels;
import talktrack.ingest.catalogue.ModelOffer;
import talktrack.ingest.catalogue.ModelTrial;
import talktrack.ingest.store.S3Settings;
import talktrack.ingest.store.S3Store;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** Looks at this machine as Talktrack needs it. */
public final class Doctor {

    private static final long GIGABYTE = 1L << 30;
    private static final long WANTED_MEMORY_BYTES = 3 * GIGABYTE;
    private static final long WANTED_DISK_BYTES = 2 * GIGABYTE;

    /** How bad a finding is. */
    public enum Level implements Label {
        OK,
        NOTE,
        WRONG
    }

    /**
     * One thing that was looked at.
     *
     * @param found what is so
     * @param cure what to do about it, or empty
     */
    public record Finding(Level level, String subject, String found, String cure) {}

    private Doctor() {}

    public static List<Finding> examine(Path data, int port)
            throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(memory());
        findings.add(disk(data));
        findings.add(page(data, port));
        findings.add(elasticsearch());
        if (UnprivilegedUser.weAreRoot()) {
            findings.add(root());
            index(data).ifPresent(findings::add);
        }
        findings.add(nativeLibraries());
        for (Language language : Language.values()) {
            findings.add(speechModel(data.resolve("models"), language));
        }
        recordings(data, port).ifPresent(findings::add);
        findings.add(
                new Finding(
                        Level.NOTE,
                        "access",
                        "the inner Kafka and Elasticsearch listen on loopback without a password",
                        "run Talktrack only on a machine whose local users you trust"));
        return findings;
    }

    /** Where recordings go, when that is not a folder; written to, read from and cleaned up. */
    private static Optional<Finding> recordings(Path data, int port) throws IOException {
        try {
            Optional<S3Settings> s3 = Config.read(data, Optional.of(port)).recordings();
            if (s3.isEmpty()) {
                return Optional.empty();
            }
            new S3Store(s3.get(), data.resolve("recordings")).probe();
            return Optional.of(
                    new Finding(
                            Level.OK,
                            "recordings",
                            "%s takes, gives and deletes".formatted(s3.get()),
                            ""));
        } catch (Config.Invalid e) {
            return Optional.of(
                    new Finding(
                            Level.WRONG,
                            "settings",
                            e.getMessage(),
                            "mend talktrack.yaml or the environment: docs/configuration.md"));
        } catch (IOException e) {
            return Optional.of(
                    new Finding(
                            Level.WRONG,
                            "recordings",
                            e.getMessage(),
                            "mend talktrack.recordings.s3 (docs/configuration.md), or the service"));
        }
    }

    private static Finding java() {
        return new Finding(
                Level.OK, "java", Runtime.version() + " in " + System.getProperty("java.home"), "");
    }

    private static Finding memory() {
        long bytes =
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getTotalMemorySize();
        String found = "%.1f GB".formatted(bytes / (double) GIGABYTE);
        return bytes >= WANTED_MEMORY_BYTES
                ? new Finding(Level.OK, "memory", found, "")
                : new Finding(
                        Level.WRONG,
                        "memory",
                        found,
                        "Talktrack needs about 2 GB for itself: use a machine with 3 GB or more");
    }

    private static Finding disk(Path data) throws IOException {
        Path existing = data;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        FileStore store = Files.getFileStore(existing);
        String found =
                "%.1f GB free for %s".formatted(store.getUsableSpace() / (double) GIGABYTE, data);
        if (!Files.isWritable(existing)) {
            return new Finding(
                    Level.WRONG,
                    "disk",
                    existing + " cannot be written by you",
                    "choose another folder with --data");
        }
        return store.getUsableSpace() >= WANTED_DISK_BYTES
                ? new Finding(Level.OK, "disk", found, "")
                : new Finding(
                        Level.WRONG,
                        "disk",
                        found,
                        "free some space (2 GB at least), or choose another folder with --data");
    }

    private static Finding page(Path data, int port) throws IOException {
        Optional<DataFolder.Running> server = DataFolder.running(data);
        if (server.isPresent()) {
            return new Finding(
                    Level.OK,
                    "server",
                    "runs at %s, pid %d".formatted(server.get().url(), server.get().pid()),
                    "");
        }
        return Ports.taken(port)
                ? new Finding(
                        Level.WRONG,
                        "port",
                        "%d is taken by another program".formatted(port),
                        "start with --port " + (port + 1))
                : new Finding(Level.OK, "port", "%d is free".formatted(port), "");
    }

    private static Finding elasticsearch() {
        try {
            return new Finding(
                    Level.OK, "elasticsearch", "program in " + ElasticsearchProgram.home(), "");
        } catch (IOException e) {
            return new Finding(
                    Level.WRONG, "elasticsearch", e.getMessage(), "run: ./talktrack build");
        }
    }

    private static Finding root() throws InterruptedException {
        try {
            Process setpriv =
                    new ProcessBuilder("setpriv", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (setpriv.waitFor() == 0) {
                return new Finding(
                        Level.NOTE,
                        "root",
                        "you are root: Elasticsearch runs under a user id of its own",
                        "better: an ordinary user");
            }
        } catch (IOException e) {
            return new Finding(
                    Level.WRONG,
                    "root",
                    "you are root, and there is no setpriv to give Elasticsearch another user (%s)"
                            .formatted(e.getMessage()),
                    "start Talktrack as an ordinary user, or install util-linux");
        }
        return new Finding(
                Level.WRONG,
                "root",
                "setpriv does not work",
                "start Talktrack as an ordinary user");
    }

    private static Optional<Finding> index(Path data) throws IOException, InterruptedException {
        return ElasticsearchFolder.elsewhere(data.resolve("elasticsearch"))
                .map(
                        place ->
                                new Finding(
                                        Level.NOTE,
                                        "index",
                                        "lies in %s: a folder above %s is closed to Elasticsearch's user"
                                                .formatted(place, data),
                                        "whoever deletes the data folder deletes that one, too"));
    }

    private static Finding nativeLibraries() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return system.equals("Linux amd64")
                ? new Finding(
                        Level.OK,
                        "native",
                        system + ": speech recogniser and audio decoder are there",
                        "")
                : new Finding(
                        Level.WRONG,
                        "native",
                        system
                                + ": this build ships speech recogniser and audio decoder for Linux on x86-64 only",
                        "recordings need such a machine; transcripts can be imported here");
    }

    /** A chosen model is loaded once, in a process of its own: only that shows that it is whole. */
    private static Finding speechModel(Path folder, Language language)
            throws IOException, InterruptedException {
        InstalledModels models = new InstalledModels(folder);
        String subject = "speech " + language.id();
        Optional<Path> chosen = models.chosen(language);
        if (chosen.isEmpty()) {
            return new Finding(
                    Level.NOTE,
                    subject,
                    language == Language.EN
                            ? "the small starter model ships with Talktrack, weak on telephone sound"
                            : "none: Chinese recordings cannot be transcribed (transcripts can be imported)",
                    ModelOffer.command(language, folder));
        }
        Optional<String> flaw = models.flaw(language);
        if (flaw.isEmpty()) {
            flaw = ModelTrial.flaw(chosen.get().toRealPath());
        }
        return flaw.isPresent()
                ? new Finding(
                        Level.WRONG,
                        subject,
                        "%s cannot be used: %s".formatted(chosen.get(), flaw.get()),
                        "install another: " + ModelOffer.command(language, folder))
                : new Finding(Level.OK, subject, models.nameInUse(language).orElseThrow(), "");
    }
}
