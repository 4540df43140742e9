package talktrack.api.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import talktrack.api.cli.report.AnalysedCall;
import talktrack.api.cli.report.HtmlReport;
import talktrack.api.cli.report.ReportJson;
import talktrack.api.cli.report.TextReport;
import talktrack.api.cli.report.Words;
import talktrack.ingest.Transcript;
import talktrack.ingest.UnreadableRecording;
import talktrack.ingest.transcribe.Transcriber;
import talktrack.models.events.Person;
import talktrack.models.labels.Language;
import talktrack.models.labels.VoiceEmotion;

/** Everything that Talktrack reads in a call, at once. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description =
                "Reads calls and reports: who said what, questions by SPIN type, sentiment, objections and their handling, metrics, skills. Needs no server.",
        footer = {
            "",
            "Example:  talktrack analyze call.wav --channels rep,customer",
            "          talktrack analyze meeting.vtt --rep \"Anna Brooks\" --html report.html"
        })
final class AnalyzeCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private CallOptions call;
    @Mixin private KindOptions kind;
    @Mixin private WordingOptions wording;
    @Mixin private DataOption data;

    @Option(
            names = "--rep",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The rep's name; sought among a transcript's speakers.")
    private String rep;

    @Option(
            names = "--voice-emotion",
            paramLabel = "off|customer|both",
            defaultValue = "off",
            description =
                    "Whose voice is read for emotion (default: off; some laws forbid it for employees).")
    private VoiceEmotion voiceEmotion;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Write a page that needs nothing else; of several files, a folder of such pages.")
    private Path html;

    @Option(
            names = "--ui",
            paramLabel = "en|zh",
            description = "Language of the report (default: the call's).")
    private Language ui;

    @Option(names = "--json", description = "One JSON document; of several files one a line.")
    private boolean json;

    private final Set<Path> pages = new HashSet<>();
    private JsonOutput output;

    @Override
    public Integer call() throws Exception {
        checkRep();
        boolean several = call.files().size() > 1;
        output = new JsonOutput(several);
        if (html != null && several) {
            folderForPages();
        }
        try (OneShotReader reader =
                new OneShotReader(data, wording, Transcriber.USUAL_PAUSE_SECONDS, voiceEmotion)) {
            return new FileBatch(json, output).run(call.files(), file -> analyze(file, reader));
        }
    }

    private void analyze(Path file, OneShotReader reader)
            throws UnreadableRecording, IOException, InterruptedException {
        Transcript transcript = reader.read(file, call, rep);
        AnalysedCall analysed =
                AnalysedCall.of(
                        file.toString(),
                        transcript,
                        call.language().declared().orElse(Language.EN),
                        rep,
                        Files.getLastModifiedTime(file).toInstant(),
                        ZoneId.systemDefault(),
                        kind.kind(),
                        kind.sale());
        Words words = Words.in(Optional.ofNullable(ui).orElse(analysed.analysis().language()));
        if (html != null) {
            writePage(file, HtmlReport.of(analysed, words, reader.models()));
        }
        if (json) {
            var warnings =
                    reader.warnings(analysed.analysis().cautions(), analysed.analysis().language());
            warnings.forEach(warning -> FileBatch.complain(file, warning));
            output.print(ReportJson.analysis(analysed, warnings));
        } else if (html == null) {
            System.out.print(TextReport.of(analysed, words, reader.models(), Terminal.width()));
            if (call.files().size() > 1) {
                System.out.println();
            }
        }
    }

    private void writePage(Path file, String page) throws IOException {
        Path target = Files.isDirectory(html) ? freePage(file) : html;
        try {
            Files.writeString(target, page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandFailure.machine(
                    "the page cannot be written to %s: %s".formatted(target, e), e);
        }
        if (!json) {
            System.out.println("Report written: " + target);
        }
    }

    /** Calls of the same name, from different folders, get a page each. */
    private Path freePage(Path file) {
        Path target = html.resolve(file.getFileName() + ".html");
        for (int number = 2; !pages.add(target); number++) {
            target = html.resolve("%s-%d.html".formatted(file.getFileName(), number));
        }
        return target;
    }

    private void checkRep() {
        try {
            if (!rep.isBlank()) {
                Person.idOf(rep);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--rep: " + e.getMessage(), e);
        }
    }

    private void folderForPages() {
        if (Files.exists(html) && !Files.isDirectory(html)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--html %s is a file; for several calls name a folder".formatted(html));
        }
        try {
            Files.createDirectories(html);
        } catch (IOException e) {
            throw CommandFailure.machine("the folder %s cannot be made: %s".formatted(html, e), e);
        }
    }
}
