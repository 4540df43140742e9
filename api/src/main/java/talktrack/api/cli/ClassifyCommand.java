package talktrack.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** Lines in, labels out. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description =
                "Labels utterances: one a line in, one JSON document a line out, in the same order. Needs no server.",
        footer = {
            "",
            "A line is plain text, or {\"text\",\"speaker\",\"previous\"} with speaker rep or customer and",
            "previous what the other side said before (for handling: the objection). An answer's warning",
            "says when a line was not what it looked like.",
            "",
            "Example:  echo \"what happens when an order is late\" | talktrack classify spin --language en",
            "          talktrack classify objection --language zh lines.txt",
            "",
            "Exit code: 0 done, 1 the file or some JSON line could not be read, 2 wrong usage."
        })
final class ClassifyCommand implements Callable<Integer> {

    /** An utterance is never this long; what comes after is not read. */
    private static final int MOST_BYTES = 1 << 20;

    @Parameters(
            index = "0",
            paramLabel = "spin|objection|needs|sentiment|handling",
            description = "What to tell apart.")
    private LineLabeller.Task task;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where the lines are (default, or with -: standard input).")
    private Path file;

    @Option(
            names = "--language",
            required = true,
            paramLabel = "en|zh",
            description = "Language of the lines.")
    private Language language;

    @Option(
            names = "--words-only",
            description =
                    "Leave sentence vectors out: a little worse, a hundred times faster, ready at once.")
    private boolean wordsOnly;

    @SuppressWarnings("UnusedVariable") // accepted, because every other command has it
    @Option(names = "--json", hidden = true, description = "The output is JSON lines anyway.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (file == null || file.toString().equals("-")) {
            return classify(System.in);
        }
        if (Files.isDirectory(file)) {
            throw CommandFailure.input(file + ": This is a folder, not a file.", null);
        }
        try (InputStream lines = Files.newInputStream(file)) {
            return classify(lines);
        } catch (java.nio.file.NoSuchFileException e) {
            throw CommandFailure.input(file + ": There is no such file.", e);
        } catch (java.nio.file.AccessDeniedException e) {
            throw CommandFailure.input(file + ": Not allowed to open this file.", e);
        }
    }

    /** Labels all lines and returns the exit code. */
    private int classify(InputStream source) throws IOException {
        InputStream in = new BufferedInputStream(source, 1 << 16);
        OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
        LineLabeller labeller = new LineLabeller(task, language, wordsOnly);
        boolean first = true;
        for (String line = next(in); line != null; line = next(in)) {
            ObjectNode labels =
                    labeller.label(first && line.startsWith("\ufeff") ? line.substring(1) : line);
            first = false;
            out.write(Json.bytes(labels));
            out.write('\n');
            if (in.available() == 0) { // whoever typed the line waits for its answer
                out.flush();
                if (System.out.checkError()) {
                    return 0; // nobody reads any more
                }
            }
        }
        out.flush();
        if (labeller.withoutText() > 0) {
            throw CommandFailure.input(
                    "JSON lines without \"text\": %d. They were answered like empty lines; write {\"text\": \"…\"}."
                            .formatted(labeller.withoutText()),
                    null);
        }
        return 0;
    }

    /**
     * The next line without its end; null at the end of input. Only a line feed ends a line, so
     * that a stray carriage return never shifts answers against lines.
     */
    private static String next(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.size() < MOST_BYTES) {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
