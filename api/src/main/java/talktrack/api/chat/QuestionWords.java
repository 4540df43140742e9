package talktrack.api.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import talktrack.models.labels.Language;
import talktrack.models.text.Segmenter;

/** The words of a question that say what it is about. */
final class QuestionWords {

    private static final Set<String> ENGLISH = read("en");
    private static final Set<String> CHINESE = read("zh");

    /** Letters of the longest word in English dictionaries. */
    private static final int LONGEST = 45;

    private QuestionWords() {}

    /**
     * Without question words, pronouns, auxiliaries and politeness, and without what is too long to
     * be a word; each word once.
     */
    static List<String> of(Language language, String question) {
        Set<String> empty = language == Language.EN ? ENGLISH : CHINESE;
        return Segmenter.words(language, question).stream()
                .map(word -> word.endsWith("'s") ? word.substring(0, word.length() - 2) : word)
                .filter(word -> word.length() <= LONGEST && !empty.contains(word))
                .distinct()
                .toList();
    }

    private static Set<String> read(String language) {
        String name = "/talktrack/chat/empty-words-" + language + ".txt";
        try (InputStream in = QuestionWords.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.strip().split(" +")).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }
}
