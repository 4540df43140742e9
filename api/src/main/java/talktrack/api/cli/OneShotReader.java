package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import talktrack.api.cli.report.Words;
import talktrack.ingest.Progress;
import talktrack.ingest.ReadRequest;
import talktrack.ingest.ReadingSettings;
import talktrack.ingest.RecordingReader;
import talktrack.ingest.Transcript;
import talktrack.ingest.UnreadableRecording;
import talktrack.ingest.catalogue.ModelOffer;
import talktrack.ingest.transcribe.Transcriber;
import talktrack.models.labels.Caution;
import talktrack.models.labels.Language;
import talktrack.models.labels.VoiceEmotion;

/** Files to transcripts, without servers. */
final class OneShotReader implements AutoCloseable {

    private final Path data;
    private final RecordingReader reader;

    OneShotReader(DataOption data, WordingOptions wording) throws IOException {
        this(data, wording, Transcriber.USUAL_PAUSE_SECONDS, VoiceEmotion.OFF);
    }

    /**
     * @param pauseSeconds the shortest silence between words that ends an utterance
     * @param voiceEmotion whose pitch and arousal are measured
     */
    OneShotReader(
            DataOption data, WordingOptions wording, double pauseSeconds, VoiceEmotion voiceEmotion)
            throws IOException {
        this.data = data.or("talktrack");
        Logs.into(this.data.resolve("logs").resolve("commands"));
        this.reader =
                new RecordingReader(
                        this.data,
                        new ReadingSettings(
                                wording.wording(this.data), false, pauseSeconds, voiceEmotion));
    }

    /** Reads one file, showing how far it has come. */
    Transcript read(Path file, CallOptions options, String repName)
            throws UnreadableRecording, IOException, InterruptedException {
        ReadRequest plain =
                ReadRequest.oneShot(
                        file,
                        options.language().declared(),
                        options.channels(),
                        repName,
                        options.repSpeaker());
        ReadRequest request = options.raw().map(plain::as).orElse(plain);
        try (ProgressLine line = new ProgressLine()) {
            Progress progress =
                    (stage, done, total) ->
                            line.at(stage.id() + " " + file.getFileName(), done, total);
            return reader.read(request, progress);
        }
    }

    /** Where speech models are installed. */
    Path models() {
        return data.resolve("models");
    }

    /** What to know before trusting the words, as sentences. */
    List<String> warnings(List<Caution> cautions, Language language) {
        List<String> warnings = new ArrayList<>();
        for (Caution caution : cautions) {
            warnings.add(
                    Words.in(Language.EN)
                            .text(
                                    "caution." + caution.id(),
                                    models(),
                                    language.id(),
                                    ModelOffer.command(language, models())));
        }
        return warnings;
    }

    @Override
    public void close() {
        reader.close();
    }
}
