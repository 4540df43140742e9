package talktrack.ingest.catalogue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.Folders;

/**
 * Puts a model into {@code DIR/models}: fetches its file, or takes one that is here, verifies it,
 * unpacks it under a temporary name, has Vosk load it once, and only then gives it its name. A
 * model that has its name is whole.
 */
public final class ModelInstaller {

    /** Stands in the names of folders that are not whole. */
    static final String UNPACKING = ".unpacking-";

    private static final Logger log = LoggerFactory.getLogger(ModelInstaller.class);

    /**
     * What to install.
     *
     * @param from a file that is here already, instead of fetching one
     * @param source another address than the publisher's for what the catalogue names
     */
    public record Request(String name, Optional<Path> from, Optional<URI> source) {}

    /** How it went well. */
    public enum Outcome {
        INSTALLED,
        /**
         * As above, but nobody has published a checksum: only the file's own integrity was seen.
         */
        INSTALLED_WITHOUT_CHECKSUM,
        THERE_ALREADY
    }

    private final Catalogue catalogue;
    private final InstalledModels models;
    private final Function<Path, DiskSpace> disks;
    private final Download.Patience patience;

    public ModelInstaller(Catalogue catalogue, InstalledModels models) {
        this(catalogue, models, DiskSpace::new, Download.Patience.USUAL);
    }

    ModelInstaller(
            Catalogue catalogue,
            InstalledModels models,
            Function<Path, DiskSpace> disks,
            Download.Patience patience) {
        this.catalogue = catalogue;
        this.models = models;
        this.disks = disks;
        this.patience = patience;
    }

    /**
     * Installs a model; when it fails, nothing of it is there but what was fetched, where that may
     * be gone on with: after a failure of the network or of this machine, and when it was stopped.
     */
    public Outcome install(Request request, InstallProgress progress)
            throws ModelProblem, IOException, InterruptedException {
        String name;
        try {
            name = ModelNames.check(request.name());
        } catch (IllegalArgumentException e) {
            throw new ModelProblem(e.getMessage(), e);
        }
        if (models.has(name)) {
            return Outcome.THERE_ALREADY;
        }
        Files.createDirectories(models.folder());
        try (FileChannel channel =
                FileChannel.open(
                        models.folder().resolve("install.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            lock(channel); // closing the channel gives it back
            removeLeftovers();
            Outcome outcome = installAlone(name, request, progress);
            log.info("installed speech model={} outcome={}", name, outcome);
            return outcome;
        }
    }

    private Outcome installAlone(String name, Request request, InstallProgress progress)
            throws ModelProblem, IOException, InterruptedException {
        Optional<CatalogueModel> known = catalogue.find(name);
        DiskSpace disk = disks.apply(models.folder());
        if (request.from().isPresent()) {
            Path file = request.from().get();
            if (!Files.isRegularFile(file)) {
                throw new ModelProblem("There is no file %s.".formatted(file));
            }
            return unpack(name, file, known.flatMap(CatalogueModel::checksum), disk, progress);
        }
        Download download = download(name, known, request, disk, progress);
        download.run();
        Outcome outcome;
        try {
            outcome =
                    unpack(
                            name,
                            part(name),
                            known.flatMap(CatalogueModel::checksum),
                            disk,
                            progress);
        } catch (ModelProblem | RuntimeException e) {
            download.discard(); // it cannot be used, or takes room from calls
            throw e;
        }
        download.discard();
        return outcome;
    }

    private Download download(
            String name,
            Optional<CatalogueModel> known,
            Request request,
            DiskSpace disk,
            InstallProgress progress)
            throws ModelProblem {
        CatalogueModel model =
                known.orElseThrow(
                        () ->
                                new ModelProblem(
                                        "The catalogue has no model %s; 'talktrack models list' shows what it has. A model's zip file can be installed under a name of your own with --from FILE."
                                                .formatted(name)));
        URI address =
                model.address(request.source())
                        .orElseThrow(
                                () ->
                                        new ModelProblem(
                                                "%s lies in Maven repositories, as %s: name one with --source URL, or fetch it yourself and use --from FILE."
                                                        .formatted(name, model.file())));
        HttpClient http =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
        return new Download(http, address, model.sizeBytes(), part(name), disk, progress, patience);
    }

    private Path part(String name) {
        return models.folder().resolve(name + ".zip.part");
    }

    private Outcome unpack(
            String name,
            Path file,
            Optional<Checksum> checksum,
            DiskSpace disk,
            InstallProgress progress)
            throws ModelProblem, IOException, InterruptedException {
        progress.at(InstallProgress.Step.CHECKING, 0, 0);
        if (checksum.isPresent()) {
            check(file, checksum.get());
        }
        Path temporary = Files.createTempDirectory(models.folder(), name + UNPACKING);
        try (ModelZip zip = ModelZip.open(file)) {
            disk.need(zip.unpackedBytes());
            zip.unpack(temporary, disk, progress);
            progress.at(InstallProgress.Step.TRYING, 0, 0);
            refuse(name, ModelFolder.flaw(temporary));
            refuse(name, ModelTrial.flaw(temporary));
            Files.move(temporary, models.place(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw (InterruptedException)
                    new InterruptedException("stopped while unpacking").initCause(e);
        } catch (IOException e) {
            disk.orFullAsProblem(e);
            throw e;
        } finally {
            Folders.delete(temporary);
        }
        return checksum.isPresent() ? Outcome.INSTALLED : Outcome.INSTALLED_WITHOUT_CHECKSUM;
    }

    private static void check(Path file, Checksum wanted) throws ModelProblem, IOException {
        Checksum found = Checksum.of(file, wanted.algorithm());
        if (!found.equals(wanted)) {
            throw new ModelProblem(
                    "%s is not the published file: its checksum is %s, published is %s. It was damaged on the way or changed, so nothing was installed."
                            .formatted(file.getFileName(), found, wanted));
        }
    }

    private static void refuse(String name, Optional<String> flaw) throws ModelProblem {
        if (flaw.isPresent()) {
            throw new ModelProblem("%s was not installed: %s.".formatted(name, flaw.get()));
        }
    }

    private void lock(FileChannel channel) throws ModelProblem, IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null; // by this very process
        }
        if (lock == null) {
            throw new ModelProblem(
                    "Another model is being installed into %s right now. Wait for it, then try again."
                            .formatted(models.folder()));
        }
    }

    /** Of installations that were killed; nobody else works here, by the lock. */
    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(models.folder(), "*" + UNPACKING + "*")) {
            for (Path folder : left) {
                Folders.delete(folder);
            }
        }
    }
}
