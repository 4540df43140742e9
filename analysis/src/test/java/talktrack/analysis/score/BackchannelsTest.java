package talktrack.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.Language;

class BackchannelsTest {

    @ParameterizedTest
    @CsvSource({
        "EN, uh huh, true",
        "EN, Mm-hm., true",
        "EN, 'Yeah, okay.', true",
        "EN, I see, true",
        "EN, right right right right, false",
        "EN, yes we do, false",
        "ZH, 嗯, true",
        "ZH, 嗯 嗯, true",
        "ZH, 对对对对, true",
        "ZH, 哦，这样啊。, true",
        "ZH, 对，我们有三台, false",
        "ZH, 好的, false"
    })
    void areSoundsThatSayGoOn(Language language, String text, boolean is) {
        var utterance =
                CallFixture.aCall().in(language).customer(text).build().utterances().getFirst();
        assertThat(Backchannels.is(utterance)).isEqualTo(is);
    }

    @Test
    void anEndlessSoundIsOne() {
        var utterance =
                CallFixture.aCall()
                        .in(Language.ZH)
                        .customer("嗯对对".repeat(10_000))
                        .build()
                        .utterances()
                        .getFirst();
        assertThat(Backchannels.is(utterance)).isTrue();
    }
}
