package talktrack.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** How long the chat lets people wait. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = {
            "Asks an index of many passages some hundred questions, one after the other, and tells how long retrieval and",
            "the first token took. It writes the documents itself and runs an Elasticsearch of its own; docs/bench.md says",
            "what is measured. Most of the minutes that it takes go into indexing."
        },
        footer = {
            "",
            "The fields of --json: language, passages, questions, answered (the others were refused), retrieval and",
            "firstToken (median and p95, seconds), indexingSeconds, llm (model, answers, takenBack, withoutIt; only with",
            "--with-llm), loadAverage, cores, and aims (name, value, aim, met).",
            "",
            "Example:  talktrack bench chat --json",
            "",
            "Exit code: 0 measured, also when an aim is missed; 2 wrong usage; 3 not on this machine."
        })
final class BenchChatCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    @Mixin private ModelOption words;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Option(
            names = "--passages",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many passages to look through (default: ${DEFAULT-VALUE}).")
    private int passages;

    @Option(
            names = "--questions",
            paramLabel = "N",
            defaultValue = "300",
            description = "How many questions to ask (default: ${DEFAULT-VALUE}).")
    private int questions;

    @Option(
            names = "--language",
            paramLabel = "en|zh",
            defaultValue = "en",
            description = "Language of documents and questions (default: ${DEFAULT-VALUE}).")
    private Language language;

    @Override
    public Integer call() throws Exception {
        if (passages < 1 || questions < 1) {
            throw CommandFailure.usage("--passages and --questions: at least 1");
        }
        Path folder = words.data().or("talktrack");
        Logs.into(folder.resolve("logs").resolve("commands"));
        try (ScratchFolder scratch = ScratchFolder.below(folder)) {
            ChatFigures figures =
                    new ChatBench(
                                    language,
                                    passages,
                                    questions,
                                    words.model(),
                                    BenchIngestCommand::say)
                            .run(scratch.path());
            if (json) {
                ObjectNode document = Json.mapper().valueToTree(figures);
                document.set("aims", Json.mapper().valueToTree(figures.aims()));
                new JsonOutput(false).print(document);
            } else {
                System.out.print(text(figures));
            }
            return 0;
        } catch (InterruptedException e) {
            return INTERRUPTED;
        }
    }

    private static String text(ChatFigures figures) {
        TextTable aims = new TextTable("measured", "value", "aim", "");
        for (ChatFigures.Aim aim : figures.aims()) {
            aims.row(aim.name(), seconds(aim.value()), aim.aim(), aim.met() ? "met" : "missed");
        }
        TextTable more = new TextTable("also", "value");
        more.row("retrieval, median, s", seconds(figures.retrieval().median()));
        more.row("first token, median, s", seconds(figures.firstToken().median()));
        more.row("passages", String.valueOf(figures.passages()));
        more.row(
                "questions, of them answered",
                "%d, %d".formatted(figures.questions(), figures.answered()));
        more.row("indexing, s", String.format(Locale.ROOT, "%.0f", figures.indexingSeconds()));
        more.row(
                "load of the machine at the start, its cores",
                String.format(Locale.ROOT, "%.2f, %d", figures.loadAverage(), figures.cores()));
        return aims
                + "\n"
                + more
                + figures.llm().map(worded -> "  " + worded.text() + "\n").orElse("");
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
