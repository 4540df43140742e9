package talktrack.ingest.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;

class RepGuessTest {

    /** The parties take turns. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 1 | hello / hi this is anna from acme did i catch you at a good time / i have two minutes",
                "EN | 0 | thank you for calling acme how can i help you / hi i'm calling about my bill / let me check that for you",
                "EN | 1 | yeah / what are you using today / a spreadsheet / and how much time does that cost you",
                "EN | 1 | hi / so our platform takes that off your hands / it's too expensive / i understand your concern",
                "ZH | 1 | 喂 / 您好 我 是 云启 科技 的 小张 打扰 您 了 / 你 说 吧",
                "ZH | 0 | 您好 很 高兴 为 您 服务 请问 有什么 可以 帮 您 / 我 想 问 一下 怎么 收费",
                "ZH | 1 | 喂 哪位 / 请问 您 目前 用 的 是 什么 系统 / 我们 现在 用 表格 / 那 每个 月 要 花 多少 时间 呢",
            })
    void whoeverGreetsAsksAndOffersIsTheRep(Language language, int rep, String call) {
        List<Said> said = new ArrayList<>();
        for (String text : call.split(" / ")) {
            said.add(new Said(said.size() % 2, text));
        }

        assertThat(RepGuess.of(language, said, 2).party()).isEqualTo(rep);
    }

    @Test
    void aPartyThatSaysNothingIsNeverTheRep() {
        assertThat(RepGuess.of(Language.EN, List.of(new Said(1, "too expensive")), 2).party())
                .isEqualTo(1);
    }

    @Test
    void theFirstPartyIsTheRepWhenNobodySaysAWord() {
        assertThat(RepGuess.of(Language.EN, List.of(), 2).party()).isZero();
        assertThat(RepGuess.of(Language.ZH, List.of(new Said(0, "…"), new Said(1, "?")), 2).party())
                .isZero();
    }

    @Test
    void anEndlessRunUpIsNoQuestion() {
        List<Said> said =
                List.of(new Said(0, "so ".repeat(10_000)), new Said(1, "what do you use today"));
        assertThat(RepGuess.of(Language.EN, said, 2).party()).isEqualTo(1);
    }
}
