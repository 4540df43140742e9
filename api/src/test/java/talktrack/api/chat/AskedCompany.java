package talktrack.api.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * An invented company: its documents, and questions of which we know what answers them.
 *
 * @param name of its folder
 */
record AskedCompany(String name, Language language, Path documents, List<Asked> questions) {

    /** Where they lie, seen from the module. */
    static final Path FOLDER = Path.of("src", "test", "resources", "talktrack", "chat");

    /**
     * @param kind how it asks, such as {@code paraphrase} or {@code sibling}
     * @param document that answers it, or {@code -}
     * @param holds words of the passage that answers it
     */
    record Asked(String kind, String text, String document, String holds) {

        boolean answerable() {
            return !document.equals("-");
        }

        /** Whether the passage is one that answers. */
        boolean answeredBy(String ofDocument, String passage) {
            return document.equals(ofDocument) && passage.contains(holds);
        }
    }

    static List<AskedCompany> all() throws IOException {
        List<AskedCompany> companies = new ArrayList<>();
        for (Language language : Language.values()) {
            try (Stream<Path> folders = Files.list(FOLDER.resolve(language.id()))) {
                for (Path folder : folders.sorted().toList()) {
                    companies.add(
                            new AskedCompany(
                                    folder.getFileName().toString(),
                                    language,
                                    folder.resolve("documents"),
                                    questions(folder.resolve("questions.tsv"))));
                }
            }
        }
        return companies;
    }

    /** Columns kind, question, document, holds; a header line. */
    static List<Asked> questions(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> new Asked(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }

    static Language language(String id) {
        return Label.parse(Language.class, id);
    }
}
