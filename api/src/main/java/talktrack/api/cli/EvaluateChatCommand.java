package talktrack.api.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import talktrack.api.chat.Answer;
import talktrack.api.chat.AnswerFigures;
import talktrack.api.chat.Chat;
import talktrack.api.chat.QuestionSet;
import talktrack.api.chat.QuestionSet.Asked;
import talktrack.api.documents.FolderIndex;
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
            "when none answers; and where wanted kind (how it asks) and holds (words of the passage that answers).",
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
    }

    /**
     * @param kinds the figures of each kind of question
     * @param medianSeconds that an answer takes
     * @param p95Seconds in which 95 of 100 answers come
     */
    record Report(
            AnswerFigures all,
            Map<String, AnswerFigures> kinds,
            double medianSeconds,
            double p95Seconds) {}

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(documents)) {
            throw CommandFailure.input("there is no folder " + documents, null);
        }
        List<Asked> asked = read();
        System.err.println("  reading the documents (Elasticsearch takes about ten seconds) …");
        try (ScratchElasticsearch elasticsearch = ScratchElasticsearch.start()) {
            print(ask(asked, elasticsearch));
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

    private List<Outcome> ask(List<Asked> all, ScratchElasticsearch elasticsearch)
            throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        try (Chat chat = Chat.over(FolderIndex.of(documents, elasticsearch.url(), this::leftOut))) {
            chat.ask(all.getFirst().question(), Optional.ofNullable(language)); // loads the model
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

    private static Report report(List<Outcome> outcomes) {
        Map<String, AnswerFigures> kinds = new TreeMap<>();
        AnswerFigures all = AnswerFigures.NONE;
        for (Outcome one : outcomes) {
            all = all.plus(one.figures());
            kinds.merge(one.asked().kind(), one.figures(), AnswerFigures::plus);
        }
        List<Double> seconds = outcomes.stream().map(Outcome::seconds).sorted().toList();
        return new Report(all, kinds, quantile(seconds, 0.5), quantile(seconds, 0.95));
    }

    private static double quantile(List<Double> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }

    private void print(List<Outcome> outcomes) {
        Report report = report(outcomes);
        if (json) {
            System.out.println(Json.text(report));
            return;
        }
        TextTable table =
                new TextTable(
                        "questions",
                        "answerable",
                        "document first",
                        "in first three",
                        "passage first",
                        "refused",
                        "unanswerable",
                        "refused");
        row(table, "all", report.all());
        if (report.kinds().size() > 1) {
            report.kinds().forEach((kind, figures) -> row(table, kind, figures));
        }
        System.out.print(table);
        System.out.printf(
                Locale.ROOT,
                "  an answer takes %.0f ms, 95 of 100 no more than %.0f ms%n",
                report.medianSeconds() * 1000,
                report.p95Seconds() * 1000);
        if (wrong) {
            outcomes.stream().filter(Outcome::isWrong).forEach(EvaluateChatCommand::printWrong);
        }
    }

    private static void row(TextTable table, String name, AnswerFigures figures) {
        table.row(
                name,
                String.valueOf(figures.answerable()),
                answerableShare(figures, figures.documentFirst()),
                answerableShare(figures, figures.documentInThree()),
                answerableShare(figures, figures.passageFirst()),
                answerableShare(figures, figures.answerable() - figures.answered()),
                String.valueOf(figures.unanswerable()),
                figures.unanswerable() == 0 ? "" : percent(figures.refusedShare()));
    }

    private static String answerableShare(AnswerFigures figures, int count) {
        return figures.answerable() == 0 ? "" : percent(figures.share(count));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private static void printWrong(Outcome outcome) {
        System.out.printf(
                "%n%s  [%s]%n",
                outcome.asked().question(),
                outcome.asked().answerable()
                        ? String.join(", ", outcome.asked().documents())
                        : "no document");
        outcome.answer().answer().lines().forEach(line -> System.out.println("  " + line));
    }
}
