package talktrack.api.talktracks;

import java.util.Locale;
import java.util.OptionalDouble;
import talktrack.api.mining.WonCalls;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;

/** What a draft from a call says of itself, in the call's language. */
final class MinedWords {

    private MinedWords() {}

    static String title(BestMoments.Moment moment, Language language, String quote) {
        boolean chinese = language == Language.ZH;
        String what =
                moment.objection()
                        .map(type -> chinese ? chinese(type) : type.id())
                        .orElseGet(
                                () ->
                                        moment.question()
                                                .map(
                                                        type ->
                                                                chinese
                                                                        ? chinese(type)
                                                                        : type.id() + " question")
                                                .orElse(""));
        return chinese
                ? "自家通话·%s：“%s”".formatted(what, quote)
                : "From our own call, %s: \"%s\"".formatted(what, quote);
    }

    static String why(BestMoments.Moment moment, Language language) {
        return language == Language.ZH ? chineseWhy(moment) : englishWhy(moment);
    }

    private static String englishWhy(BestMoments.Moment moment) {
        String end = WonCalls.ending(moment.call());
        return moment.score().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "Handled %.0f of 100; the customer's mood then went from %+.1f to %+.1f, and the call ended with %s.",
                        moment.score().getAsDouble(),
                        of(moment.valenceBefore()),
                        of(moment.valenceAfter()),
                        end)
                : "The customer's need became clearer right after it, and the call ended with %s."
                        .formatted(end);
    }

    private static String chineseWhy(BestMoments.Moment moment) {
        String end = WonCalls.ending(moment.call());
        return moment.score().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "处理得分 %.0f（满分 100），之后客户情绪从 %+.1f 到 %+.1f，通话以%s结束。",
                        moment.score().getAsDouble(),
                        of(moment.valenceBefore()),
                        of(moment.valenceAfter()),
                        end)
                : "问过之后客户把需要说得更清楚，通话以%s结束。".formatted(end);
    }

    private static double of(OptionalDouble value) {
        return value.orElse(0);
    }

    private static String chinese(ObjectionType type) {
        return switch (type) {
            case PRICE -> "价格";
            case TIMING -> "时机";
            case AUTHORITY -> "决策权";
            case NEED -> "没有需求";
            case TRUST -> "信任";
            case COMPETITOR -> "竞品";
            case FIT -> "适用性";
            case CONTRACT -> "合同";
            case NONE -> "";
        };
    }

    private static String chinese(QuestionType type) {
        return switch (type) {
            case IMPLICATION -> "暗示问题";
            case NEED_PAYOFF -> "需求效益问题";
            default -> "提问";
        };
    }
}
