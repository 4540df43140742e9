package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.cli.report.Columns;
import talktrack.models.events.Json;
import talktrack.models.labels.Label;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;

/** Corrections as tables to train from. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the corrected lines of the running server's calls as tables like those that ship:",
            "FOLDER/LANGUAGE/TASK.tsv. They hold what was said in calls, redacted as it is stored."
        },
        footer = {
            "",
            "Example:  talktrack corrections export --output corrections",
            "          talktrack train --corrections corrections"
        })
final class CorrectionsExportCommand implements Callable<Integer> {

    private static final String LABEL_COLUMNS = "label\tauthor\tindustry\tprevious\ttext";
    private static final String HANDLING_COLUMNS =
            "steps\tfaults\tauthor\tindustry\tprevious\ttext";

    /** Who says so, and where: no author of the corpora, and no industry that they know. */
    private static final String OWN = "coach\town";

    @Mixin private DataOption data;

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "Only en or zh.")
    private String language;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            defaultValue = "corrections",
            description =
                    "Where to; tables that are there are written anew (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Option(names = "--json", description = "One JSON document that says what was written.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        String only = language == null ? "" : ModelsUseCommand.language(language).id();
        Map<String, List<String>> tables = new TreeMap<>();
        long leftOut = 0;
        try (ServerClient server = ServerClient.find(data)) {
            String cursor = "";
            do {
                JsonNode page =
                        server.get(
                                "/api/corrections?language=%s&cursor=%s"
                                        .formatted(only, UrlPart.of(cursor)));
                page.path("items").forEach(line -> add(tables, line));
                leftOut += page.path("leftOut").asLong();
                cursor = page.path("next").asText("");
            } while (!cursor.isEmpty());
        }
        write(tables, only);
        tell(tables, leftOut);
        return 0;
    }

    private static void add(Map<String, List<String>> tables, JsonNode line) {
        LabelTask task = Label.parse(LabelTask.class, line.path("label").path("type").asText());
        String table = line.path("language").asText() + "/" + task.corpus();
        List<String> rows =
                tables.computeIfAbsent(table, name -> new ArrayList<>(List.of(columns(task))));
        rows.add(
                String.join(
                        "\t",
                        labels(task, line.path("label")),
                        OWN,
                        cell(line.path("previous")),
                        cell(line.path("text"))));
    }

    private static String columns(LabelTask task) {
        return task == LabelTask.HANDLING ? HANDLING_COLUMNS : LABEL_COLUMNS;
    }

    private static String labels(LabelTask task, JsonNode label) {
        return task == LabelTask.HANDLING
                ? joined(label.path("steps")) + "\t" + joined(label.path("faults"))
                : label.path("label").asText();
    }

    private static String joined(JsonNode labels) {
        return labels.isEmpty()
                ? "-"
                : String.join(
                        "+",
                        StreamSupport.stream(labels.spliterator(), false)
                                .map(JsonNode::asText)
                                .toList());
    }

    /** What was said may hold anything, but no tab and no end of a line may come of it. */
    private static String cell(JsonNode said) {
        return Columns.plain(said.asText());
    }

    /** Also those that have no line any more: a correction that was taken back must not stay. */
    private void write(Map<String, List<String>> tables, String only) throws IOException {
        List<String> names =
                Stream.of(Language.values())
                        .filter(each -> only.isEmpty() || only.equals(each.id()))
                        .flatMap(
                                each ->
                                        Stream.of(LabelTask.values())
                                                .map(task -> each.id() + "/" + task.corpus()))
                        .toList();
        for (String name : names) {
            refuseOthersWork(file(name));
        }
        for (String name : names) {
            if (tables.containsKey(name)) {
                Files.createDirectories(file(name).toAbsolutePath().getParent());
                Files.write(file(name), tables.get(name), StandardCharsets.UTF_8);
            } else {
                Files.deleteIfExists(file(name));
            }
        }
    }

    private Path file(String table) {
        return output.resolve(table + ".tsv");
    }

    /** A table with other lines than corrections is a corpus that somebody wrote. */
    private static void refuseOthersWork(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            if (lines.skip(1).anyMatch(line -> !line.contains("\t" + OWN + "\t"))) {
                throw CommandFailure.input(
                        file
                                + " has lines that are no corrections, and would be lost. Name another folder with --output.",
                        null);
            }
        }
    }

    private void tell(Map<String, List<String>> tables, long leftOut) throws IOException {
        if (json) {
            Map<String, Integer> lines = new TreeMap<>();
            tables.forEach((table, rows) -> lines.put(table, rows.size() - 1));
            new JsonOutput(false)
                    .print(
                            Json.mapper()
                                    .valueToTree(
                                            Map.of(
                                                    "folder",
                                                    output.toString(),
                                                    "lines",
                                                    lines,
                                                    "leftOut",
                                                    leftOut)));
            return;
        }
        if (tables.isEmpty()) {
            System.out.println(
                    "Nobody has corrected a label yet. Open a call's page and say of a line what is right.");
        }
        tables.forEach(
                (table, rows) -> System.out.printf("%s: %d lines%n", file(table), rows.size() - 1));
        if (leftOut > 0) {
            System.out.printf(
                    "Left out: %d, of calls that are being read, or whose words are too doubtful or no longer there.%n",
                    leftOut);
        }
    }
}
