package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Language;

/** docs/conversation-model.md §2: what the customer committed to at the end. */
class CommitmentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ORDER        | Shall we go ahead then?                       | Yes, we'll take it. Send me the contract.
                    ORDER        | So may I put the start down for Monday?       | Yes. I've got the okay. Send it over and I'll sign.
                    CONTINUATION | Would that suit you?                          | Send it over, and if it's right we'll sign one day.
                    ADVANCE      | Could we show it to your team on Thursday at ten? I'd do a demo. | Thursday works.
                    ADVANCE      | I'd come by on Tuesday at nine and measure.   | okay
                    ADVANCE      | He could come to the yard. Would Wednesday or Thursday be better? | Thursday. Before eight, when the crews load up.
                    NONE_HEARD   | He could come to the yard. Would Wednesday or Thursday be better? | No, Thursday they load up.
                    NONE_HEARD   | He could come to the yard. Would Wednesday or Thursday be better? | Thursday is the only day that we are closed.
                    ADVANCE      | Shall I set up a trial for two machines?      | Yes, that would be good.
                    CONTINUATION | I could send you the brochure.                | Yes, send it, I'll have a look.
                    CONTINUATION | What do you think?                            | I'll think it over and get back to you.
                    CONTINUATION | Shall we do a demo some day?                  | Sure, I'll let you know when it's quiet.
                    NO_SALE      | Would you like to try it?                     | No thank you, we're not interested.
                    NO_SALE      | Can I call you again next month?              | Please do not. If anything changes we will call you.
                    NO_SALE      | I could ask for twenty-five.                  | No, I think we'll leave it. But thank you.
                    NONE_HEARD   | So that was the last page.                    | It's raining again here.
                    """)
    void isReadFromTheLastWordsInEnglish(Commitment commitment, String rep, String customer) {
        assertThat(Commitments.of(call().rep(rep).customer(customer).build()).commitment())
                .isEqualTo(commitment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ORDER        | 那咱们就这么办？             | 行，合同发我，今天就签了。
                    ORDER        | 那我把合同发您？             | 行，合同回头发我，我签字。
                    CONTINUATION | 您觉得怎么样？               | 我再考虑一下，考虑好了再签吧。
                    ADVANCE      | 周四上午十点给您团队演示一下可以吗？ | 周四可以。
                    ADVANCE      | 我周二上午九点过去量一下尺寸 | 好的
                    ADVANCE      | 您看周三过来还是周四过来方便？ | 周四吧，八点以前。
                    NONE_HEARD   | 您看周三过来还是周四过来方便？ | 不太方便，周四我们盘点。
                    ADVANCE      | 先给您两台机器试用，行吗？   | 行，没问题。
                    CONTINUATION | 我给您发份资料吧。           | 好，发我看看。
                    # polite refusals are continuation at best, however warm
                    CONTINUATION | 您觉得怎么样？               | 挺好的挺好的，有需要再联系您。
                    CONTINUATION | 您看什么时候方便？           | 回头再说吧，谢谢您啊。
                    CONTINUATION | 那您的意思是？               | 我再看看。
                    NO_SALE      | 要不要试试看？               | 不用了，我们没兴趣。
                    NO_SALE      | 那我改天再来看您？           | 我们不打算换，你也不用跑了。
                    ORDER        | 下个月一号进场，您看行吗？   | 那就定了吧，合同改好，我今天下午就盖章。
                    ADVANCE      | 下周三两点半，我到您公司来。 | 可以，你礼拜一发我，我先过一遍。
                    NO_SALE      | 要不您再想想？               | 还是算了，谢谢你啊。
                    # 算了 may be adding up
                    NONE_HEARD   | 这个价您能接受吗？           | 能接受，昨晚我们大概算了。
                    ADVANCE      | 那我们明天下午三点签，可以吗？ | 可以，其实我们回去算了一下，合适。
                    NONE_HEARD   | 这是最后一页了。             | 今天外头又下雨了。
                    """)
    void isReadFromTheLastWordsInChinese(Commitment commitment, String rep, String customer) {
        assertThat(
                        Commitments.of(call().in(Language.ZH).rep(rep).customer(customer).build())
                                .commitment())
                .isEqualTo(commitment);
    }

    @Test
    void aDayThatWasAgreedOnIsKept() {
        LabelledCall dated =
                call().rep("I'd come by on Tuesday at nine and measure.").customer("yes do that");
        Commitments.Reading reading = Commitments.of(dated.build());
        assertThat(reading.dated()).isTrue();
        assertThat(reading.ids()).containsExactly(dated.id(1));
        assertThat(
                        Commitments.of(
                                        call().rep("Shall I set up a trial?")
                                                .customer("yes please")
                                                .build())
                                .dated())
                .isFalse();
    }

    @Test
    void whatTheRepProposesCountsOnlyWhenTheCustomerAgrees() {
        assertThat(
                        Commitments.of(
                                        call().rep("I'd come by on Tuesday at nine and measure.")
                                                .customer("let me think about it")
                                                .build())
                                .commitment())
                .isEqualTo(Commitment.CONTINUATION);
    }

    @Test
    void whatWasSaidEarlyInALongCallIsNotItsEnd() {
        LabelledCall call = call().rep("shall we start").customer("yes we'll take it all in");
        for (int i = 0; i < 10; i++) {
            call.rep("this is another page").customer("the paper looks nice");
        }
        assertThat(Commitments.of(call.build()).commitment()).isEqualTo(Commitment.NONE_HEARD);
    }

    @Test
    void unclearWordsCommitNobody() {
        assertThat(
                        Commitments.of(
                                        call().rep("shall we go on")
                                                .customer("we'll take it")
                                                .unclear()
                                                .build())
                                .commitment())
                .isEqualTo(Commitment.NONE_HEARD);
    }
}
