package talktrack.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** docs/conversation-model.md §3, what words show of handling; no line is in a corpus. */
class HandlingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    acknowledge             | We can't afford that.         | Money is tight for a young company, and I can see why you look at every figure.
                    clarify                 | It's too complicated.         | Which part of it seems complicated to you?
                    respond                 | I don't believe the savings.  | A bakery in Hamburg measured it last year, and the bill went down by twenty-two percent.
                    confirm                 | I'm worried about my data.    | Does that settle your worry about the data?
                    acknowledge+clarify     | The last supplier let us down. | After an experience like that anybody would be careful. What exactly happened?
                    argues                  | Your delivery is too slow.    | That's simply not true, you're wrong there.
                    discounts-at-once       | That's too expensive.         | Then I'll give you twenty percent off.
                    dismisses               | I'm afraid it will break.     | Oh come on, that's nothing to worry about.
                    claims-without-support  | Is it really reliable?        | It's the best on the market, trust me.
                    pressures               | I need to think about it.     | You have to decide today, tomorrow the offer is gone.
                    gives-up                | We're not interested.         | Okay, never mind then. Goodbye.
                    -                       | It's too expensive.           | One moment please, I'll open the file.
                    # "I understand" acknowledges with something of the concern in it, and without it nothing
                    acknowledge             | we already work with someone  | i understand you already have a supplier and you're happy with them
                    acknowledge             | Ring me in November.          | I understand, the harvest is on and everybody's out in the field until dark.
                    -                       | The contract is too long.     | I understand, but that's our standard contract.
                    """)
    void englishStepsAndFaultsAreSeen(String labels, String objection, String reply) {
        assertHandling(Language.EN, labels, objection, reply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    acknowledge             | 我们买不起           | 公司刚起步，每笔开支都得精打细算，您这么想我很理解。
                    clarify                 | 太复杂了             | 您觉得主要是哪个部分复杂呢？
                    respond                 | 我不信能省这么多     | 杭州一家面包店去年实际测过，电费降了百分之二十二。
                    confirm                 | 我担心数据安全       | 这样数据方面您可以放心了吗？
                    acknowledge+clarify     | 上一家供应商坑了我们 | 碰到这种事谁都会谨慎。当时具体是怎么回事？
                    acknowledge+clarify     | 上一家供应商坑了我们 | 换了谁都会生气。他们当时是哪一步没做到？
                    argues                  | 你们送货太慢         | 不可能，您说得不对。
                    discounts-at-once       | 太贵了               | 那我给您打八折。
                    dismisses               | 我怕它会坏           | 哎呀您想多了，没什么好担心的。
                    claims-without-support  | 质量真的可靠吗       | 绝对是市场上最好的，您信我。
                    pressures               | 我再考虑考虑         | 您今天必须定下来，明天就没有这个优惠了。
                    gives-up                | 我们没兴趣           | 哦，那算了，再见。
                    -                       | 太贵了               | 请稍等，我打开一下文件。
                    -                       | 合同太长             | 我理解，但是我们的合同都是这样的。
                    """)
    void chineseStepsAndFaultsAreSeen(String labels, String objection, String reply) {
        assertHandling(Language.ZH, labels, objection, reply);
    }

    private static void assertHandling(
            Language language, String labels, String objection, String reply) {
        Classifiers.HandlingReading reading = Classifiers.of(language).handling(reply, objection);
        List<String> seen = new ArrayList<>();
        reading.steps().stream().map(Label::id).forEach(seen::add);
        reading.faults().stream().map(Label::id).forEach(seen::add);
        assertThat(seen)
                .as(reply)
                .containsExactlyInAnyOrderElementsOf(
                        labels.equals("-") ? List.of() : List.of(labels.split("\\+")));
    }
}
