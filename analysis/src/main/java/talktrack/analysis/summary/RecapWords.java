package talktrack.analysis.summary;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionOutcome;
import talktrack.models.labels.ObjectionType;

/** The sentences around the call's own words, in the call's language. */
record RecapWords(Language language) {

    private boolean english() {
        return language == Language.EN;
    }

    private String say(String english, String chinese, Object... values) {
        return (english() ? english : chinese).formatted(values);
    }

    String problem(String quote) {
        return say("Problem: %s", "难点：%s", quote);
    }

    String consequence(String quote, String consequence) {
        return say("Problem: %s It leads to: %s", "难点：%s，影响是：%s", quote, consequence);
    }

    String onlyConsequence(String consequence) {
        return say("A problem that leads to: %s", "难点带来的影响：%s", consequence);
    }

    String want(String quote) {
        return say("Wants: %s", "想要：%s", quote);
    }

    String objection(ObjectionType type, String quote, String ending) {
        return say("%s: %s – %s", "%s：%s——%s", objection(type), quote, ending);
    }

    private String objection(ObjectionType type) {
        return switch (type) {
            case PRICE -> say("Price", "价格异议");
            case TIMING -> say("Timing", "时机异议");
            case AUTHORITY -> say("Who decides", "决策权异议");
            case NEED -> say("No need", "需求异议");
            case TRUST -> say("Trust", "信任异议");
            case COMPETITOR -> say("Competitor", "竞品异议");
            case FIT -> say("Fit", "适配异议");
            case CONTRACT -> say("Contract", "合同异议");
            case NONE -> say("Objection", "异议");
        };
    }

    String ending(ObjectionOutcome outcome) {
        return switch (outcome) {
            case SETTLED -> say("settled", "已化解");
            case MOVED_ON -> say("the customer went on to something else", "客户转到了别的话题");
            case LEFT_OPEN -> say("left open", "没有化解");
            case REPEATED -> say("raised again later", "后来又提起");
            case UNANSWERED -> say("never answered", "没有得到回应");
        };
    }

    String agreed(Commitment commitment) {
        return switch (commitment) {
            case ORDER -> say("The customer orders.", "客户决定购买。");
            case ADVANCE -> say("A next step is agreed.", "约定了下一步。");
            case CONTINUATION ->
                    say("Nothing firm is agreed; both stay in touch.", "没有约定具体的下一步，只说再联系。");
            case NO_SALE -> say("The customer says no.", "客户拒绝了。");
            case NONE_HEARD -> say("No next step was heard.", "没有听到下一步。");
        };
    }

    String on(LocalDate day) {
        return say("On %s.", "日期：%s。", date(day));
    }

    private String date(LocalDate day) {
        return day.format(
                english()
                        ? DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK)
                        : DateTimeFormatter.ofPattern("yyyy年M月d日（EEEE）", Locale.CHINA));
    }

    String keep(String quote) {
        return say("Keep what you promised: %s", "兑现答应过的事：%s", quote);
    }

    String find(String quote) {
        return say("Answer the open question: %s", "回答还没答上的问题：%s", quote);
    }

    String answer(ObjectionType type, String quote) {
        return say("Come back to the objection (%s): %s", "再回应这个异议（%s）：%s", objection(type), quote);
    }

    String askOn(String quote) {
        return say("Ask what this leads to: %s", "追问这件事带来的影响：%s", quote);
    }

    String prepare(LocalDate day) {
        return say("Be ready for %s.", "为%s做好准备。", date(day));
    }

    String settleStep() {
        return say("Agree on a next step with a day.", "约定一个有日期的下一步。");
    }

    String thanks(LocalDate day) {
        return say("Hello,%nthank you for our talk on %s.", "您好，%n感谢您%s与我通话。", date(day));
    }

    String understood(String quote) {
        return say("What I took from it, in your words: %s", "我记下了您的话：%s", quote);
    }

    String also(String quote) {
        return say("And: %s", "还有：%s", quote);
    }

    String stillOpen(String quote) {
        return say("You also said: %s I have not forgotten it.", "您还提到：%s 我记着这件事。", quote);
    }

    String promised(String quote) {
        return say("As promised: %s", "我答应过：%s", quote);
    }

    String wasAgreed(String quote) {
        return say("We agreed: %s", "我们约好：%s", quote);
    }

    String close(String rep) {
        return say(
                "If I have got any of this wrong, please tell me.%nKind regards%n%s",
                "如有记错，请您指正。%n祝好%n%s", rep);
    }
}
