package talktrack.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;

/** docs/conversation-model.md §4; no line is in a corpus. */
class SentimentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    positive | I am very happy with the result, thank you so much!
                    positive | the team did a great job and everything was ready on time
                    positive | We have never had a single problem with it.
                    positive | that's not bad at all
                    negative | I'm really disappointed with the service.
                    negative | it breaks down every other day and nobody helps us
                    negative | The app is not easy to use and not reliable either.
                    negative | not a good experience i'm afraid
                    neutral  | The meeting is on Thursday at three.
                    neutral  | we have about forty people in two offices
                    neutral  | Could you send me the address?
                    neutral  | i'll call you back tomorrow
                    """)
    void englishIsReadWithItsNegations(String sentiment, String said) {
        assertSentiment(Language.EN, sentiment, said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    positive | 效果特别好，真的太感谢你们了！
                    positive | 团队很给力 东西都按时做好了
                    positive | 用到现在一次毛病都没出过。
                    positive | 还真不错
                    negative | 你们的服务让我很失望。
                    negative | 隔三差五就坏 也没人管
                    negative | 这个软件不好用，也不稳定。
                    negative | 体验不怎么样
                    neutral  | 会议在周四下午三点。
                    neutral  | 我们两个办公室一共四十来个人
                    neutral  | 地址发我一下好吗？
                    neutral  | 我明天给您回电话
                    # a polite refusal is a stall, not a feeling
                    neutral  | 好的，有需要我再联系您。
                    neutral  | 我再看看 回头再说吧
                    """)
    void chineseIsReadWithItsNegationsAndPoliteness(String sentiment, String said) {
        assertSentiment(Language.ZH, sentiment, said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | This is wonderful, we love it. | This is awful, we hate it.
                    ZH | 太棒了，我们很喜欢。           | 太糟了，我们很讨厌。
                    """)
    void valenceIsTheFinerSentiment(Language language, String good, String bad) {
        Classifiers classifiers = Classifiers.of(language);
        assertThat(classifiers.sentiment(good).valence()).isBetween(0.3, 1.0);
        assertThat(classifiers.sentiment(bad).valence()).isBetween(-1.0, -0.3);
    }

    private static void assertSentiment(Language language, String sentiment, String said) {
        assertThat(Classifiers.of(language).sentiment(said).label().label().id())
                .as(said)
                .isEqualTo(sentiment);
    }
}
