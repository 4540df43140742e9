package talktrack.api.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.chat.Answer;
import talktrack.api.chat.Chat;
import talktrack.api.cli.report.Columns;
import talktrack.api.documents.FolderIndex;
import talktrack.api.llm.LanguageModel;
import talktrack.api.standalone.ScratchElasticsearch;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** Questions to a folder of product documents, answered by the server's own retrieval. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description =
                "Answers questions from a folder of documents, with citations, or says that they do"
                        + " not say. Needs no server: it runs an Elasticsearch of its own for as long"
                        + " as it takes.",
        footer = {
            "",
            "Example:  talktrack ask --documents handbook/ --question \"How long are backups kept?\"",
            "",
            "With --with-llm the answers' \"source\" says whose words they have, and standard error counts them."
        })
final class AskCommand implements Callable<Integer> {

    /** What a shell reports for a program that Ctrl-C ended; nobody is there to be told more. */
    private static final int INTERRUPTED = 130;

    @Option(
            names = "--documents",
            required = true,
            paramLabel = "DIR",
            description = "Folder of Markdown, HTML, PDF, Office, CSV or text files.")
    private Path documents;

    @ArgGroup(multiplicity = "1")
    private Questions questions;

    @Option(
            names = "--language",
            paramLabel = "en|zh",
            description = "Language of the questions (default: detected).")
    private Language language;

    @Option(names = "--json", description = "One JSON document a line and nothing else.")
    private boolean json;

    @Mixin private ModelOption words;

    private int failures;

    private static final class Questions {
        @Option(names = "--question", required = true, description = "One question.")
        private String question;

        @Option(
                names = "--questions",
                required = true,
                paramLabel = "FILE",
                description = "A question a line.")
        private Path file;

        List<String> all() {
            if (file == null) {
                return List.of(question);
            }
            try {
                return Files.readAllLines(file).stream()
                        .map(line -> line.replace("\uFEFF", "").strip())
                        .filter(line -> !line.isEmpty())
                        .toList();
            } catch (NoSuchFileException e) {
                throw CommandFailure.input("there is no file " + file, e);
            } catch (AccessDeniedException e) {
                throw CommandFailure.input("not allowed to open " + file, e);
            } catch (MalformedInputException e) {
                throw CommandFailure.input(file + " is not text in UTF-8", e);
            } catch (IOException e) {
                throw CommandFailure.input(
                        "%s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        List<String> all = questions.all();
        if (!Files.isDirectory(documents)) {
            throw CommandFailure.input("there is no folder " + documents, null);
        }
        if (all.isEmpty()) {
            throw CommandFailure.input("there is no question: write one a line", null);
        }
        if (!FolderIndex.canRead(documents)) {
            throw nothingToRead(null);
        }
        Optional<LanguageModel> model = words.model();
        System.err.println("  reading the documents (Elasticsearch takes about ten seconds) …");
        try (ScratchElasticsearch elasticsearch = ScratchElasticsearch.start()) {
            answer(all, model, elasticsearch);
        } catch (NoSuchFileException e) {
            throw nothingToRead(e);
        } catch (InterruptedException e) {
            return INTERRUPTED;
        }
        return failures == 0 ? 0 : CommandFailure.INPUT;
    }

    private CommandFailure nothingToRead(Throwable cause) {
        return CommandFailure.input(
                "there is no document in %s that can be read: put Markdown, HTML, PDF, Office, CSV or text files there"
                        .formatted(documents),
                cause);
    }

    private void answer(
            List<String> all, Optional<LanguageModel> model, ScratchElasticsearch elasticsearch)
            throws IOException {
        AtomicInteger takenBack = new AtomicInteger();
        List<Answer> answers = new ArrayList<>();
        try (Chat chat =
                Chat.over(
                        FolderIndex.of(documents, elasticsearch.url(), this::leftOut),
                        model,
                        takenBack::incrementAndGet)) {
            for (String question : all) {
                Answer answer = chat.ask(question, Optional.ofNullable(language));
                print(answer);
                answers.add(answer);
            }
        } catch (RuntimeException e) {
            if (!elasticsearch.stopped()) { // else a signal took it from under us
                throw e;
            }
        }
        model.map(one -> WordedAnswers.of(one.name(), answers, takenBack.get()))
                .ifPresent(worded -> System.err.println("  " + worded.text()));
    }

    private void leftOut(String name, String why) {
        failures++;
        FileBatch.complain(documents.resolve(name), why);
    }

    private void print(Answer answer) {
        if (json) {
            System.out.println(Json.text(answer));
        } else {
            System.out.printf("%n%s%n", Columns.plain(answer.question()));
            answer.answer().lines().forEach(line -> System.out.println("  " + Columns.plain(line)));
            answer.model()
                    .ifPresent(
                            name -> System.out.printf("  (worded by %s)%n", Columns.plain(name)));
            for (Answer.Citation citation : answer.citations()) {
                String heading = citation.heading().isEmpty() ? "" : ", " + citation.heading();
                String page = citation.page().map(number -> ", p. " + number).orElse("");
                System.out.printf(
                        "  [%s; %.2f]%n",
                        Columns.plain(citation.document() + heading + page), citation.score());
                if (citation.stale()) {
                    System.out.printf(
                            "  (last reviewed on %s: it may be out of date)%n",
                            citation.since().orElseThrow());
                }
            }
        }
        System.out.flush();
    }
}
