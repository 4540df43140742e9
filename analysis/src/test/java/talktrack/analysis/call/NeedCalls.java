package talktrack.analysis.call;

import static talktrack.analysis.call.LabelledCall.call;

import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.QuestionType;

/** The three calls that docs/metrics.md works through by hand. */
final class NeedCalls {

    private NeedCalls() {}

    /** One matter from facts to the value of solving it. */
    static LabelledCall funnel() {
        return call().rep("How do you deliver parcels to private homes today?")
                .asking(QuestionType.SITUATION)
                .customer("With four vans of our own.")
                .rep("How often do parcels come back undelivered?")
                .asking(QuestionType.PROBLEM)
                .customer("Parcels come back every day because nobody is at home.")
                .needing(Need.IMPLIED, 0.9)
                .rep("What does that cost you?")
                .asking(QuestionType.IMPLICATION)
                .customer("We drive every street twice and pay the overtime.")
                .needing(Need.IMPLIED, 0.8)
                .rep("If each parcel went out at the first try, what would that give you?")
                .asking(QuestionType.NEED_PAYOFF)
                .customer("We could take on the new district with the same vans.");
    }

    /** Two problems: one dropped at once, one followed to its consequence. */
    static LabelledCall oneDropped() {
        return call().rep("What bothers you most about the heating in the building?")
                .asking(QuestionType.PROBLEM)
                .customer("The heating bills have doubled and the tenants complain.")
                .needing(Need.IMPLIED, 0.9)
                .rep("And where do your people park?")
                .asking(QuestionType.SITUATION)
                .customer("They look for a parking space for half an hour every evening.")
                .needing(Need.IMPLIED, 0.9)
                .rep("How much of their working time does that cost?")
                .asking(QuestionType.IMPLICATION)
                .customer("Two hours a week for each of them.")
                .rep("Two parking spaces in the garage below come with it.")
                .customer("That sounds good.")
                .rep("And our café on the ground floor roasts its own coffee.")
                .customer("Nice.");
    }

    /** A customer who says it all unasked, to a rep who only presents. */
    static LabelledCall unasked() {
        return call().in(Language.ZH)
                .rep("您好，我是海港的小王。")
                .customer("快递天天有退回来的，收件人家里没人。")
                .needing(Need.IMPLIED, 0.9)
                .rep("我们公司成立二十年了，在行业里很有名。")
                .customer("我就想让收件人自己选送货的时间。")
                .needing(Need.EXPLICIT, 0.9)
                .rep("收件人可以在我们的系统里自己选送货时间，家里有人司机才去送。")
                .customer("哦，那挺好。");
    }
}
