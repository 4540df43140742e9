package talktrack.api.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.models.labels.Language;

class StatedWordsTest {

    private static final List<String> ENGLISH =
            List.of("We key every order in twice.", "I'd like to stay with that a little.");
    private static final List<String> CHINESE = List.of("每单都要录两遍。", "我想在这儿多停一会儿。");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our scanner reads the label.",
                "Most depots use a tablet for it.",
                "Robots come along with it."
            })
    void aThingThatNoSourceHasNeedsAWordThatNoneHas(String lie) {
        assertThat(StatedWords.unheard(Language.EN, lie, ENGLISH)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"机器人会帮您录。", "京东的仓库也是这么干的。", "送您一台打印机。"})
    void alsoInChinese(String lie) {
        assertThat(StatedWords.unheard(Language.ZH, lie, CHINESE)).isNotEmpty();
    }

    @Test
    void wordsOfTheCallAndOfTalkTracksAreHeard() {
        assertThat(
                        StatedWords.unheard(
                                Language.EN,
                                "You told me every order is keyed in twice. I don't want to run past that.",
                                ENGLISH))
                .isEmpty();
        assertThat(StatedWords.unheard(Language.ZH, "您说每单都要录两遍，我记下了。", CHINESE)).isEmpty();
    }

    @Test
    void aQuestionStatesNothing() {
        assertThat(StatedWords.unheard(Language.EN, "Would a scanner help?", ENGLISH)).isEmpty();
        assertThat(StatedWords.unheard(Language.ZH, "要是有打印机呢？", CHINESE)).isEmpty();
    }
}
