package talktrack.api.speech;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.catalogue.CatalogueModel;
import talktrack.ingest.catalogue.InstallProgress;
import talktrack.ingest.catalogue.InstalledModels;
import talktrack.ingest.catalogue.ModelInstaller;
import talktrack.ingest.catalogue.ModelProblem;

/** Installs models one after the other, besides everything else that the server does. */
final class ModelInstalls implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ModelInstalls.class);

    /**
     * An installation that was asked for.
     *
     * @param done bytes of the step, of {@code total}, which is 0 where it is not known
     * @param problem why it ended without a model, in English, or empty
     */
    record Installation(
            String name,
            Optional<InstallProgress.Step> step,
            long done,
            long total,
            boolean ended,
            String problem) {

        static Installation begun(String name) {
            return new Installation(name, Optional.empty(), 0, 0, false, "");
        }

        Installation at(InstallProgress.Step now, long bytes, long of) {
            return new Installation(name, Optional.of(now), bytes, of, false, "");
        }

        Installation end(String why) {
            return new Installation(name, Optional.empty(), 0, 0, true, why);
        }
    }

    /** {@link ModelInstaller#install}; tests have one that breaks. */
    @FunctionalInterface
    interface Installer {
        ModelInstaller.Outcome install(ModelInstaller.Request request, InstallProgress progress)
                throws ModelProblem, IOException, InterruptedException;
    }

    private final Installer installer;
    private final InstalledModels models;
    private final Optional<URI> source;
    private final AtomicReference<Installation> newest = new AtomicReference<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("model-install").daemon().factory());

    /**
     * @param source another address than the publisher's to fetch from
     */
    ModelInstalls(Installer installer, InstalledModels models, Optional<URI> source) {
        this.installer = installer;
        this.models = models;
        this.source = source;
    }

    /** The one in work, or else the one that ended last. */
    Optional<Installation> newest() {
        return Optional.ofNullable(newest.get());
    }

    /**
     * Begins to install a model, which is then used for its language.
     *
     * @return false when another is in work
     */
    boolean begin(CatalogueModel model) {
        Installation mine = Installation.begun(model.name());
        Installation before = newest.get();
        if ((before != null && !before.ended()) || !newest.compareAndSet(before, mine)) {
            return false;
        }
        worker.execute(
                () -> {
                    String problem =
                            "The installation of %s broke off because of this machine, perhaps for want of memory. The server's log has the details."
                                    .formatted(model.name());
                    try {
                        problem = install(model, mine);
                    } finally { // whatever happens, or no other could begin until a restart
                        newest.set(mine.end(problem));
                    }
                });
        return true;
    }

    private String install(CatalogueModel model, Installation mine) {
        try {
            installer.install(
                    new ModelInstaller.Request(model.name(), Optional.empty(), source),
                    (step, done, total) -> newest.set(mine.at(step, done, total)));
            models.use(model.language(), model.name());
            log.info("speech model={} is in use language={}", model.name(), model.language());
            return "";
        } catch (ModelProblem e) {
            log.warn("speech model={} was not installed", model.name(), e);
            return e.getMessage();
        } catch (IOException | RuntimeException | Error e) { // such as want of memory
            log.warn("speech model={} was not installed", model.name(), e);
            return "%s could not be installed because of this machine: %s. The server's log has the details."
                    .formatted(model.name(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The server was stopped meanwhile. Ask for the model again: it goes on where it was.";
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
