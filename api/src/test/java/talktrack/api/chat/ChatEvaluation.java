package talktrack.api.chat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import talktrack.api.documents.FolderIndex;
import talktrack.api.standalone.EmbeddedElasticsearch;
import talktrack.models.labels.Language;

/**
 * How good the chat is as it ships. Run {@link #main} without arguments for the companies beside
 * this test, or with triples of language, folder of documents and question file for others.
 */
final class ChatEvaluation {

    private ChatEvaluation() {}

    static ChatFigures of(AskedCompany company, URI elasticsearch, List<String> wrong)
            throws Exception {
        ChatFigures figures = ChatFigures.NONE;
        try (Chat chat =
                Chat.over(
                        FolderIndex.of(
                                company.documents(),
                                elasticsearch,
                                (name, why) -> wrong.add(name + why)))) {
            for (AskedCompany.Asked asked : company.questions()) {
                Answer answer = chat.ask(asked.text(), Optional.of(company.language()));
                ChatFigures one = ChatFigures.NONE.plus(asked, answer);
                if (one.first() + one.refused() == 0) {
                    wrong.add(
                            "%s: %s [%s] %s"
                                    .formatted(
                                            asked.kind(),
                                            asked.text(),
                                            asked.holds(),
                                            answer.answered()
                                                    ? answer.answer().replace('\n', ' ')
                                                    : "refused"));
                }
                figures = figures.plus(one);
            }
        }
        return figures;
    }

    /** The share of each company's questions that the next company's documents seem to answer. */
    private static double offSubject(
            List<AskedCompany> companies, Language language, URI elasticsearch) throws Exception {
        List<AskedCompany> all =
                companies.stream().filter(one -> one.language() == language).toList();
        int asked = 0;
        int answered = 0;
        for (int i = 0; i < all.size(); i++) {
            Path documents = all.get((i + 1) % all.size()).documents();
            try (Chat chat =
                    Chat.over(FolderIndex.of(documents, elasticsearch, (name, why) -> {}))) {
                for (AskedCompany.Asked one : all.get(i).questions()) {
                    asked++;
                    answered += chat.ask(one.text(), Optional.of(language)).answered() ? 1 : 0;
                }
            }
        }
        return (double) answered / asked;
    }

    public static void main(String[] arguments) throws Exception {
        List<AskedCompany> companies = new ArrayList<>();
        for (int i = 0; i + 2 < arguments.length; i += 3) {
            Path documents = Path.of(arguments[i + 1]);
            companies.add(
                    new AskedCompany(
                            documents.getFileName().toString(),
                            AskedCompany.language(arguments[i]),
                            documents,
                            AskedCompany.questions(Path.of(arguments[i + 2]))));
        }
        if (companies.isEmpty()) {
            companies.addAll(AskedCompany.all());
        }
        Path folder = Files.createTempDirectory("talktrack-evaluation");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        try (EmbeddedElasticsearch elasticsearch =
                EmbeddedElasticsearch.start(folder.resolve("data").resolve("elasticsearch"))) {
            Map<Language, ChatFigures> all = new EnumMap<>(Language.class);
            System.out.println(ChatFigures.HEADER);
            for (AskedCompany company : companies) {
                List<String> wrong = new ArrayList<>();
                ChatFigures figures = of(company, elasticsearch.url(), wrong);
                System.out.println(figures.row(company.name()));
                wrong.forEach(line -> System.err.println("  " + line));
                all.merge(company.language(), figures, ChatFigures::plus);
            }
            for (Language language : all.keySet()) {
                System.out.printf(
                        Locale.ROOT,
                        "%s: answered of the questions to another company: %.2f%n",
                        language.id(),
                        offSubject(companies, language, elasticsearch.url()));
            }
            all.forEach((language, figures) -> System.out.println(figures.row(language.id())));
        }
    }
}
