package talktrack.api.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import talktrack.api.standalone.EmbeddedElasticsearch;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * How good the chat is on a set of questions: run {@link #main} with triples of language, folder of
 * documents and question file (columns question, document, heading; {@code -} for a question that
 * the documents do not answer).
 */
final class ChatEvaluation {

    private ChatEvaluation() {}

    /** One line of a question file. */
    record Question(String text, String document) {
        boolean answerable() {
            return !document.equals("-");
        }
    }

    /**
     * @param found share of the answerable ones that were not refused and cite the right document
     *     among the first three
     * @param refused share of the unanswerable ones that were refused
     */
    record Figures(int answerable, int unanswerable, double found, double refused) {}

    static List<Question> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> new Question(cells[0], cells[1]))
                .toList();
    }

    static Figures of(Chat chat, Language language, List<Question> questions, List<String> wrong) {
        int found = 0;
        int refused = 0;
        for (Question question : questions) {
            Answer answer = chat.ask(question.text(), Optional.of(language));
            boolean right =
                    question.answerable()
                            ? answer.citations().stream()
                                    .anyMatch(c -> c.document().equals(question.document()))
                            : !answer.answered();
            if (right && question.answerable()) {
                found++;
            } else if (right) {
                refused++;
            } else {
                wrong.add(
                        "%s [%s] %s"
                                .formatted(
                                        question.text(),
                                        question.document(),
                                        answer.answered()
                                                ? answer.citations().getFirst().heading()
                                                : "refused"));
            }
        }
        int answerable = (int) questions.stream().filter(Question::answerable).count();
        int unanswerable = questions.size() - answerable;
        return new Figures(
                answerable,
                unanswerable,
                answerable == 0 ? 1 : (double) found / answerable,
                unanswerable == 0 ? 1 : (double) refused / unanswerable);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("talktrack-evaluation");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        try (EmbeddedElasticsearch elasticsearch =
                EmbeddedElasticsearch.start(folder.resolve("data").resolve("elasticsearch"))) {
            for (int i = 0; i + 2 < arguments.length; i += 3) {
                Language language = Label.parse(Language.class, arguments[i]);
                List<Question> questions = read(Path.of(arguments[i + 2]));
                try (Chat chat = Chat.overFolder(Path.of(arguments[i + 1]), elasticsearch.url())) {
                    List<String> wrong = new ArrayList<>();
                    long start = System.nanoTime();
                    Figures figures = of(chat, language, questions, wrong);
                    System.out.printf(
                            Locale.ROOT,
                            "%s %s: found %.2f of %d, refused %.2f of %d, %d ms a question%n",
                            language.id(),
                            arguments[i + 1],
                            figures.found(),
                            figures.answerable(),
                            figures.refused(),
                            figures.unanswerable(),
                            (System.nanoTime() - start) / 1_000_000 / questions.size());
                    wrong.forEach(line -> System.out.println("  " + line));
                }
            }
        }
    }
}
