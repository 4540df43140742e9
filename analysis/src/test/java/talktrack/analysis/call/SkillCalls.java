package talktrack.analysis.call;

import static talktrack.analysis.call.LabelledCall.call;

import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/** The three calls whose skills docs/metrics.md works through by hand. */
final class SkillCalls {

    private SkillCalls() {}

    /** A rep who asks, waits and agrees on a day: 37.6 s of 79.8 s of speech. */
    static LabelledCall patient() {
        return call().rep(0, 10, "Good morning, this is Ann from Harbor.")
                .customer(10.5, 15, "Nice of you to call back.")
                .rep(15.6, 20, "How many vans do you run?")
                .asking(QuestionType.SITUATION)
                .customer(20.6, 30, "We run twelve vans from two yards.")
                .rep(30.6, 35, "What goes wrong with them?")
                .asking(QuestionType.PROBLEM)
                .customer(35.6, 45, "The old ones break down twice a month.")
                .rep(45.6, 50, "What does a breakdown cost you?")
                .asking(QuestionType.IMPLICATION)
                .customer(50.6, 60, "We lose a whole day of deliveries each time.")
                .rep(61, 66, "There are three new ones in the yard.")
                .customer(66.5, 70, "That is far too expensive.")
                .objecting(ObjectionType.PRICE, 0.9)
                .feeling(-0.8)
                .rep(71, 76, "Compared to what?")
                .clarifying()
                .customer(76.5, 80, "Compared to the leasing we have.")
                .rep(80.6, 85, "Shall we go through the sums on Thursday at ten?")
                .customer(85.5, 88, "Yes, Thursday at ten is fine.");
    }

    /** A rep who talks, cuts in, argues and cuts the price: 130 s of 180 s of speech. */
    static LabelledCall pushing() {
        return call().rep(0, 26, "Good afternoon. Which vans do you run?")
                .asking(QuestionType.SITUATION)
                .customer(26.3, 36.3, "We plan the routes by hand, all of them.")
                .rep(35.3, 61.3, "How many routes is that?")
                .asking(QuestionType.SITUATION)
                .customer(61.6, 71.6, "Forty a day.")
                .rep(71.9, 97.9, "And who does it?")
                .asking(QuestionType.SITUATION)
                .customer(98.2, 108.2, "You do not answer what I ask.")
                .feeling(-0.9)
                .rep(108.5, 134.5, "You are not listening to me.")
                .committing(HandlingFault.ARGUES)
                .customer(134.8, 144.8, "The supplier we have does all that.")
                .objecting(ObjectionType.COMPETITOR, 0.9)
                .rep(144.9, 170.9, "I take ten percent off.")
                .committing(HandlingFault.DISCOUNTS_AT_ONCE)
                .customer(171.2, 181.2, "I will think it over.");
    }

    /** In Chinese, an imported transcript without times: 66 of 118 characters are the rep's. */
    static LabelledCall chinese() {
        return call().in(Language.ZH)
                .untimed()
                .rep("您好，我是海港的小王，想跟您聊一下上次说的线路，您现在方便吗？")
                .customer("方便，你说吧。")
                .rep("现在一天跑多少趟？")
                .asking(QuestionType.SITUATION)
                .customer("四十趟左右。")
                .rep("谁来排？")
                .asking(QuestionType.SITUATION)
                .customer("两个人手工排。")
                .rep("排错了会怎么样？")
                .asking(QuestionType.IMPLICATION)
                .customer("得重新跑一趟，气死人了。")
                .feeling(-0.8)
                .rep("那也太乱了。")
                .feeling(-0.6)
                .customer("你们的系统太贵了。")
                .objecting(ObjectionType.PRICE, 0.9)
                .feeling(-0.5)
                .rep("您是跟哪家比的？")
                .clarifying()
                .customer("跟我们现在用的比。")
                .rep("我们的肯定是最好的。")
                .committing(HandlingFault.CLAIMS_WITHOUT_SUPPORT)
                .customer("行，你们过来演示一下吧。");
    }
}
