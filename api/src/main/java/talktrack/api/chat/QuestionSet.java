package talktrack.api.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Questions of which it is known which document answers them, to measure the chat with. */
public record QuestionSet(List<Asked> questions) {

    /**
     * A question.
     *
     * @param kind how it asks, such as {@code paraphrase}; empty where the file does not say
     * @param documents each of which answers it; none when no document does
     * @param holds words of the passage that answers; empty where the file does not say
     */
    public record Asked(String kind, String question, List<String> documents, String holds) {

        public Asked {
            documents = List.copyOf(documents);
        }

        public boolean answerable() {
            return !documents.isEmpty();
        }

        boolean answeredByDocument(Answer.Citation citation) {
            return documents.contains(citation.document());
        }

        /** Whether the file says which passage of the documents answers. */
        boolean passageKnown() {
            return answerable() && !holds.isEmpty();
        }

        /** Never where the file does not say which one does. */
        boolean answeredByPassage(String document, String heading, String passage) {
            return passageKnown()
                    && documents.contains(document)
                    && (heading + "\n" + passage).contains(holds);
        }
    }

    public QuestionSet {
        questions = List.copyOf(questions);
    }

    /**
     * Reads a file of columns with tabs between them. The first line names them: {@code question};
     * {@code document}, empty or {@code -} when none answers, several with {@code |} between them;
     * and where wanted {@code kind} and {@code holds}.
     *
     * @throws IOException also when a column or a question is missing; the message says where
     */
    public static QuestionSet read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> columns =
                lines.isEmpty()
                        ? List.of()
                        : Stream.of(lines.getFirst().replace("\uFEFF", "").split("\t"))
                                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                                .toList();
        if (!columns.containsAll(List.of("question", "document"))) {
            throw new IOException(
                    "the first line does not name the columns question and document, with a tab"
                            + " between them");
        }
        List<Asked> questions = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] cells = lines.get(i).split("\t");
            String question = cell(columns, cells, "question");
            if (question.isEmpty()) {
                throw new IOException("line %d holds no question".formatted(i + 1));
            }
            questions.add(
                    new Asked(
                            cell(columns, cells, "kind"),
                            question,
                            Arrays.stream(cell(columns, cells, "document").split("\\|"))
                                    .map(String::strip)
                                    .filter(name -> !name.isEmpty())
                                    .toList(),
                            cell(columns, cells, "holds")));
        }
        return new QuestionSet(questions);
    }

    private static String cell(List<String> columns, String[] cells, String column) {
        int at = columns.indexOf(column);
        String cell = at < 0 || at >= cells.length ? "" : cells[at].strip();
        return cell.equals("-") ? "" : cell;
    }
}
