package talktrack.analysis.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.analysis.score.CustomerTalk;
import talktrack.analysis.train.UnseenIndustries.Reading;
import talktrack.models.corpora.Corpus;
import talktrack.models.labels.Language;

/** Measures the classifiers and says so in Markdown: {@code talktrack evaluate --all}. */
public final class ModelCard {

    /** Figures are rounded, and sentence vectors differ a little between processors. */
    static final double TOLERANCE = 0.02;

    /** Where tests run: the module's folder. */
    private static final Path CARD = Path.of("..", "docs", "model-card.md");

    /** Other than the task alone, with which the rows of the first table begin. */
    private static final String NO_SALE = "%s in no sale";

    private static final String MISHEARD = "%s misheard";

    /** The tasks that find something on few turns of a call. */
    private static final List<String> FOUND_IN_CALLS = List.of("spin", "objection", "needs");

    private ModelCard() {}

    /** What is said of one task, each a piece of one of the card's tables. */
    private record Measured(
            String summary,
            String experts,
            String without,
            String inCalls,
            String strangers,
            String misheard,
            String noSale,
            String size,
            String worst,
            String details) {}

    /** What the card's first table says of one task. */
    record Stated(
            double writtenF1,
            double spokenF1,
            int heldOutLines,
            double heldOutWritten,
            double heldOutSpoken) {}

    /** The tasks that can be measured. */
    public static List<String> tasks() {
        return Training.TASKS;
    }

    /**
     * The whole card. Trains every classifier anew, some of them several times, which takes
     * minutes; as many tasks at once as there are cores.
     *
     * @param says learns what is done
     */
    public static String of(List<Language> languages, List<String> tasks, Consumer<String> says) {
        String speed = Speed.table(languages);
        List<Callable<Measured>> work =
                languages.stream()
                        .flatMap(
                                language ->
                                        tasks.stream()
                                                .<Callable<Measured>>map(
                                                        task -> () -> of(language, task, says)))
                        .toList();
        List<Measured> measured = Training.atOnce(work);
        return CardText.of(
                languages.stream()
                        .map(
                                language ->
                                        UnseenIndustries.of(language).stream()
                                                .sorted()
                                                .collect(
                                                        Collectors.joining(
                                                                ", ",
                                                                "for %s "
                                                                        .formatted(
                                                                                NAMES.get(
                                                                                        language)),
                                                                "")))
                        .collect(Collectors.joining(", ")),
                speed,
                together(measured, Measured::summary),
                together(measured, Measured::experts),
                leftOut(),
                together(measured, Measured::without),
                together(measured, Measured::inCalls),
                languages.stream().map(ModelCard::outcomes).collect(Collectors.joining()).strip(),
                together(measured, Measured::strangers),
                together(measured, Measured::misheard),
                together(measured, Measured::noSale),
                languages.stream().map(ModelCard::customers).collect(Collectors.joining()).strip(),
                together(measured, Measured::size) + layers(languages),
                Sizes.secondsToTrain(),
                together(measured, Measured::worst),
                together(measured, Measured::details));
    }

    private static String leftOut() {
        List<String> groups = Ablation.groups();
        return groups.stream()
                        .map("without %s"::formatted)
                        .collect(
                                Collectors.joining(
                                        " | ", "| language | task | everything | ", " |\n"))
                + "| --- |%s".formatted(" --- |".repeat(groups.size() + 2));
    }

    private static String together(List<Measured> measured, Function<Measured, String> part) {
        return measured.stream().map(part).collect(Collectors.joining()).strip();
    }

    private static Measured of(Language language, String task, Consumer<String> says) {
        List<Example> examples = Example.of(language, task);
        Map<String, List<UnseenIndustries.Prediction>> predictions =
                Evaluation.predictions(language, task, examples);
        Evaluation industries = Evaluation.of(task, predictions);
        List<Map<String, String>> rows =
                Corpus.exists(heldOut(language, task)) ? heldOutRows(language, task) : List.of();
        HeldOut heldOut = HeldOut.of(language, task, rows);
        HeldOut inCalls = HeldOut.inCalls(language, task);
        says.accept(
                "%s %s: macro-F1 %.3f on unseen industries, %.3f on held-out lines, %.3f in calls"
                        .formatted(
                                language.id(),
                                task,
                                industries.spoken().macroF1(),
                                heldOut.spoken().macroF1(),
                                inCalls.spoken().macroF1()));
        return new Measured(
                row(
                        language.id(),
                        task,
                        examples.size(),
                        industries.lines(),
                        industries.written().macroF1(),
                        industries.spoken().macroF1(),
                        heldOut.lines(),
                        heldOut.written().macroF1(),
                        heldOut.spoken().macroF1(),
                        inCalls.lines(),
                        inCalls.spoken().macroF1()),
                row(
                        language.id(),
                        task,
                        industries.scores().get(Reading.SPOKEN_WORDS).macroF1(),
                        industries.scores().get(Reading.MEANING).macroF1(),
                        industries.spoken().macroF1()),
                row(
                        Stream.concat(
                                        Stream.of(
                                                language.id(), task, industries.spoken().macroF1()),
                                        Ablation.spokenF1s(language, task, examples, predictions)
                                                .stream()
                                                .map(ModelCard::orDash))
                                .toArray()),
                FOUND_IN_CALLS.contains(task) ? found(language, task, inCalls) : "",
                strangers(language, task),
                misheard(language, task),
                NoSale.TASKS.contains(task) ? noSale(language, task) : "",
                row(language.id(), task, examples.size(), Sizes.of(language, task)),
                CardDetails.worst(language, task, industries),
                CardDetails.of(language, task, industries, heldOut, inCalls));
    }

    private static Object orDash(Optional<Double> figure) {
        return figure.isPresent() ? figure.get() : "–";
    }

    private static String layers(List<Language> languages) {
        return languages.stream()
                .map(language -> row(language.id(), "tuned layers", "", Sizes.ofLayers(language)))
                .collect(Collectors.joining("", "\n", ""))
                .stripTrailing();
    }

    private static String found(Language language, String task, HeldOut inCalls) {
        Scores.Found found = inCalls.spoken().found(Example.NOTHING);
        return row(
                language.id(),
                "%s in calls".formatted(task),
                inCalls.lines(),
                found.inTruth(),
                found.said(),
                found.right(),
                found.precision(),
                found.recall());
    }

    private static String outcomes(Language language) {
        Outcomes outcomes = Outcomes.of(language);
        return row(
                language.id(),
                outcomes.objections(),
                outcomes.found(),
                outcomes.right(),
                outcomes.rightShare(),
                outcomes.mostFrequentShare());
    }

    private static String customers(Language language) {
        CustomerTalk.Measured leftOut = CustomerTalk.of(language).measured();
        CustomerFigures others = CustomerFigures.of(language);
        return row(
                language.id(),
                leftOut.customer(),
                leftOut.customerKept(),
                leftOut.other(),
                leftOut.otherFound(),
                others.calls(),
                others.kept(),
                others.stretches(),
                others.found());
    }

    private static String strangers(Language language, String task) {
        StringBuilder rows = new StringBuilder();
        Strangers.measure(language, task)
                .forEach(
                        (author, measured) ->
                                rows.append(
                                        row(
                                                language.id(),
                                                "%s by strangers".formatted(task),
                                                author,
                                                measured.lines(),
                                                measured.written().macroF1(),
                                                measured.spoken().macroF1())));
        return rows.toString();
    }

    private static String misheard(Language language, String task) {
        return Misheard.of(language, task)
                .map(
                        misheard ->
                                row(
                                        language.id(),
                                        MISHEARD.formatted(task),
                                        misheard.lines(),
                                        misheard.said().macroF1(),
                                        misheard.heard().macroF1()))
                .orElse("");
    }

    private static String noSale(Language language, String task) {
        NoSale noSale = NoSale.of(language, task);
        return row(language.id(), NO_SALE.formatted(task), noSale.lines(), noSale.share());
    }

    /** Where the held-out lines of a task are. */
    static String heldOut(Language language, String task) {
        return "/talktrack/heldout/%s/%s.tsv".formatted(language.id(), task);
    }

    /** The held-out lines of a task: the corpus' columns without author and industry. */
    static List<Map<String, String>> heldOutRows(Language language, String task) {
        return Corpus.read(heldOut(language, task));
    }

    /** What the card states for a task. */
    static Stated stated(Language language, String task) {
        List<String> cells = cells(language, task);
        return new Stated(
                Double.parseDouble(cells.get(2)),
                Double.parseDouble(cells.get(3)),
                Integer.parseInt(cells.get(4)),
                Double.parseDouble(cells.get(5)),
                Double.parseDouble(cells.get(6)));
    }

    /** Which share of what belongs to no sale is labelled, says the card. */
    static double statedNoSaleShare(Language language, String task) {
        return Double.parseDouble(
                cells(language, NO_SALE.formatted(task)).get(1).replace(" |", ""));
    }

    /** Macro-F1 on misheard lines, says the card. */
    static double statedMisheard(Language language, String task) {
        return Double.parseDouble(
                cells(language, MISHEARD.formatted(task)).get(2).replace(" |", ""));
    }

    private static List<String> cells(Language language, String task) {
        String start = "| %s | %s | ".formatted(language.id(), task);
        try (Stream<String> lines = Files.lines(CARD)) {
            return lines.filter(line -> line.startsWith(start))
                    .map(line -> List.of(line.substring(start.length()).split(" \\| ", -1)))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "%s has no row for %s %s: write it anew"
                                                    .formatted(CARD, language.id(), task)));
        } catch (IOException e) {
            throw new UncheckedIOException("the model card %s cannot be read".formatted(CARD), e);
        }
    }

    static final Map<Language, String> NAMES =
            Map.of(Language.EN, "English", Language.ZH, "Chinese");

    /** A row of a table; figures with two digits. */
    static String row(Object... cells) {
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
}
