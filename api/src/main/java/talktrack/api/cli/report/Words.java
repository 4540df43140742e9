package talktrack.api.cli.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * The words of a report in the reader's language: {@code words-en.properties} and its Chinese twin.
 */
public final class Words {

    private static final Map<Language, Words> ALL =
            Map.of(Language.EN, read(Language.EN), Language.ZH, read(Language.ZH));

    private final Language language;
    private final Properties texts;

    private Words(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The words for readers of this language. */
    public static Words in(Language language) {
        return ALL.get(language);
    }

    Language language() {
        return language;
    }

    /** The text under a key, with what goes into its {@code %s}. */
    public String text(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("Bug: no text '%s' in %s".formatted(key, language));
        }
        return arguments.length == 0 ? text : text.formatted(arguments);
    }

    /** The text under a key, or nothing; it may have blanks of its own. */
    Optional<String> optional(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    /** The name of a label. */
    public String name(Label label) {
        return text(key(label));
    }

    static String key(Label label) {
        String family =
                ((Enum<?>) label).getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
        return family + "." + label.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Properties texts() {
        return texts;
    }

    private static Words read(Language language) {
        String resource = "words-" + language.id() + ".properties";
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(Words.class.getResourceAsStream(resource), resource),
                        StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Bug: a resource of ours cannot be read", e);
        }
        return new Words(language, texts);
    }
}
