package talktrack.ingest.transcribe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vosk.LibVosk;
import org.vosk.Model;
import talktrack.ingest.UnreadableRecording;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;
import talktrack.models.speech.StarterModel;

/**
 * The speech models of this process, one per language, loaded when first wanted. A full Vosk model
 * in {@code models/en} or {@code models/zh} comes first; English has the starter model else.
 * Thread-safe.
 */
public final class SpeechModels implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SpeechModels.class);

    /** Vosk's own scale: its warnings are about its lattices, and mean nothing to a user. */
    private static final int ERRORS_ONLY = -2;

    static {
        // Vosk speaks UTF-8; JNA would take the locale's encoding and garble Chinese.
        System.setProperty("jna.encoding", "UTF-8");
    }

    private final Path modelsFolder;
    private final Map<Language, SpeechModel> loaded = new EnumMap<>(Language.class);

    /**
     * @param modelsFolder {@code DIR/models}
     */
    public SpeechModels(Path modelsFolder) {
        this.modelsFolder = modelsFolder;
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
            model = load(language);
            loaded.put(language, model);
        }
        return model;
    }

    private SpeechModel load(Language language) throws UnreadableRecording, IOException {
        Path full = modelsFolder.resolve(language.id());
        if (Files.exists(full, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Path real = full.toRealPath();
                return open(real.getFileName().toString(), real);
            } catch (BadModel | NoSuchFileException e) {
                throw new UnreadableRecording(
                        FailureKind.NO_SPEECH_MODEL,
                        "The speech model in models/%s of Talktrack's data folder cannot be used. Put a whole, unpacked Vosk model folder there, then try this call again."
                                .formatted(language.id()),
                        "transcribe: Vosk does not load " + full,
                        e);
            }
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
                "There is no speech model for Chinese on this machine yet. Put a Vosk model folder for Chinese (such as vosk-model-cn-0.22, unpacked) at models/zh of Talktrack's data folder, then try this call again. A transcript of the call can be uploaded instead.",
                "transcribe: no folder " + full);
    }

    private static SpeechModel open(String name, Path folder) throws BadModel, IOException {
        long started = System.nanoTime();
        try {
            LibVosk.vosk_set_log_level(ERRORS_ONLY);
            SpeechModel model = new SpeechModel(name, new Model(folder.toString()));
            LOG.info(
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
