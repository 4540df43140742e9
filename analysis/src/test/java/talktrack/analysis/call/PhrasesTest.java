package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.models.events.Utterance;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.Language;

class PhrasesTest {

    /** Java matches a repeated choice by calling itself, so a hostile line could end the stage. */
    @ParameterizedTest
    @EnumSource
    void wordsSaidAThousandTimesExhaustNoPattern(Phrases phrases) {
        for (String again :
                List.of("send me ", "me ", "well ", "okay ", "oh ", "就", "好", "嗯", "那", "可以")) {
            for (Language language : Language.values()) {
                Utterance said = said(language, again.repeat(6000));
                assertThat(phrases.without(said)).as("%s %s", language, again).isNotNull();
            }
        }
    }

    private static Utterance said(Language language, String text) {
        return CallFixture.aCall().in(language).customer(text).build().utterances().getFirst();
    }
}
