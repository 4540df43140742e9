package talktrack.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import talktrack.ingest.decode.Decoder;
import talktrack.ingest.redact.Redactor;
import talktrack.ingest.transcribe.SpeechModels;
import talktrack.ingest.transcribe.Transcriber;
import talktrack.models.labels.VoiceEmotion;

/**
 * One file → one transcript, without servers. Thread-safe: calls read side by side share the
 * machine's cores and one speech model per language.
 */
public final class RecordingReader implements AutoCloseable {

    private final SpeechModels models;
    private final Transcriber transcriber;
    private final SoundReader sound;
    private final TranscriptReader transcripts;
    private final ReadingSettings settings;

    /** With the usual settings. */
    public RecordingReader(Path dataFolder) {
        this(dataFolder, ReadingSettings.USUAL);
    }

    /**
     * @param dataFolder holds {@code models/}, into which the starter model is unpacked on first
     *     use, and {@code ingest/} for native libraries and samples being worked on
     */
    public RecordingReader(Path dataFolder, ReadingSettings settings) {
        this.settings = settings;
        models = new SpeechModels(dataFolder.resolve("models"));
        transcriber =
                new Transcriber(
                        Runtime.getRuntime().availableProcessors(), settings.pauseSeconds());
        Path work = dataFolder.resolve("ingest");
        Clock clock = Clock.systemUTC();
        sound =
                new SoundReader(
                        new Decoder(work.resolve("native")),
                        models,
                        transcriber,
                        new WorkFolder(work),
                        settings.voiceEmotion(),
                        clock);
        transcripts = new TranscriptReader(clock);
    }

    /**
     * Reads a recording or a transcript to its end.
     *
     * @throws UnreadableRecording when the file is at fault, or a speech model is missing
     * @throws IOException when this machine is at fault: the file is gone, the disk full, a library
     *     missing
     */
    public Transcript read(ReadRequest request, Progress progress)
            throws UnreadableRecording, IOException, InterruptedException {
        Transcript words =
                settings.wording()
                        .apply(
                                switch (request.kind()) {
                                    case AUDIO -> sound.read(request, progress);
                                    case TRANSCRIPT -> transcripts.read(request);
                                },
                                request.repName());
        if (settings.bleep() && request.playback().isPresent()) {
            sound.hide(request, Redactor.hidden(words.utterances()));
        }
        return words;
    }

    /** Whose pitch and arousal are measured. */
    public VoiceEmotion voiceEmotion() {
        return settings.voiceEmotion();
    }

    /** Whether somebody chose another speech model since: a new process reads with that. */
    public boolean outdated() {
        return models.outdated();
    }

    @Override
    public void close() {
        transcriber.close();
        models.close();
    }
}
