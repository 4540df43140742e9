package talktrack.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.cli.report.ReportJson;
import talktrack.api.cli.report.TextReport;
import talktrack.ingest.Transcript;
import talktrack.ingest.transcribe.Transcriber;
import talktrack.models.labels.Language;
import talktrack.models.labels.VoiceEmotion;

/** What was said, and when. */
@Command(
        name = "transcribe",
        mixinStandardHelpOptions = true,
        description = "Writes down what is said in recordings. Needs no server.",
        footer = {
            "",
            "Example:  talktrack transcribe call.mp3 --channels rep,customer",
            "          talktrack transcribe *.wav --json > transcripts.jsonl"
        })
final class TranscribeCommand implements Callable<Integer> {

    @Mixin private CallOptions call;
    @Mixin private WordingOptions wording;
    @Mixin private DataOption data;

    @Option(names = "--json", description = "One JSON document; of several files one a line.")
    private boolean json;

    @Option(
            names = "--pause-seconds",
            paramLabel = "SECONDS",
            description = "The shortest silence that ends an utterance, 0.2 to 5 (default: 0.7).")
    private String pauseSeconds = String.valueOf(Transcriber.USUAL_PAUSE_SECONDS);

    @Option(
            names = "--voice-emotion",
            paramLabel = "off|customer|both",
            defaultValue = "off",
            description =
                    "Whose pitch and arousal are measured (default: off; some laws forbid it for employees).")
    private VoiceEmotion voiceEmotion;

    @Override
    public Integer call() throws Exception {
        List<Path> files = call.files();
        JsonOutput output = new JsonOutput(files.size() > 1);
        try (OneShotReader reader = new OneShotReader(data, wording, pause(), voiceEmotion)) {
            return new FileBatch(json, output)
                    .run(
                            files,
                            file -> {
                                Transcript transcript = reader.read(file, call, "");
                                List<String> warnings = warnings(reader, transcript);
                                warnings.forEach(warning -> FileBatch.complain(file, warning));
                                if (json) {
                                    output.print(
                                            ReportJson.transcript(
                                                    file.toString(), transcript, warnings));
                                } else {
                                    System.out.print(
                                            TextReport.conversation(
                                                    file.toString(), transcript, Terminal.width()));
                                }
                            });
        }
    }

    private double pause() {
        try {
            return Transcriber.pauseSeconds(pauseSeconds);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    "--pause-seconds %s: write seconds from 0.2 to 5".formatted(pauseSeconds));
        }
    }

    private List<String> warnings(OneShotReader reader, Transcript transcript) {
        Language language =
                transcript.utterances().isEmpty()
                        ? call.language().declared().orElse(Language.EN)
                        : transcript.utterances().getFirst().language();
        return reader.warnings(transcript.end().cautions(), language);
    }
}
