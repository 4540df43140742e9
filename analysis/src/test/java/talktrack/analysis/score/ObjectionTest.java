package talktrack.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Speaker;

/** docs/conversation-model.md §3, rule by rule; no line is in a corpus. */
class ObjectionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # cost, budget, a discount asked for, a cheaper rival as the yardstick
                    price      | That is far too expensive for us.
                    price      | there's simply no budget left for this year
                    price      | Can you give us a discount, otherwise it's too much?
                    price      | another supplier offers the same for less money
                    # a stall without a reason; not now, other things first, later
                    timing     | I'd like to think about it first.
                    timing     | call me again in three months
                    timing     | We have other priorities at the moment.
                    # somebody else must agree or decide
                    authority  | I have to discuss that with my boss first.
                    authority  | that's a decision only the board can make
                    # no use, no interest, no such problem
                    need       | We really don't need anything like that.
                    need       | we don't have any problems with that
                    # doubt about the company, claims, data, service, or a bad experience
                    trust      | How can I be sure that your figures are true?
                    trust      | we had a very bad experience with a company like yours
                    trust      | Why should I believe you?
                    # another supplier or today's way as the reason
                    competitor | We already work with another supplier and are happy with them.
                    competitor | we're used to our old way of doing it
                    competitor | I'm still comparing a few offers.
                    # something missing, too complex, too much effort to adopt
                    fit        | Your software is far too complicated for my people.
                    fit        | it doesn't work with our old system
                    # bound by a contract; its length, terms and payment
                    contract   | We still have a contract running until next summer.
                    contract   | three years is too long a commitment for us
                    contract   | I don't want to pay everything in advance.
                    # a neutral question about price, facts or materials as the next step, agreement
                    none       | What does the bigger model cost?
                    none       | can you send me the brochure please
                    none       | Yes, that sounds good to me.
                    none       | how long does the installation take
                    none       | We have twelve people in the office.
                    """)
    void anEnglishObjectionHasTheTypeOfItsReason(String type, String said) {
        assertType(Language.EN, type, said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    price      | 这对我们来说太贵了。
                    price      | 今年的预算已经花完了
                    price      | 能不能打个折，不然真的太高了？
                    price      | 别家同样的东西比你们便宜
                    timing     | 我再考虑一下吧。
                    timing     | 过三个月再打给我
                    timing     | 我们眼下有更要紧的事要忙。
                    authority  | 我得先跟领导商量一下。
                    authority  | 这个只有董事会能定
                    need       | 我们真的不需要这种东西。
                    need       | 我们这方面没有什么问题
                    trust      | 我怎么知道你们的数据是真的？
                    trust      | 以前跟你们这样的公司合作过 吃了大亏
                    trust      | 为什么要相信你们？
                    competitor | 我们已经有合作的供应商了，用得挺好。
                    competitor | 老办法我们用习惯了
                    competitor | 我还在对比几家的方案。
                    fit        | 你们的软件对我的人来说太复杂了。
                    fit        | 跟我们的老系统接不上
                    contract   | 我们的合同要到明年夏天才到期。
                    contract   | 一签就是三年 太长了
                    contract   | 我不想一次性全部预付。
                    none       | 大的那款多少钱？
                    none       | 麻烦发一份资料给我
                    none       | 好的，听起来不错。
                    none       | 安装要多长时间
                    none       | 我们办公室一共十二个人。
                    """)
    void aChineseObjectionHasTheTypeOfItsReason(String type, String said) {
        assertType(Language.ZH, type, said);
    }

    @ParameterizedTest
    @EnumSource
    void aRepRaisesNoObjection(Language language) {
        String said =
                switch (language) {
                    case EN -> "That is far too expensive for us.";
                    case ZH -> "这对我们来说太贵了。";
                };
        assertThat(Classifiers.of(language).objection(said, "", Speaker.REP).label())
                .isEqualTo(ObjectionType.NONE);
    }

    private static void assertType(Language language, String type, String said) {
        assertThat(Classifiers.of(language).objection(said, "", Speaker.CUSTOMER).label().id())
                .as(said)
                .isEqualTo(type);
    }
}
