package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.catalogue.Bytes;
import talktrack.ingest.catalogue.InstalledModels;
import talktrack.ingest.catalogue.ModelOffer;
import talktrack.ingest.catalogue.ModelTrial;
import talktrack.models.labels.Language;

/** What whoever starts a server should know of its speech models. */
final class SpeechModelCheck {

    private static final Logger log = LoggerFactory.getLogger(SpeechModelCheck.class);

    private SpeechModelCheck() {}

    /**
     * Warns on standard error of a chosen model that cannot be used. What the look of a folder does
     * not tell, loading it does: that goes on besides the start.
     *
     * @param folder {@code DIR/models}
     */
    static void begin(Path folder) throws IOException {
        InstalledModels models = new InstalledModels(folder);
        for (Language language : Language.values()) {
            Optional<Path> chosen = models.chosen(language);
            Optional<String> flaw = models.flaw(language);
            if (flaw.isPresent()) {
                warn(folder, language, flaw.get());
            } else if (chosen.isPresent()) {
                Path real = chosen.get().toRealPath();
                Thread.ofVirtual().name("model-trial").start(() -> tryOut(folder, language, real));
            }
        }
    }

    /** What to install for languages that have nothing or only the starter; nothing is fetched. */
    static List<String> offers(Path folder) {
        return ModelOffer.open(new InstalledModels(folder)).stream()
                .map(
                        model ->
                                "%n%s %s%s:%n  %s"
                                        .formatted(
                                                model.language() == Language.EN
                                                        ? "English recordings are read by the small starter model, which is weak on telephone sound."
                                                        : "Chinese recordings cannot be read yet.",
                                                model.language() == Language.EN
                                                        ? "A better one"
                                                        : "A model for them",
                                                model.downloadBytes().isPresent()
                                                        ? " (%s to download)"
                                                                .formatted(
                                                                        Bytes.text(
                                                                                model.downloadBytes()
                                                                                        .getAsLong()))
                                                        : "",
                                                ModelOffer.command(model, folder)))
                .toList();
    }

    private static void tryOut(Path folder, Language language, Path model) {
        try {
            ModelTrial.flaw(model).ifPresent(flaw -> warn(folder, language, flaw));
        } catch (IOException e) {
            log.warn("the speech model could not be tried out language={}", language, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void warn(Path folder, Language language, String flaw) {
        String warning =
                "the speech model in %s cannot be used: %s. Recordings in this language will fail. Install another: %s"
                        .formatted(
                                folder.resolve(language.id()),
                                flaw,
                                ModelOffer.command(language, folder));
        log.info(warning); // the log's file; people read the next line
        System.err.println("  Warning: " + warning);
    }
}
