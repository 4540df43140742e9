package talktrack.ingest.transcribe;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vosk.LibVosk;
import org.vosk.Model;
import talktrack.ingest.UnreadableRecording;
import talktrack.ingest.catalogue.InstalledModels;
import talktrack.ingest.catalogue.ModelFolder;
import talktrack.ingest.catalogue.ModelOffer;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;
import talktrack.models.speech.StarterModel;

/**
 * The speech models of this process, one per language, loaded when first wanted. What was chosen in
 * {@code models/en} or {@code models/zh} comes first; English has the starter model else.
 * Thread-safe.
 */
public final class SpeechModels implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SpeechModels.class);

    /** Vosk's own scale: its warnings are about its lattices, and mean nothing to a user. */
    private static final int ERRORS_ONLY = -2;

    static {
        // Vosk speaks UTF-8; JNA would take the locale's encoding and garble Chinese.
        System.setProperty("jna.encoding", "UTF-8");
    }

    private final Path modelsFolder;
    private final InstalledModels installed;
    private final Map<Language, SpeechModel> loaded = new EnumMap<>(Language.class);

    /** Where the loaded ones came from; the starter is of nobody's choice. */
    private final Map<Language, Optional<Path>> origins = new ConcurrentHashMap<>();

    /**
     * @param modelsFolder {@code DIR/models}
     */
    public SpeechModels(Path modelsFolder) {
        this.modelsFolder = modelsFolder;
        this.installed = new InstalledModels(modelsFolder);
    }

    /**
     * The model for a language; it stays loaded.
     *
     * @throws UnreadableRecording when there is no model for the language
     * @throws IOException when Vosk does not run on this machine
     */
    public synchronized SpeechModel of(Language language) throws UnreadableRecording, IOException {
        SpeechModel model = loaded.get(language);
        if (model == null) {
            Optional<Path> origin = origin(language);
            model = load(language);
            loaded.put(language, model);
            origins.put(language, origin);
        }
        return model;
    }

    /**
     * Whether another model was chosen for a language since its model was loaded. The loaded one
     * stays, as readings may be using it: a new process serves the new choice. Never waits for a
     * model that is being loaded.
     */
    public boolean outdated() {
        return origins.entrySet().stream()
                .anyMatch(entry -> !entry.getValue().equals(origin(entry.getKey())));
    }

    /** The real folder of the chosen model, as far as it can be told. */
    private Optional<Path> origin(Language language) {
        return installed
                .chosen(language)
                .map(
                        entry -> {
                            try {
                                return entry.toRealPath();
                            } catch (IOException e) {
                                return entry; // a link to nowhere: loading it says so
                            }
                        });
    }

    private SpeechModel load(Language language) throws UnreadableRecording, IOException {
        Optional<Path> chosen = installed.chosen(language);
        if (chosen.isPresent()) {
            return chosen(language, chosen.get());
        }
        if (language == Language.EN) {
            try {
                return open(StarterModel.NAME, StarterModel.unpackBelow(modelsFolder));
            } catch (BadModel e) {
                throw new IOException(
                        "the starter speech model below %s cannot be loaded; delete its folder, it is unpacked again"
                                .formatted(modelsFolder),
                        e);
            }
        }
        throw new UnreadableRecording(
                FailureKind.NO_SPEECH_MODEL,
                "There is no speech model for Chinese on this machine yet. Whoever runs Talktrack installs one with: %s. Then try this call again. A transcript of the call can be uploaded instead."
                        .formatted(ModelOffer.command(language, modelsFolder)),
                "transcribe: no folder " + modelsFolder.resolve(language.id()));
    }

    /** A chosen model that is broken is a failure: the starter in its place would be a surprise. */
    private SpeechModel chosen(Language language, Path entry)
            throws UnreadableRecording, IOException {
        try {
            Path real = entry.toRealPath();
            Optional<String> flaw = ModelFolder.flaw(real);
            if (flaw.isPresent()) {
                throw unusable(language, flaw.get(), null);
            }
            return open(real.getFileName().toString(), real);
        } catch (BadModel e) {
            throw unusable(language, "Vosk does not load it", e);
        } catch (NoSuchFileException e) {
            throw unusable(language, "it is a link that leads nowhere", e);
        }
    }

    private UnreadableRecording unusable(Language language, String flaw, Exception cause) {
        return new UnreadableRecording(
                FailureKind.NO_SPEECH_MODEL,
                "The speech model in models/%s of Talktrack's data folder cannot be used: %s. Whoever runs Talktrack installs a whole one with: %s. Then try this call again."
                        .formatted(language.id(), flaw, ModelOffer.command(language, modelsFolder)),
                "transcribe: %s: %s".formatted(modelsFolder.resolve(language.id()), flaw),
                cause);
    }

    private static SpeechModel open(String name, Path folder) throws BadModel, IOException {
        long started = System.nanoTime();
        try {
            LibVosk.vosk_set_log_level(ERRORS_ONLY);
            SpeechModel model = measured(name, new Model(folder.toString()));
            log.info(
                    "loaded speech model={} millis={}",
                    name,
                    (System.nanoTime() - started) / 1_000_000);
            return model;
        } catch (LinkageError e) {
            throw new IOException(
                    "speech recognition does not run on this machine: libvosk has no build for %s %s (%s). Transcribe on Linux x86-64, macOS x86-64 or Windows x86-64; transcripts can be imported here."
                            .formatted(
                                    System.getProperty("os.name"),
                                    System.getProperty("os.arch"),
                                    e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new BadModel(e);
        }
    }

    private static SpeechModel measured(String name, Model model) throws IOException {
        try {
            return new SpeechModel(name, model, TimeBudget.measured(model));
        } catch (IOException e) {
            model.close();
            throw e;
        }
    }

    private static final class BadModel extends Exception {
        private static final long serialVersionUID = 1;

        BadModel(IOException cause) {
            super(cause);
        }
    }

    @Override
    public synchronized void close() {
        loaded.values().forEach(model -> model.model().close());
        loaded.clear();
    }
}
