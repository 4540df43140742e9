package talktrack.api.practice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import talktrack.analysis.advice.Recommendation;
import talktrack.analysis.advice.SkillChange;
import talktrack.models.labels.Language;
import talktrack.models.labels.Skill;

/** Why a rep should practise a skill, and what to do in the next calls, in a sentence each. */
final class PracticeWords {

    private static final Map<Language, Properties> ALL =
            Map.of(Language.EN, read(Language.EN), Language.ZH, read(Language.ZH));

    private PracticeWords() {}

    static String reason(Recommendation one, Language language) {
        Object[] numbers = {
            name(one.skill(), language),
            one.own().mean(),
            one.own().n(),
            one.peers().teamMean().orElse(one.own().mean()),
            -one.fall().map(SkillChange::points).orElse(0.0),
            100 - one.peers().percentile().orElse(0)
        };
        return String.format(Locale.ROOT, text(language, "reason." + one.reason().id()), numbers);
    }

    /** What to do in the next three calls. */
    static String task(Skill skill, Language language) {
        return text(language, "task." + skill.id());
    }

    static String name(Skill skill, Language language) {
        return text(language, "skill." + skill.id());
    }

    private static String text(Language language, String key) {
        return Objects.requireNonNull(ALL.get(language).getProperty(key), key);
    }

    private static Properties read(Language language) {
        String resource = "practice-" + language.id() + ".properties";
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                PracticeWords.class.getResourceAsStream(resource), resource),
                        StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Bug: a resource of ours cannot be read", e);
        }
        return texts;
    }
}
