package talktrack.ingest.readable;

import java.util.regex.Pattern;

/** Recognises Chinese questions by particles, A-not-A forms and question words. */
final class ChineseQuestions {

    private static final Pattern PARTICLE =
            Pattern.compile("(?:吗|(?:对|是|行|可以|没错)吧)[呀啊]?$|[您你][^，]{1,12}没有$");
    private static final Pattern A_NOT_A =
            Pattern.compile("(?<![不动时])([\\p{IsHan}])[不没]\\1|有没有|可不可以|能不能够|方不方便|愿不愿意|知不知道");
    private static final Pattern CHOICE = Pattern.compile("是.{1,14}还是.{1,10}$");
    private static final Pattern WORD =
            Pattern.compile(
                    "为什么|怎么|什么|多少|多久|多长时间|多大|多快|哪[些个里家种位年款一]|谁|如何|怎样|何时"
                            + "|(?:您|你|一共|总共|公司|有|是|现在)几[^十百千]");
    private static final Pattern NO_WORD =
            Pattern.compile(
                    "没什么|没有什么|不是什么|什么[都也]|怎么[都也]|谁[都也]|哪[里儿个些][都也]|哪里哪里|(?<![是做干卖])什么的|才多少|多少(?:有|会|也|都)"
                            + "|怎么说呢|没怎么|不怎么|无论|不管|不论|为什么.*因为|哪怕|哪.*就.*哪|怎么.*怎么|我们?.*几"
                            + "|有什么.*(?:找我|联系|随时)");

    /** What stands right behind them is asked of nobody. */
    private static final Pattern EMBEDDING =
            Pattern.compile(
                    "(?:知道|告诉|看看|看一下|问问|了解|明白|清楚|记得|讨论|决定|取决于|说说|讲讲|介绍|发现|担心|考虑|听听|想听|教)[^，]{0,8}(?:什么|怎么|多少|哪|谁|如何|几|[不没])");

    /** A question word far from the end belongs to something said before. */
    private static final int NEAR_THE_END = 18;

    private static final Pattern ASKING = Pattern.compile("请问|想问|您知道|你知道|您了解|您看|你看");

    private ChineseQuestions() {}

    static boolean isQuestion(String sentence) {
        if (PARTICLE.matcher(sentence).find()) {
            return true;
        }
        if (sentence.endsWith("呢")) {
            return asks(sentence)
                    || sentence.matches("^(?:那|那么)?(?:您|你|他|她|贵公司|你们|您们|价格)[^，]{0,4}呢$");
        }
        return asks(sentence);
    }

    private static boolean asks(String sentence) {
        String end = sentence.substring(Math.max(0, sentence.length() - NEAR_THE_END));
        boolean form =
                CHOICE.matcher(end).find()
                        || A_NOT_A.matcher(end).find()
                        || (WORD.matcher(end).find() && !NO_WORD.matcher(sentence).find());
        return form
                && (ASKING.matcher(sentence).find() || !EMBEDDING.matcher(sentence).find())
                && !sentence.matches(".*(?:无论|不管|不论).*");
    }
}
