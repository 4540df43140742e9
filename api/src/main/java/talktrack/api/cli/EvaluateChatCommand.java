package talktrack.api.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.chat.Answer;
import talktrack.api.chat.AnswerFigures;
import talktrack.api.chat.Chat;
import talktrack.api.chat.QuestionSet;
import talktrack.api.chat.QuestionSet.Asked;
import talktrack.api.documents.FolderIndex;
import talktrack.api.llm.LanguageModel;
import talktrack.api.standalone.ScratchElasticsearch;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** How good the chat's answers are. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = {
            "Asks the documents of a folder questions of which it is known which document answers them, and counts right",
            "documents, refusals and false answers. Needs no server: it runs an Elasticsearch of its own."
        },
        footer = {
            "",
            "The questions are a file of columns with tabs between them, named in the first line: question; document, empty",
            "when none answers; and where wanted kind (how it asks) and holds (words of the passage that answers), without",
            "which there is no column \"passage first\".",
            "",
            "With --with-llm also: how many answers are in its words (answers), taken back by the checker as the passages do",
            "not support them (takenBack), or without it since it failed, was late or was not asked (withoutIt).",
            "",
            "Example:  talktrack evaluate chat --documents handbook/ --questions questions.tsv",
            "",
            "Exit code: 0 done, 1 a document could not be used, 2 wrong usage."
        })
final class EvaluateChatCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    @Option(
            names = "--documents",
            required = true,
            paramLabel = "DIR",
            description = "Folder of documents.")
    private Path documents;

    @Option(
            names = "--questions",
            required = true,
            paramLabel = "FILE",
            description = "Questions and the documents that answer them.")
    private Path questions;

    @Option(
            names = "--language",
            paramLabel = "en|zh",
            description = "Language of the questions (default: detected).")
    private Language language;

    @Option(names = "--wrong", description = "Also list the questions that went wrong.")
    private boolean wrong;

    @Option(names = "--json", description = "One JSON document and nothing else.")
    private boolean json;

    @Mixin private ModelOption words;

    private final AtomicInteger takenBack = new AtomicInteger();
    private int failures;

    /**
     * A question and what came of it.
     *
     * @param seconds it took to answer
     */
    private record Outcome(Asked asked, Answer answer, double seconds) {
        AnswerFigures figures() {
            return AnswerFigures.of(asked, answer);
        }

        boolean isWrong() {
            AnswerFigures one = figures();
            return one.documentInThree() + one.refused() == 0;
        }

        Wrong wrong() {
            return new Wrong(
                    asked.question(),
                    asked.documents(),
                    answer.answered(),
                    answer.answer(),
                    answer.citations());
        }
    }

    /**
     * A question that went wrong, as {@code --wrong} lists it.
     *
     * @param documents that answer it; none when no document does
     */
    record Wrong(
            String question,
            List<String> documents,
            boolean answered,
            String answer,
            List<Answer.Citation> citations) {}

    /**
     * @param kinds the figures of each kind of question
     * @param medianSeconds that an answer takes
     * @param p95Seconds in which 95 of 100 answers come
     * @param llm whose words the answers have; absent without {@code --with-llm}
     * @param wrong absent where it was not asked for
     */
    record Report(
            AnswerFigures all,
            Map<String, AnswerFigures> kinds,
            double medianSeconds,
            double p95Seconds,
            Optional<WordedAnswers> llm,
            Optional<List<Wrong>> wrong) {}

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(documents)) {
            throw CommandFailure.input("there is no folder " + documents, null);
        }
        List<Asked> asked = read();
        Optional<LanguageModel> model = words.model();
        System.err.println("  reading the documents (Elasticsearch takes about ten seconds) …");
        try (ScratchElasticsearch elasticsearch = ScratchElasticsearch.start()) {
            print(ask(asked, model, elasticsearch), model);
        } catch (NoSuchFileException e) {
            throw CommandFailure.input(
                    "there is no document in %s that can be read".formatted(documents), e);
        } catch (InterruptedException e) {
            return INTERRUPTED;
        }
        return failures == 0 ? 0 : CommandFailure.INPUT;
    }

    private List<Asked> read() {
        List<Asked> asked;
        try {
            asked = QuestionSet.read(questions).questions();
        } catch (NoSuchFileException e) {
            throw CommandFailure.input("there is no file " + questions, e);
        } catch (MalformedInputException e) {
            throw CommandFailure.input(questions + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw CommandFailure.input("%s: %s".formatted(questions, e.getMessage()), e);
        }
        if (asked.isEmpty()) {
            throw CommandFailure.input(questions + " holds no question: write one a line", null);
        }
        return asked;
    }

    private List<Outcome> ask(
            List<Asked> all, Optional<LanguageModel> model, ScratchElasticsearch elasticsearch)
            throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        try (Chat chat =
                Chat.over(
                        FolderIndex.of(documents, elasticsearch.url(), this::leftOut),
                        model,
                        takenBack::incrementAndGet)) {
            chat.ask(all.getFirst().question(), Optional.ofNullable(language)); // loads the models
            takenBack.set(0);
            for (Asked one : all) {
                long start = System.nanoTime();
                Answer answer = chat.ask(one.question(), Optional.ofNullable(language));
                outcomes.add(new Outcome(one, answer, (System.nanoTime() - start) / 1e9));
            }
        }
        return outcomes;
    }

    private void leftOut(String name, String why) {
        failures++;
        FileBatch.complain(documents.resolve(name), why);
    }

    private Report report(List<Outcome> outcomes, Optional<LanguageModel> model) {
        Map<String, AnswerFigures> kinds = new TreeMap<>();
        AnswerFigures all = AnswerFigures.NONE;
        for (Outcome one : outcomes) {
            all = all.plus(one.figures());
            kinds.merge(one.asked().kind(), one.figures(), AnswerFigures::plus);
        }
        List<Double> seconds = outcomes.stream().map(Outcome::seconds).sorted().toList();
        List<Answer> answers = outcomes.stream().map(Outcome::answer).toList();
        return new Report(
                all,
                kinds,
                Quantile.of(seconds, 0.5),
                Quantile.of(seconds, 0.95),
                model.map(one -> WordedAnswers.of(one.name(), answers, takenBack.get())),
                listed(outcomes));
    }

    private Optional<List<Wrong>> listed(List<Outcome> outcomes) {
        return wrong
                ? Optional.of(
                        outcomes.stream().filter(Outcome::isWrong).map(Outcome::wrong).toList())
                : Optional.empty();
    }

    private void print(List<Outcome> outcomes, Optional<LanguageModel> model) {
        Report report = report(outcomes, model);
        if (json) {
            System.out.println(Json.text(report));
            return;
        }
        System.out.print(table(report));
        System.out.printf(
                Locale.ROOT,
                "  an answer takes %.0f ms, 95 of 100 no more than %.0f ms%n",
                report.medianSeconds() * 1000,
                report.p95Seconds() * 1000);
        report.llm().ifPresent(worded -> System.out.println("  " + worded.text()));
        report.wrong().ifPresent(all -> all.forEach(EvaluateChatCommand::printWrong));
    }

    private static TextTable table(Report report) {
        Stream<Column> wanted = Arrays.stream(Column.values());
        if (report.all().passageKnown() == 0) { // else it would repeat the document's
            wanted = wanted.filter(column -> column != Column.PASSAGE_FIRST);
        }
        List<Column> columns = wanted.toList();
        TextTable table =
                new TextTable(
                        Stream.concat(
                                        Stream.of("questions"),
                                        columns.stream().map(column -> column.title))
                                .toArray(String[]::new));
        row(table, columns, "all", report.all());
        if (report.kinds().size() > 1) {
            report.kinds().forEach((kind, figures) -> row(table, columns, kind, figures));
        }
        return table;
    }

    private static void row(
            TextTable table, List<Column> columns, String name, AnswerFigures figures) {
        table.row(
                Stream.concat(
                                Stream.of(name),
                                columns.stream().map(column -> column.cell.apply(figures)))
                        .toArray(String[]::new));
    }

    private enum Column {
        ANSWERABLE("answerable", figures -> String.valueOf(figures.answerable())),
        DOCUMENT_FIRST(
                "document first", figures -> answerableShare(figures, figures.documentFirst())),
        IN_THREE("in first three", figures -> answerableShare(figures, figures.documentInThree())),
        PASSAGE_FIRST(
                "passage first",
                figures ->
                        figures.passageKnown() == 0
                                ? ""
                                : percent(figures.passageShare(figures.passageFirst()))),
        REFUSED(
                "refused",
                figures -> answerableShare(figures, figures.answerable() - figures.answered())),
        UNANSWERABLE("unanswerable", figures -> String.valueOf(figures.unanswerable())),
        RIGHTLY_REFUSED(
                "refused",
                figures -> figures.unanswerable() == 0 ? "" : percent(figures.refusedShare()));

        private final String title;

        @SuppressWarnings("ImmutableEnumChecker") // all are pure functions
        private final Function<AnswerFigures, String> cell;

        Column(String title, Function<AnswerFigures, String> cell) {
            this.title = title;
            this.cell = cell;
        }
    }

    private static String answerableShare(AnswerFigures figures, int count) {
        return figures.answerable() == 0 ? "" : percent(figures.share(count));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private static void printWrong(Wrong one) {
        System.out.printf(
                "%n%s  [%s]%n",
                one.question(),
                one.documents().isEmpty() ? "no document" : String.join(", ", one.documents()));
        one.answer().lines().forEach(line -> System.out.println("  " + line));
    }
}
