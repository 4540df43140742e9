package talktrack.api.callquestions;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** What answers are worded in. */
final class AnswerWords {

    private static final Map<Language, AnswerWords> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new AnswerWords(language, read(language)));
        }
    }

    private final Language language;
    private final Properties texts;

    private AnswerWords(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    static AnswerWords in(Language language) {
        return ALL.get(language);
    }

    String text(String key, Object... arguments) {
        return String.format(
                Locale.ROOT, Objects.requireNonNull(texts.getProperty(key), key), arguments);
    }

    String name(Label label) {
        String family =
                ((Enum<?>) label).getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
        return text(family + "." + label.id());
    }

    String name(Measure measure) {
        return switch (measure) {
            case Measure.OfSkill(var skill) -> name(skill);
            case Measure.OfMetric(var metric) -> name(metric);
            case Measure.OfObjections(var type) -> text("handling", name(type));
        };
    }

    String value(double value, Unit unit) {
        return text("unit." + unit.id(), unit == Unit.SHARE ? 100 * value : value);
    }

    /** Such as "3 calls"; the key is that of one. */
    String count(String what, int n) {
        return text("n." + (n == 1 ? what : what + "s"), n);
    }

    String day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate().toString();
    }

    String span(Span span) {
        return span.from().equals(span.to())
                ? span.from().toString()
                : text("from-to", span.from(), span.to());
    }

    /** In a row. */
    String joined(List<String> items) {
        return String.join(text("joint"), items);
    }

    /** One after the other. */
    String sentences(List<String> sentences) {
        return String.join(
                language == Language.EN ? " " : "",
                sentences.stream().filter(sentence -> !sentence.isEmpty()).toList());
    }

    private static Properties read(Language language) {
        Properties texts = new Properties();
        String name = "words-" + language.id() + ".properties";
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(AnswerWords.class.getResourceAsStream(name), name),
                        StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Bug: a resource of ours cannot be read", e);
        }
        return texts;
    }
}
