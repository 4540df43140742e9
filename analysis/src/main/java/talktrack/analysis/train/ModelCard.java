package talktrack.analysis.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;

/**
 * Measures the classifiers and writes docs/model-card.md: {@code mvn -Pmodel-card -pl analysis -am
 * process-test-classes}. Takes some minutes.
 */
public final class ModelCard {

    /** Figures are rounded, and sentence vectors differ a little between processors. */
    static final double TOLERANCE = 0.02;

    /** Where tests and the command run: the module's folder. */
    private static final Path CARD = Path.of("..", "docs", "model-card.md");

    private ModelCard() {}

    /** What the card's first table says of one task. */
    record Stated(
            double writtenF1,
            double spokenF1,
            int heldOutLines,
            double heldOutWritten,
            double heldOutSpoken) {}

    /**
     * @param arguments the classes folder that holds the trained classifiers
     */
    public static void main(String[] arguments) throws IOException {
        Path classifiers = Path.of(arguments[0], "talktrack", "classifiers");
        StringBuilder summary = new StringBuilder();
        StringBuilder details = new StringBuilder();
        for (Language language : Language.values()) {
            for (String task : Training.TASKS) {
                long start = System.nanoTime();
                Evaluation unseen = Evaluation.of(language, task);
                long seconds = (System.nanoTime() - start) / 1_000_000_000;
                HeldOut heldOut = HeldOut.of(language, task, heldOutRows(language, task));
                summary.append(
                        row(
                                language.id(),
                                task,
                                unseen.examples(),
                                unseen.written().macroF1(),
                                unseen.spoken().macroF1(),
                                heldOut.lines(),
                                heldOut.written().macroF1(),
                                heldOut.spoken().macroF1(),
                                kilobytes(classifiers.resolve(language.id()), task)));
                details.append(details(language, task, unseen, heldOut));
                System.out.printf(
                        "%s %s: macro-F1 %.3f on unseen industries, %.3f on held-out lines (%d s)%n",
                        language.id(),
                        task,
                        unseen.spoken().macroF1(),
                        heldOut.spoken().macroF1(),
                        seconds);
            }
        }
        String trainedIn = Files.readString(classifiers.resolve("trained-in-seconds")).strip();
        Files.writeString(
                CARD, card(trainedIn, summary.toString().strip(), details.toString().strip()));
    }

    /** The held-out lines of a task: the corpus' columns without the industry. */
    static List<Map<String, String>> heldOutRows(Language language, String task) {
        return Corpus.read(heldOut(language, task));
    }

    static String heldOut(Language language, String task) {
        return "/talktrack/heldout/%s/%s.tsv".formatted(language.id(), task);
    }

    /** What the card states for a task. */
    static Stated stated(Language language, String task) {
        String start = "| %s | %s | ".formatted(language.id(), task);
        try (Stream<String> lines = Files.lines(CARD)) {
            List<String> cells =
                    lines.filter(line -> line.startsWith(start))
                            .map(line -> List.of(line.substring(start.length()).split(" \\| ", -1)))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "%s has no row for %s %s: write it anew"
                                                            .formatted(CARD, language.id(), task)));
            return new Stated(
                    Double.parseDouble(cells.get(1)),
                    Double.parseDouble(cells.get(2)),
                    Integer.parseInt(cells.get(3)),
                    Double.parseDouble(cells.get(4)),
                    Double.parseDouble(cells.get(5)));
        } catch (IOException e) {
            throw new UncheckedIOException("the model card %s cannot be read".formatted(CARD), e);
        }
    }

    private static String details(
            Language language, String task, Evaluation unseen, HeldOut heldOut) {
        StringBuilder text =
                new StringBuilder("### %s, %s%n%n".formatted(NAMES.get(language), task))
                        .append(
                                "| label | lines | written P | R | F1 | spoken P | R | F1 | held-out F1 |%n"
                                        .formatted())
                        .append("| --- |%s%n".formatted(" --- |".repeat(8)));
        for (String label : unseen.written().labels()) {
            Scores written = unseen.written();
            Scores spoken = unseen.spoken();
            text.append(
                    row(
                            label,
                            written.lines(label),
                            written.precision(label),
                            written.recall(label),
                            written.f1(label),
                            spoken.precision(label),
                            spoken.recall(label),
                            spoken.f1(label),
                            heldOut.spoken().f1(label)));
        }
        List<Evaluation.Reliability.Range> ranges = unseen.reliability().ranges();
        if (!ranges.isEmpty()) {
            text.append("%n| score | answers | mean score | right |%n".formatted())
                    .append("| --- | --- | --- | --- |%n".formatted());
            ranges.forEach(
                    range ->
                            text.append(
                                    row(
                                            "%.1f–%.1f".formatted(range.from(), range.to()),
                                            range.answers(),
                                            range.meanScore(),
                                            range.rightRatio())));
        }
        return text.append("%n".formatted()).toString();
    }

    private static final Map<Language, String> NAMES =
            Map.of(Language.EN, "English", Language.ZH, "Chinese");

    private static String row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            row.append(' ')
                    .append(
                            cell instanceof Double number
                                    ? String.format(Locale.ROOT, "%.2f", number)
                                    : cell)
                    .append(" |");
        }
        return row.append('\n').toString();
    }

    private static long kilobytes(Path folder, String task) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = 0;
            for (Path file :
                    files.filter(f -> f.getFileName().toString().startsWith(task)).toList()) {
                bytes += Files.size(file);
            }
            return bytes / 1024;
        }
    }

    private static String card(String trainedIn, String summary, String details) {
        return """
            # Model card: the text classifiers

            Written by `mvn -Pmodel-card -pl analysis -am process-test-classes` (a few minutes); do not edit the figures by hand. Tests hold
            the classifiers to them: `HeldOutTest` in every build, `UnseenIndustriesTest` with `mvn -Pquality -pl analysis -am test -Dsurefire.failIfNoSpecifiedTests=false`.

            **What they are.** For each language and task two experts trained at build time: OpenNLP maximum entropy on words, word pairs,
            pieces of words, question forms and cue lists (`Features`), and logistic regression on a sentence vector (MiniLM for English,
            BGE small for Chinese, both on this machine). The geometric mean of their probabilities is calibrated with one temperature. Handling is
            one yes-or-no classifier for each step and fault, with the threshold of best F1. Everything is deterministic. Training took %s s on
            the machine that wrote this card (two shared cores).

            The second expert was worth it: on unseen industries it raised macro-F1 from 0.71 to 0.77 (English SPIN), 0.57 to 0.63 (English
            objections) and 0.73 to 0.81 (English sentiment), before any line was added to the corpora; on held-out lines by 0.01 to 0.07 for
            every task and language.

            **What they are for.** To find the places in a call that are worth a coach's ear. Not to judge a person by one utterance.

            **Who labelled.** Every line was written for this project together with its label, after `docs/conversation-model.md`
            (`talktrack/corpora/README.md`). No line is from a customer's call, and no second person labelled them, so how far people
            would agree is not known. The held-out lines (`analysis/src/main/resources/talktrack/heldout`) are never trained on: other situations,
            chat, speech and reviews. They are not by the corpora's first four authors, but their author also wrote the corpora's later
            lines (about one in ten), so a stranger's lines may be read a little worse. Unseen industries are the harder measure.

            **How it is measured.** *Unseen industries*: five times, trained on four fifths of the industries and asked about the others.
            *Held-out lines*: the shipped classifiers on those lines. *Written* is the line as it stands, *spoken* the same as a recogniser
            writes it: no case, no punctuation (recognition errors are not in these figures). Macro-F1 is the mean of the labels' F1.

            | language | task | corpus lines | unseen industries: written | spoken | held-out lines | held-out: written | spoken | size kB |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            %s

            ## Known weaknesses

            - Objections without any cue word are often read as none, and none is the most frequent mistake
              for every objection type. `competitor`, `need` and `fit` are the weakest types.
            - Irony is recognised only where it is common ("oh great, another update"); praise by denial ("nothing to complain about") only
              in frequent forms.
            - A question whose type hangs on more than the other side's last utterance is read without that context.
            - `dismisses`, `ignores` and `argues` rest on few examples; `ignores` needs knowledge of both topics, which words hardly show.
            - Whether the other side hears well is sometimes read as `check` (现在听得清楚吗); neither counts as a SPIN question.
            - Dialect, code-switching and heavy recognition errors were not measured.
            - With the small speech models words are lost before any label is read: see the call's caution.

            ## Figures

            P precision, R recall, F1 their harmonic mean, on unseen industries; the last column is F1 on the held-out lines, spoken. The second
            table of a task tells whether its scores can be believed: of the answers in a range of scores, the share that was right.

            %s
            """
                .formatted(trainedIn, summary, details);
    }
}
