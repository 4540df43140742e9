package talktrack.ingest.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;

class SyllablesTest {

    @ParameterizedTest
    @CsvSource({
        "the, 1",
        "make, 1",
        "times, 1",
        "called, 1",
        "wanted, 2",
        "needed, 2",
        "prices, 2",
        "customer, 3",
        "little, 2",
        "table, 2",
        "company, 3",
        "expensive, 3",
        "idea, 3",
        "video, 3",
        "people, 2",
        "today, 2",
        "really, 2",
        "question, 2",
        "station, 2",
        "i'm, 1",
        "we already have a supplier, 9"
    })
    void english(String text, int syllables) {
        assertThat(Syllables.of(Language.EN, text)).isEqualTo(syllables);
    }

    @ParameterizedTest
    @CsvSource({"我们 已经 有 供应商 了, 9", "太 贵 了, 3", "erp 系统, 3"})
    void chinese(String text, int characters) {
        assertThat(Syllables.of(Language.ZH, text)).isEqualTo(characters);
    }
}
