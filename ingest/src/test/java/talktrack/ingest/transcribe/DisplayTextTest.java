package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;

class DisplayTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "EN | i think i'm sure i'd say i've said i'll do it | I think I'm sure I'd say I've said I'll do it",
                "EN | wi fi is in taxi i                            | Wi fi is in taxi I",
                "EN | 'cause it is                                  | 'cause it is",
                "ZH | 您好 请问 是 王 总 吗                          | 您好请问是王总吗",
                "ZH | 我们 用 excel 和 crm 系统                      | 我们用 excel 和 crm 系统",
            })
    void recognisedTextBecomesReadableAndNothingIsAdded(
            Language language, String heard, String readable) {
        assertThat(DisplayText.of(language, heard)).isEqualTo(readable);
    }

    @ParameterizedTest
    @CsvSource({"EN", "ZH"})
    void nothingHeardStaysNothing(Language language) {
        assertThat(DisplayText.of(language, "")).isEmpty();
    }
}
