package talktrack.analysis.train;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * Prints what the encoder's layers are tuned on: of every labelled line the task, its labels with +
 * between, the industry, what was said before and what is said, both as a recogniser writes them,
 * with tabs between ({@code models/src/main/encoder/README.md}).
 */
final class TuningLines {

    private TuningLines() {}

    /**
     * @param arguments the language
     */
    public static void main(String[] arguments) {
        Language language = Label.parse(Language.class, arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String task : Training.TASKS) {
            for (Map<String, String> row : Example.rows(language, task)) {
                String text = TextNormaliser.normalise(language, row.get("text"));
                String previous = task.equals("sentiment") ? "" : row.get("previous");
                if (!text.isEmpty()) {
                    out.println(
                            String.join(
                                    "\t",
                                    List.of(
                                            task,
                                            String.join(
                                                    "+", new TreeSet<>(Example.labels(row, task))),
                                            row.getOrDefault("industry", ""),
                                            TextNormaliser.normalise(language, previous),
                                            text)));
                }
            }
        }
    }
}
