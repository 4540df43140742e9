package talktrack.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.models.labels.Language;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Speaker;

/** docs/conversation-model.md §1, rule by rule; no line is in a corpus. */
class SpinTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # facts of the present, also wishes and criteria without value, also neutral figures
                    situation   | How many seats do you have in the call centre?                         |
                    situation   | which accounting software are you using at the moment                  |
                    situation   | What are you looking for in a new van?                                 |
                    # trouble, also when the form is neutral: how happy, how sure, the weakest point, how often, why
                    problem     | What is the biggest difficulty you have with your current supplier?    |
                    problem     | how happy are you with the way deliveries are planned                  |
                    problem     | Where would you say the weakest point of the line is?                  |
                    problem     | how often does the printer jam                                         |
                    problem     | What causes all those misprints?                                       |
                    problem     | how sure are you that nothing gets lost on the way                     |
                    # effects of a trouble, or of leaving it as it is; what it costs and leads to
                    implication | What does it cost you when a machine stands still for a day?           |
                    implication | And how does that affect your customers?                               | Our deliveries are often late.
                    implication | what does that lead to later in the project                            | the drawings are never up to date
                    # effects of its being solved; why it matters
                    need-payoff | If that were fixed, what would it free up for you?                     |
                    need-payoff | how would it help you if every order was on the screen right away      |
                    need-payoff | Why is it important to you to answer on the same day?                  |
                    need-payoff | what would you gain if the error rate went down by half                |
                    # checking, also a tag question that repeats the customer's own pain
                    check       | Did that make sense so far?                                            |
                    check       | so the late deliveries are your main worry is that right               | the late deliveries are killing us
                    # budget, who decides, when they buy, and asking for the order
                    closing     | What budget have you planned for this?                                 |
                    closing     | who else is involved in the decision                                   |
                    closing     | Shall we sign the contract today?                                      |
                    closing     | when are you planning to buy                                           |
                    rapport     | How was your weekend?                                                  |
                    # logistics, statements, a benefit told, a threat that asks nothing, a buyer's question
                    none        | Can you hear me all right now?                                         |
                    none        | Our system sends a reminder two days before the date.                  |
                    none        | this will save you about ten hours a week                              |
                    none        | Do you really want to wait until your competitors have overtaken you?  |
                    none        | does your product come with a warranty                                 |
                    """)
    void anEnglishQuestionHasTheTypeOfWhatItAsksAbout(
            String type, String question, String previous) {
        assertType(Language.EN, type, question, previous);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    situation   | 你们客服中心现在有多少个座席？               |
                    situation   | 您 目前 用 的 是 哪 家 的 财务 软件          |
                    situation   | 您想要哪种配置的货车？                       |
                    problem     | 跟现在的供应商合作，最大的困难是什么？       |
                    problem     | 您对目前的配送安排满意吗                     |
                    problem     | 您觉得这条产线最薄弱的地方在哪儿？           |
                    problem     | 打印机多久卡一次纸                           |
                    problem     | 印错的情况一般是什么原因造成的？             |
                    problem     | 您有没有把握东西在路上不会丢                 |
                    implication | 机器停一天，您要损失多少钱？                 |
                    implication | 要是再过一年还是这个样子 对团队意味着什么    |
                    implication | 这对你们的客户有什么影响？                   | 我们老是晚发货
                    implication | 那到项目后期会带来什么后果                   | 图纸从来不是最新的
                    need-payoff | 如果这个问题解决了，能给您腾出多少精力？     |
                    need-payoff | 要是每张订单一来就能看到 对您有什么帮助      |
                    need-payoff | 当天就能回复客户，这一点为什么对您很重要？   |
                    need-payoff | 差错率降一半的话您这边能得到什么好处         |
                    check       | 我刚才说的您都清楚吗？                       |
                    check       | 您最担心的就是发货晚 我理解得对吧            | 发货晚把我们害惨了
                    closing     | 这个项目您准备了多少预算？                   |
                    closing     | 这件事最后由谁拍板                           |
                    closing     | 那我们今天就把合同签了吧？                   |
                    closing     | 您打算什么时候买                             |
                    rapport     | 周末过得怎么样？                             |
                    none        | 您那边听得到我说话吗？                       |
                    none        | 我们的系统会提前两天自动提醒。               |
                    none        | 你们的产品保修几年                           |
                    """)
    void aChineseQuestionHasTheTypeOfWhatItAsksAbout(
            String type, String question, String previous) {
        assertType(Language.ZH, type, question, previous);
    }

    @ParameterizedTest
    @EnumSource
    void aCustomerAsksNoQuestionThatCounts(Language language) {
        String question =
                switch (language) {
                    case EN -> "What does it cost you when a machine stands still?";
                    case ZH -> "机器停一天，您要损失多少钱？";
                };
        assertThat(Classifiers.of(language).spin(question, "", Speaker.CUSTOMER).label())
                .isEqualTo(QuestionType.NONE);
    }

    @Test
    void traditionalCharactersAreReadLikeSimplifiedOnes() {
        Classifiers chinese = Classifiers.of(Language.ZH);
        assertThat(chinese.spin("機器停一天，您要損失多少錢？", "", Speaker.REP))
                .isEqualTo(chinese.spin("机器停一天，您要损失多少钱？", "", Speaker.REP));
    }

    private static void assertType(
            Language language, String type, String question, String previous) {
        assertThat(
                        Classifiers.of(language)
                                .spin(question, previous == null ? "" : previous, Speaker.REP)
                                .label()
                                .id())
                .as(question)
                .isEqualTo(type);
    }
}
