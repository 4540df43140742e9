package talktrack.api.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

class ScenariosTest {

    static Stream<Arguments> scenarios() {
        return Scenarios.all().stream().map(one -> Arguments.of(one.id(), one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void everyLineIsInTheScenariosLanguageAndThere(String id, Scenario scenario) {
        assertThat(scenario.texts())
                .allSatisfy(text -> assertThat(text).isNotBlank())
                .filteredOn(text -> text.length() > 20)
                .allSatisfy(
                        text ->
                                assertThat(TextNormaliser.detect(text))
                                        .isEqualTo(scenario.language()));
        assertThat(scenario.facts()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(scenario.problems()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(scenario.objections()).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasSome(Language language) {
        assertThat(Scenarios.all())
                .filteredOn(one -> one.language() == language)
                .hasSizeGreaterThanOrEqualTo(3);
    }
}
