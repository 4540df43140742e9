package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Language;

class QuestionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | Why is there no free plan? | REASON",
                "EN | How much is the Team plan? | MONEY",
                "EN | When do I get my deposit back? | TIME",
                "EN | what would the deposit be when I take two | MONEY",
                "EN | When I cancel early, what fee do I pay? | MONEY",
                "EN | How many days until the deposit is refunded? | TIME",
                "EN | How long is the warranty? | TIME",
                "EN | How many seats are included? | NUMBER",
                "EN | Who does the tests? | PERSON",
                "EN | Can I swap a shift? | ANYTHING",
                "ZH | 为什么没有免费版？ | REASON",
                "ZH | 专业版多少钱？ | MONEY",
                "ZH | 押金几个月能退？ | TIME",
                "ZH | 免费额度是多少？ | NUMBER",
                "ZH | 一辆车有几块电池 | NUMBER",
                "ZH | 押金要多少 | MONEY",
                "ZH | 月租的怎么开发票 | ANYTHING",
                "ZH | 年卡价是多少 | MONEY",
                "ZH | 保修几年？ | TIME",
                "ZH | 最多几个人？ | NUMBER",
                "ZH | 是哪家检测的？ | PERSON",
                "ZH | 支持换班吗？ | ANYTHING"
            })
    void asksForAKindOfThing(Language language, String question, AnswerKind kind) {
        assertThat(Question.of(question, language).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | MONEY | Dock: Monthly fee 390 EUR | true",
                "EN | MONEY | SK-20: item Bracket, price 64, unit piece | true",
                "EN | MONEY | Price: 64 | true",
                "EN | MONEY | HR-75P: type purchase, net eur 789 | true",
                "EN | MONEY | The thermostat is accurate to 5 mm. | false",
                "EN | MONEY | Charge time 3 h | false",
                "EN | MONEY | Rock drills can be rented by the day. | false",
                "EN | TIME | The copies are kept for 35 days. | true",
                "EN | TIME | The fridge takes two bags of 5 litres. | false",
                "EN | NUMBER | It takes two bags. | true",
                "EN | NUMBER | Messages are encrypted. | false",
                "EN | REASON | Rice drink is not used because it clogs the nozzle. | true",
                "EN | REASON | AdBlue is used by the D240 only. | false",
                "ZH | MONEY | 每月 600 元 | true",
                "ZH | MONEY | TL-20：品名 滤芯，零售价（元） 699，单位 支 | true",
                "ZH | MONEY | 退费须在 7 天内提出。 | false",
                "ZH | MONEY | 免租期 30 天 | false",
                "ZH | MONEY | 彩排必须提前预约。 | false",
                "ZH | TIME | 三个工作日内开票。 | true",
                "ZH | TIME | 平台自动处理。 | false",
                "ZH | NUMBER | 最多六位观众。 | true",
                "ZH | REASON | 跨城不提供移机服务。 | false"
            })
    void aSentenceHoldsThatKindOfThingOrNot(
            Language language, AnswerKind kind, String sentence, boolean holds) {
        assertThat(kind.heldBy(language, sentence)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "blah blah blah, blah",
        "How how long does it take?, How long does it take?",
        "Is it it the same?, Is it the same?",
        "Does this his plan cover?, Does this his plan cover?"
    })
    void aWordSaidSeveralTimesInARowIsLookedForOnce(String text, String searched) {
        Question question = Question.of(text, Language.EN);
        assertThat(question.searched()).isEqualTo(searched);
        assertThat(question.text()).isEqualTo(text);
    }

    @Test
    void aKeyHeldDownIsNoWord() {
        String key = "x".repeat(1000);
        assertThat(Question.of(key, Language.EN).words()).isEmpty();
        assertThat(Question.of("退款" + key, Language.ZH).words()).containsExactly("退款");
    }

    @Test
    void namesMustStandInTheAnswer() {
        Question english = Question.of("How loud is the E130?", Language.EN);
        assertThat(english.names()).containsExactly("E130");
        assertThat(english.namesIn("E60: at 7 m 58 dB")).isFalse();
        assertThat(english.namesIn("The E130: 61 dB")).isTrue();
        Question chinese = Question.of("标准版含多少流量？", Language.ZH);
        assertThat(chinese.names()).containsExactly("标准版");
        assertThat(chinese.namesIn("专业版 5 TB")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | monthly price for Fleet Lite | Our plans are Fleet and Crew. | false",
                "EN | monthly price for Fleet Lite | Fleet-lite: 40 EUR | true",
                "EN | Is Windsor Ontario covered? | We deliver everywhere. | true",
                "EN | Is it open on Easter Monday? | Monday: open | true",
                "EN | How Much Is The Fleet Delivery? | Fleet plan: delivery is free. | true",
                "EN | Can you sign a HIPAA BAA for us? | A BAA comes with every plan. | true",
                "EN | Does the Acme Cloud Backup run at night? | Acme: our Cloud Backup is yours. | true",
                "EN | Does the Acme Torrent run at night? | Acme's Torrent is quiet. | true",
                "EN | Does the Acme Torrent Plus run at night? | Acme's Torrent is quiet. | false",
                "EN | Can I see the Fleet Lite? I drive. | Our plans are Fleet and Crew. | false",
                "ZH | 请问旗舰版多少钱 | 标准版：每年 300 元 | false",
                "ZH | 请问旗舰版多少钱 | 旗舰版：每年 900 元 | true",
                "ZH | 白金会员有哪些优惠 | 白金：每年 900 元 | true",
                "ZH | 白金会员有哪些优惠 | 黄金：每年 900 元 | false",
                "ZH | 你们的套餐多少钱 | 标准版：每年 300 元 | true",
                "ZH | 要升级到什么版本 | 标准版：每年 300 元 | true"
            })
    void aProductIsKnownOrNot(Language language, String question, String texts, boolean known) {
        assertThat(Question.of(question, language).productsIn(texts)).isEqualTo(known);
    }

    @Test
    void aShortNameIsNoPartOfALongerOne() {
        Question question = Question.of("What does an H2 cost?", Language.EN);
        assertThat(question.namesIn("H20: 900 EUR")).isFalse();
        assertThat(question.namesIn("H2: 900 EUR")).isTrue();
    }

    @Test
    void aCodeStandsAlone() {
        Question chinese = Question.of("TL-RO1 多少钱", Language.ZH);
        assertThat(chinese.codes()).containsExactly("TL-RO1");
        assertThat(chinese.namesIn("TL-RO10：零售价（元） 699")).isFalse();
        assertThat(chinese.namesIn("tl-ro1：零售价（元） 459")).isTrue();
        assertThat(Question.of("D240S多少钱", Language.ZH).codes()).containsExactly("D240S");
        assertThat(Question.of("hx17 wont start", Language.EN).codes()).containsExactly("hx17");
        assertThat(Question.of("AIR-2 how much", Language.EN).codes()).containsExactly("AIR-2");
        assertThat(Question.of("on the 3rd we need 10kg for a 12-month term", Language.EN).codes())
                .isEmpty();
        assertThat(Question.of("Is the ABC-DE kit in stock?", Language.EN).codes())
                .containsExactly("ABC-DE");
        assertThat(Question.of("Does the Team plan cover Bristol?", Language.EN).codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How heavy is the Rover 25? | 25",
                "AeroBrew 900 price? | 900",
                "Is the ISO 9001 certificate valid? | 9001",
                "Are you open on Monday 14 July? |",
                "Can we start on March 15? |",
                "Does the plan from Autumn 2025 still run? |",
                "Under 18 allowed? |",
                "Is it 10% off for Team 50/50? |",
                "Does the Team plan take 500 users? |"
            })
    void aNumberAfterANameIsACode(String question, String code) {
        assertThat(Question.of(question, Language.EN).codes())
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void anotherNumberIsAnotherModel() {
        Question question = Question.of("How heavy is the Rover 25?", Language.EN);
        assertThat(question.codesIn("Rover 250: 14 kg")).isFalse();
        assertThat(question.codesIn("rover 25: 9 kg")).isTrue();
    }

    @Test
    void theFirstWordIsNoName() {
        assertThat(Question.of("Where is data kept?", Language.EN).names()).isEmpty();
        assertThat(Question.of("数据保存在哪里？", Language.ZH).names()).isEmpty();
    }

    @Test
    void wordsThatSayNothingAreNotLookedFor() {
        assertThat(Question.of("How long is it kept?", Language.EN).words())
                .containsExactly("kept");
        assertThat(Question.of("那个保修是多久？", Language.ZH).words()).containsExactly("保修");
    }
}
