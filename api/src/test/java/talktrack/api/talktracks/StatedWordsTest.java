package talktrack.api.talktracks;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Would a scanner help?",
                "Could it be the forklift that stops?",
                "Do you know who prints the labels?",
                "Which pallets does it hit?"
            })
    void aQuestionStatesNothing(String question) {
        assertThat(StatedWords.unheard(Language.EN, question, ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"要是有打印机呢？", "托盘多久盘点一次？", "您知道是谁在录吗？"})
    void alsoNoneInChinese(String question) {
        assertThat(StatedWords.unheard(Language.ZH, question, CHINESE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Did you know our tool translates contracts by itself?",
                "Were you aware that robots come along with it?",
                "It translates contracts, doesn't it?",
                "We print the labels too, shall I show you?",
                "Isn't it nice that it prints labels?"
            })
    void aQuestionThatStatesSomethingDoes(String question) {
        assertThat(StatedWords.unheard(Language.EN, question, ENGLISH)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"您知道我们的工具能翻译合同吗？", "您听说过打印机会自己贴标签吗？", "我们还送打印机，您要吗？", "难道打印机不好吗？"})
    void alsoInAChineseQuestion(String question) {
        assertThat(StatedWords.unheard(Language.ZH, question, CHINESE)).isNotEmpty();
    }
}
