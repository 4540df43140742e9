package talktrack.api.mining;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import talktrack.models.labels.Language;

/**
 * Puts blanks in the place of what belongs to one customer only: names, numbers, prices, dates,
 * addresses. It goes by how they are written, so a name in lower case that nobody named is missed:
 * whoever approves a draft reads it.
 */
public final class BlankedText {

    /** A blank, as it stands in a text. */
    public static final Pattern BLANK = Pattern.compile("\\{[^{}]*\\}");

    private static final String ENGLISH_NUMBER =
            "(?:\\d[\\d.,]*\\d|\\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
                    + "|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?"
                    + "|thousands?|millions?|billions?|dozens?)(?:[\\s-](?:and\\s)?(?:one|two|three|four"
                    + "|five|six|seven|eight|nine|ten|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy"
                    + "|eighty|ninety|hundred|thousand|million|billion))*)";

    private static final Map<Pattern, String> ENGLISH =
            patterns(
                    "\\[[^\\]]*\\]|https?://\\S+|www\\.\\S+|\\S+@\\S+\\.\\w+",
                    "{details}",
                    "(?i)[$€£¥]\\s?\\d[\\d.,]*(?:\\s?(?:k|m|million|thousand)\\b)?|\\b(?:a\\s)?"
                            + ENGLISH_NUMBER
                            + "\\s?(?:k\\b|dollars?|euros?|pounds?|bucks|grand|cents?|usd|eur|gbp|yuan|rmb)\\b",
                    "{amount}",
                    "(?i)\\b" + ENGLISH_NUMBER + "\\s?(?:%|per\\s?cent\\b)",
                    "{share}",
                    "\\b(?:Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?"
                            + "|January|February|March|April|May|June|July|August|September|October"
                            + "|November|December)\\b(?:\\s\\d{1,2}(?:st|nd|rd|th)?)?",
                    "{day}",
                    "(?i)\\b" + ENGLISH_NUMBER + "(?:st|nd|rd|th)?\\b",
                    "{number}",
                    "(?i)\\b(?:mr|mrs|ms|dr)\\.?\\s\\p{L}+",
                    "{name}",
                    "\\b\\w*[a-z][A-Z]\\w*\\b|\\b(?!OK\\b|CRM\\b|ROI\\b|IT\\b|HR\\b|CEO\\b|CFO\\b|I\\b)[A-Z]{2,}\\b",
                    "{name}",
                    "(?<=[\\p{L},;] )(?!I\\b|I['’])[A-Z][\\p{L}]+(?:\\s[A-Z][\\p{L}]+)*",
                    "{name}");

    private static final String CHINESE_DIGITS = "[零一二两三四五六七八九十百千万亿半\\d][零一二两三四五六七八九十百千万亿半点\\d.,]*";

    private static final Map<Pattern, String> CHINESE =
            patterns(
                    "\\[[^\\]]*\\]|【[^】]*】|https?://[\\w./-]+|[\\w.]+@[\\w.]+",
                    "{具体信息}",
                    "[¥￥$€]\\s?\\d[\\d.,]*万?|"
                            + CHINESE_DIGITS
                            + "(?:多|几)?\\s?(?:元|块钱?|毛|美元|欧元|人民币|万块)",
                    "{金额}",
                    "百分之" + CHINESE_DIGITS + "|\\d[\\d.]*\\s?[%％]|" + CHINESE_DIGITS + "(?:成|折)",
                    "{比例}",
                    "(?:周|星期|礼拜)[一二三四五六日天]|[一二三四五六七八九十\\d]{1,3}月(?:[一二三四五六七八九十\\d]{1,3}[号日])?",
                    "{日期}",
                    "(?:小|老)?[\\p{IsHan}](?:总|经理|主任|先生|女士|老师|处长|科长|院长|校长)(?!是|的|部)",
                    "{称呼}",
                    "\\d[\\d.,]*|[零二两三四五六七八九十百千万亿][零一二两三四五六七八九十百千万亿]*(?=个|台|家|套|人|名|次|年|天|月|周|小时|分钟|张|份|倍|位|吨|箱|条|间|辆)",
                    "{数字}",
                    "[A-Za-z][A-Za-z0-9.&-]+",
                    "{名称}");

    private static final Set<String> FIGURES =
            Set.of("{number}", "{share}", "{day}", "{数字}", "{比例}", "{日期}");

    private static final Pattern SAME_TWICE = Pattern.compile("(\\{[^{}]+\\})(?:[\\s,、-]*\\1)+");
    private static final int SHORTEST_NAME = 2;

    /** Parts of companies' names that say nothing of whose they are. */
    private static final Pattern ORDINARY =
            Pattern.compile(
                    "(?i)the|and|of|ltd|inc|llc|gmbh|co|group|company|services?|solutions?|systems?|公司|集团");

    private BlankedText() {}

    private static Map<Pattern, String> patterns(String... pairs) {
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            patterns.put(Pattern.compile(pairs[i]), pairs[i + 1]);
        }
        return patterns;
    }

    /**
     * @param names of people and companies in the call, as far as they are known
     * @return the text with blanks; braces that stood in it are gone
     */
    public static String of(Language language, String text, Collection<String> names) {
        return of(language, text, names, blank -> true);
    }

    /**
     * The same with numbers, shares and days left in: without them a case says nothing. What a
     * customer pays goes like a name.
     */
    public static String keepingFigures(Language language, String text, Collection<String> names) {
        return of(language, text, names, blank -> !FIGURES.contains(blank));
    }

    private static String of(
            Language language, String text, Collection<String> names, Predicate<String> wanted) {
        String out = text.replace('{', '(').replace('}', ')');
        boolean english = language == Language.EN;
        for (String name : parts(names)) {
            Pattern known =
                    Pattern.compile(
                            english
                                    ? "(?i)\\b" + Pattern.quote(name) + "\\b"
                                    : Pattern.quote(name));
            out = outsideBlanks(known, out, english ? "{name}" : "{名称}");
        }
        for (Map.Entry<Pattern, String> one : (english ? ENGLISH : CHINESE).entrySet()) {
            if (wanted.test(one.getValue())) {
                out = outsideBlanks(one.getKey(), out, one.getValue());
            }
        }
        return SAME_TWICE.matcher(out).replaceAll("$1").strip();
    }

    /** Whole names before their parts. */
    private static List<String> parts(Collection<String> names) {
        return names.stream()
                .flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split("[\\s,·]+"))))
                .map(String::strip)
                .filter(
                        name ->
                                name.codePoints().anyMatch(Character::isIdeographic)
                                        ? name.length() >= SHORTEST_NAME
                                        : name.length() > SHORTEST_NAME)
                .filter(name -> !ORDINARY.matcher(name).matches())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String outsideBlanks(Pattern pattern, String text, String blank) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('{', from);
            int end = open < 0 ? text.length() : open;
            replaceIn(pattern, text, from, end, blank, out);
            if (open < 0) {
                break;
            }
            int close = text.indexOf('}', open) + 1;
            out.append(text, open, close);
            from = close;
        }
        return out.toString();
    }

    /** Looks at what stands around the stretch, but replaces only inside it. */
    private static void replaceIn(
            Pattern pattern, String text, int from, int end, String blank, StringBuilder out) {
        Matcher match = pattern.matcher(text).region(from, end).useTransparentBounds(true);
        int done = from;
        while (match.find()) {
            out.append(text, done, match.start()).append(blank);
            done = match.end();
        }
        out.append(text, done, end);
    }
}
