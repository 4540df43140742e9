package talktrack.api.advice;

import java.util.Locale;
import talktrack.analysis.advice.Recommendation;
import talktrack.models.labels.Language;
import talktrack.models.labels.Skill;

/** Says why a rep should practise a skill, in a sentence. */
final class RecommendationWords {

    private RecommendationWords() {}

    static String reason(Recommendation one, Language language) {
        return language == Language.ZH ? chinese(one) : english(one);
    }

    private static String english(Recommendation one) {
        String mean =
                String.format(
                        Locale.ROOT,
                        "%s averages %.0f of 100 over %d calls",
                        name(one),
                        one.mean(),
                        one.n());
        return switch (one.reason()) {
            case BELOW_TEAM ->
                    String.format(
                            Locale.ROOT,
                            "%s; the team has %.0f.",
                            mean,
                            one.teamMean().orElse(one.mean()));
            case FALLING ->
                    String.format(
                            Locale.ROOT,
                            "%s and fell by %.0f points in the later weeks.",
                            mean,
                            -one.change().orElse(0));
            case WEAKEST -> mean + ", among your lowest scores.";
        };
    }

    private static String chinese(Recommendation one) {
        String mean =
                "“%s”在 %d 通电话中平均 %.0f 分（满分 100）"
                        .formatted(chineseName(one.skill()), one.n(), one.mean());
        return switch (one.reason()) {
            case BELOW_TEAM -> "%s，团队平均 %.0f 分。".formatted(mean, one.teamMean().orElse(one.mean()));
            case FALLING -> "%s，最近几周下降了 %.0f 分。".formatted(mean, -one.change().orElse(0));
            case WEAKEST -> mean + "，是得分较低的一项。";
        };
    }

    private static String name(Recommendation one) {
        if (one.skill() == Skill.NEED_PAYOFF) {
            return "Need-payoff"; // one word in SPIN
        }
        String words = one.skill().id().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String chineseName(Skill skill) {
        return switch (skill) {
            case OPENING -> "开场";
            case SITUATION_ECONOMY -> "背景提问精简";
            case PROBLEM_DISCOVERY -> "难点挖掘";
            case IMPLICATION_DEPTH -> "暗示深度";
            case NEED_PAYOFF -> "需求效益";
            case SOLUTION_MATCH -> "解决方案匹配度";
            case LISTENING -> "倾听";
            case OBJECTION_HANDLING -> "异议处理";
            case TALK_TRACK_ADHERENCE -> "话术执行度";
            case EMOTIONAL_CONTROL -> "情绪控制";
            case CLEAR_NEXT_STEP -> "明确下一步";
        };
    }
}
