package talktrack.api.callquestions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Skill;

/** Every answer can be worded in both languages. */
class AnswerWordsTest {

    private static Properties texts(Language language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        AnswerWords.class.getResourceAsStream(
                                "words-" + language.id() + ".properties"),
                        StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(texts(Language.ZH).keySet()).isEqualTo(texts(Language.EN).keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLabelHasAName(Language language) {
        AnswerWords words = AnswerWords.in(language);
        for (Skill skill : Skill.values()) {
            assertThat(words.name(skill)).isNotBlank();
        }
        for (Metric metric : Metric.values()) {
            assertThat(words.name(metric)).isNotBlank();
        }
        for (Commitment commitment : Commitment.values()) {
            assertThat(words.name(commitment)).isNotBlank();
        }
        for (ObjectionType type : ObjectionType.values()) {
            if (type != ObjectionType.NONE) {
                assertThat(words.name(type)).isNotBlank();
            }
        }
        for (Unit unit : Unit.values()) {
            assertThat(words.value(1, unit)).contains("1");
        }
    }
}
