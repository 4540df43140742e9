package talktrack.api.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import talktrack.api.chat.QuestionSet.Asked;
import talktrack.models.labels.Language;

/**
 * An invented company: its documents, and questions of which we know what answers them.
 *
 * @param name of its folder
 */
record AskedCompany(String name, Language language, Path documents, List<Asked> questions) {

    /** Where they lie, seen from the module. */
    static final Path FOLDER = Path.of("src", "test", "resources", "talktrack", "chat");

    static List<AskedCompany> all() throws IOException {
        List<AskedCompany> companies = new ArrayList<>();
        for (Language language : Language.values()) {
            companies.addAll(below(FOLDER, language));
        }
        return companies;
    }

    /** Those in a folder's subfolder named for the language. */
    static List<AskedCompany> below(Path all, Language language) throws IOException {
        List<AskedCompany> companies = new ArrayList<>();
        try (Stream<Path> folders = Files.list(all.resolve(language.id()))) {
            for (Path folder : folders.sorted().toList()) {
                companies.add(
                        new AskedCompany(
                                folder.getFileName().toString(),
                                language,
                                folder.resolve("documents"),
                                QuestionSet.read(folder.resolve("questions.tsv")).questions()));
            }
        }
        return companies;
    }
}
