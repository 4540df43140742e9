package talktrack.api.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import talktrack.models.labels.Language;

/** Readings of a Chinese question that follows another. */
final class ChineseFollowUp {

    private static final Pattern LEAD =
            Pattern.compile("^(?:那么|那(?![个些里边种款台次天时])|还有|另外|以及|然后|再问一下|请问|[，,、\\s])+");

    private static final Pattern TAIL = Pattern.compile("[呢吗啊呀？?。！!\\s]+$");

    private static final Pattern POINTS_BACK =
            Pattern.compile(
                    "它们?|他们|(?:这|那)(?:个|些|款|种|台|项|样)?(?!里|边|时)|(?<!应)该(?=\\p{IsHan})|其(?![他它实余中])");

    /** What belongs to the asking, not to what is asked about. */
    private static final Pattern FRAME =
            Pattern.compile(
                    "多少钱|多少|多久|多长时间|多长|多大|几(?:年|天|个月|次|小时|个|位|台|名|种|款|元|块)?|什么时候|什么样的|什么"
                            + "|怎么样|怎么|怎样|如何|哪些|哪里|哪个|哪儿|为什么|是否|是不是|能不能|可不可以|有没有|要不要"
                            + "|会不会|可以|需要|请问|我们?|你们?|您|的话|一个月|每个?月|每年|每天|一年"
                            + "|[吗呢啊呀吧是有要能会让给在]|[？?。，,！!、：:\\s]");

    private static final String NUMBER = "[一二两三四五六七八九十百千万半\\d]+";

    /** What can stand in each other's place. */
    private static final List<Pattern> ALIKE =
            Stream.concat(
                            Stream.of("[A-Za-z]+[A-Za-z0-9]*"),
                            Stream.of("年", "个?月", "天", "人", "台", "吨", "次", "小时", "元", "升", "岁")
                                    .map(unit -> NUMBER + unit))
                    .map(Pattern::compile)
                    .toList();

    private static final int ALONE = 4;

    private ChineseFollowUp() {}

    static Stream<String> readings(String question, String before, String heading) {
        String rest = TAIL.matcher(LEAD.matcher(question).replaceFirst("")).replaceFirst("");
        boolean led = LEAD.matcher(question).find();
        boolean fragment = question.matches(".*呢[？?]?\\s*$") || !FRAME.matcher(rest).find();
        List<String> readings = new ArrayList<>();
        Optional<String> topic = topic(before);
        if (rest.isEmpty()) {
            return Stream.empty();
        }
        if (POINTS_BACK.matcher(rest).find()) {
            topic.ifPresent(about -> readings.add(pointed(rest, about)));
            if (!heading.isEmpty()) {
                readings.add(pointed(rest, heading));
            }
        } else if (fragment && (led || content(rest) < ALONE)) {
            topic.ifPresent(about -> fragment(rest, before, about, readings));
        } else if (led || content(rest) <= 2) {
            topic.ifPresent(about -> readings.add(about + "，" + rest + "？"));
            if (!heading.isEmpty()) {
                readings.add(heading + "，" + rest + "？");
            }
        }
        return readings.stream();
    }

    private static String pointed(String rest, String about) {
        return POINTS_BACK.matcher(rest).replaceFirst(Matcher.quoteReplacement(about)) + "？";
    }

    /** The last question asked of this thing, or this asked of the last topic. */
    private static void fragment(String rest, String before, String about, List<String> readings) {
        List<String> words = QuestionWords.of(Language.ZH, about);
        alike(rest, before).ifPresent(readings::add);
        if (rest.endsWith("的") && !words.isEmpty()) {
            readings.add(before.replace(about, rest + words.getLast()));
        }
        String owner = owner(about, words);
        if (readings.isEmpty()) {
            readings.add(before.replace(owner, rest));
        }
        readings.add(about + "的" + rest + "？");
        if (!owner.equals(about)) {
            readings.add(owner + "的" + rest + "？");
        }
    }

    /**
     * The last question with a model in the place of its model, an amount in that of its amount.
     */
    private static Optional<String> alike(String rest, String before) {
        for (Pattern kind : ALIKE) {
            Matcher of = kind.matcher(rest);
            Matcher in = kind.matcher(before);
            if (of.lookingAt() && in.find() && !of.group().equals(in.group())) {
                return Optional.of(in.replaceFirst(Matcher.quoteReplacement(of.group())));
            }
        }
        return Optional.empty();
    }

    /** Of "饮水机的租金" the thing that has it; of "压缩机保修" all but the last word. */
    private static String owner(String about, List<String> words) {
        int of = about.indexOf('的');
        if (of > 0) {
            return about.substring(0, of);
        }
        String last = words.isEmpty() ? "" : words.getLast();
        return words.size() > 1 && about.endsWith(last)
                ? about.substring(0, about.length() - last.length())
                : about;
    }

    /** What a question is about: the longest piece between the words of asking. */
    static Optional<String> topic(String question) {
        return FRAME.splitAsStream(question)
                .map(piece -> piece.replaceFirst("^的|的$", ""))
                .filter(piece -> content(piece) > 0)
                .max(Comparator.comparingInt(String::length));
    }

    private static int content(String text) {
        return QuestionWords.of(Language.ZH, text).size();
    }
}
