package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import talktrack.api.cli.report.Words;
import talktrack.ingest.Progress;
import talktrack.ingest.ReadRequest;
import talktrack.ingest.RecordingReader;
import talktrack.ingest.Transcript;
import talktrack.ingest.UnreadableRecording;
import talktrack.models.labels.Caution;
import talktrack.models.labels.Language;

/** Files to transcripts, without servers. */
final class OneShotReader implements AutoCloseable {

    private final Path data;
    private final RecordingReader reader;

    OneShotReader(DataOption data, WordingOptions wording) throws IOException {
        this.data = data.or("talktrack");
        Logs.into(this.data.resolve("logs").resolve("commands"));
        this.reader = new RecordingReader(this.data, wording.wording(this.data));
    }

    /** Reads one file, showing how far it has come. */
    Transcript read(Path file, CallOptions options, String repName)
            throws UnreadableRecording, IOException, InterruptedException {
        ReadRequest request =
                ReadRequest.oneShot(
                        file,
                        options.language().declared(),
                        options.channels(),
                        repName,
                        options.repSpeaker());
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
                    Words.in(Language.EN).text("caution." + caution.id(), models(), language.id()));
        }
        return warnings;
    }

    @Override
    public void close() {
        reader.close();
    }
}
