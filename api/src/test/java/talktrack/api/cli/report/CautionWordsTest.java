package talktrack.api.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.models.labels.Caution;
import talktrack.models.labels.Language;

class CautionWordsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCautionCanBeSaidOfACall(Language language) {
        for (Caution caution : Caution.values()) {
            assertThat(
                            Words.in(language)
                                    .text(Words.key(caution), Path.of("models"), language.id()))
                    .isNotBlank()
                    .doesNotContain("%");
        }
    }
}
