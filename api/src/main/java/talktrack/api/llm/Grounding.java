package talktrack.api.llm;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that a model's words hold no number, price, name, address, promise or feature that its
 * sources do not hold. Errs on the side of rejecting: the approved text is always there instead.
 */
public final class Grounding {

    /** Amounts that are no number, and what is said of prices; numbers are {@link Quantities}. */
    private static final Pattern ENGLISH_NUMBER_WORD =
            Pattern.compile(
                    "\\b(?:hundreds|thousands|millions|billions?|dozens?|half|halv\\w+|quarter|double|"
                            + "triple|twice|percent|reduc\\w+|"
                            + "(?:knock|take|get|shave|chop) [^.?!]{0,30}\\boff|(?:%|percent|something|money|price) off|"
                            + "(?:cut|cuts|cutting|drop|lower|slash|trim|match|bring down|come down on) (?:(?:the|your|our|that|this|its) )?"
                            + "(?:price|cost|fee|rate|bill|amount)s?|"
                            + "discounts?|free|gratis|complimentary|refund\\w*|guarantee\\w*|waive\\w*|"
                            + "no (?:extra )?(?:costs?|charges?|fees?)|money.back|on the house|"
                            + "a (?:third|fifth|tenth|eighth)|two.thirds|per cent|pct|"
                            + "(?:one|two|few|couple of) (?:more |extra )?(?:minutes?|hours?|days?|weeks?|months?|years?)|"
                            + "promis\\w+|ensur\\w+|risk.free|no (?:risk|obligation)s?|cancel any ?time|"
                            + "cheap(?:er|est)|lowest|best price|bonus\\w*|gifts?|vouchers?|rebates?|cashback|"
                            + "dollars?|euros?|pounds?|cents?|bucks|grand|usd|eur|gbp|rmb|cny|yuan)\\b");

    /** When something is to happen; "today" is said of the talk itself. */
    private static final Pattern ENGLISH_DAY =
            Pattern.compile(
                    "\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|tonight|"
                            + "(?:next|this|end of the|end of) (?:week|month|quarter|year|spring|summer|autumn|fall|winter)|"
                            + "january|february|april|june|july|august|september|october|november|december|"
                            + "(?:in|of|by|since|until|before|after) (?:march|may))\\b");

    private static final Pattern CHINESE_DAY =
            Pattern.compile(
                    "明天|后天|明年|(?:下|这|本)(?:个)?(?:周|月|季度|星期|礼拜)[一二三四五六日天]?|(?:星期|礼拜|周)[一二三四五六日天]"
                            + "|[一二三四五六七八九十]+月份?[一二三四五六七八九十]*[号日]?|[一二三四五六七八九十]+号|年底|月底|季度末|春节|国庆");

    /** "一块儿", "一次" and "一家" count nothing. */
    private static final Pattern CHINESE_NUMBER =
            Pattern.compile(
                    "百分之[一二两三四五六七八九十百零点]+|[一二两三四五六七八九]+[百千万][一二两三四五六七八九百千]+|(?<!\\d)(?!一块(?![钱八九]))(?!一[次家人名]|一点)[一二两三四五六七八九十百千万亿零半]+"
                            + "(?:多|几)?(?:个点|个百分点|个季度|个工作日|个钟头|年内|天内|毛|吨|层|座|间|元|块|折|成|倍|年|个月|月|周|天|小时|分钟|秒|公里|家|人|名|台|套|席|个席位|次|万|亿)"
                            + "|折扣|打折|优惠|免费|免去|不要钱|不收费|退款|退钱|返现|赠送|白送|保证|包退|承诺|返利|返点|返钱|赠品|礼品|代金券|最低价|底价|便宜|特价|零风险|无风险|随时取消|随时退|终身|永久|免息|减半|对半|对折|打个折|降价|减价|让利|少收|立减|减免|抹零|砍掉|分文不取|美元|欧元|人民币");

    /** Inner capitals, capitals only, or a capitalised word that no sentence starts with. */
    private static final Pattern ENGLISH_NAME =
            Pattern.compile(
                    "\\b[A-Z]{2,}\\b|\\b\\w*[a-z][A-Z]\\w*\\b|(?<![.!?:;\"“”'(\\n"
                            + "\\-–—])\\s+([A-Z][a-z]\\w*)|\\b[A-Z][a-z]+(?='s\\b|\\s+[A-Z][a-z]+)");

    private static final Pattern CHINESE_NAME =
            Pattern.compile(
                    "[王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾]老板|\\p{IsHan}{2,4}(?:公司|集团|科技|银行|大学|医院)|[\\p{IsHan}]{1,2}(?:总|经理|主任|先生|女士|老师)"
                            + "|《[^》]+》|[A-Za-z][A-Za-z0-9]+");

    static final Pattern ADDRESS =
            Pattern.compile(
                    "https?://\\S+|www\\.\\S+|\\S+@\\S+\\.\\w+|[$€£¥￥]"
                            + "|\\b[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}(?=/)\\S*");

    /** Nobody asks a model for links, pictures, tags or code; a page shows plain text anyway. */
    private static final Pattern MARKUP = Pattern.compile("]\\(|<[a-z!/|]|```|\\{\\{");

    /**
     * What a product has or a contract grants. A model that fits a script to a call likes to add
     * such things; each must stand in a source.
     */
    private static final Pattern ENGLISH_FEATURE =
            Pattern.compile(
                    "\\b(?:app|apis?|dashboards?|integrat\\w+|plug-?ins?|reports?|export\\w*|import\\w*|"
                            + "encrypt\\w*|backups?|certifi\\w+|compliance|compliant|warrant\\w+|trials?|"
                            + "pilots?|onboarding|trainings?|support|hotline|sla|uptime|cloud|"
                            + "on-premises?|automat\\w+|ai|analytics|mobile|offline|unlimited|"
                            + "consultants?|installation|deliver(?:y|ies))\\b");

    private static final Pattern CHINESE_FEATURE =
            Pattern.compile(
                    "小程序|接口|看板|仪表盘|插件|报表|导出|导入|加密|备份|认证|合规|质保|保修|试用|试点|"
                            + "培训|客服|热线|云端|本地部署|自动化|人工智能|离线|不限量|顾问|上门|安装|送货");

    /** What a sentence says of itself to hold; the thing must stand in a source. */
    private static final Pattern ENGLISH_OFFER =
            Pattern.compile(
                    "\\b(?:comes? with|includ(?:es?|ing)|offers?|provides?|supports?|features?|equipped with|"
                            + "connects? (?:to|with)|runs? on|works? with|built-in|you(?:'ll)? (?:also )?get|we (?:also )?have|it (?:also )?has)"
                            + "\\s+(?:(?:an?|the|your|our|its|own|also|some|full|new|built-in|every|all|it|you|to)\\s+)*([a-z][a-z-]{3,})");

    private static final Pattern CHINESE_OFFER =
            Pattern.compile(
                    "(?:自带|带有|包含|包括|配有|配备|支持|提供|附送|附带|内置|具备|对接|兼容)(?:了|上|有|您的|全套的?|完整的?|一套)?(\\p{IsHan}{2})");

    /** Things of the talk, not of a product. */
    private static final Set<String> OF_THE_TALK =
            Set.of(
                    "that",
                    "this",
                    "what",
                    "them",
                    "those",
                    "these",
                    "time",
                    "people",
                    "everything",
                    "something",
                    "anything",
                    "nothing",
                    "question",
                    "questions",
                    "reason",
                    "reasons",
                    "picture",
                    "point",
                    "points",
                    "answer",
                    "answers",
                    "chance",
                    "idea",
                    "figures",
                    "numbers",
                    "words",
                    "view",
                    "your",
                    "more",
                    "there",
                    "here",
                    "with",
                    "给您",
                    "什么",
                    "这个",
                    "那个",
                    "哪些",
                    "一个");

    /** A name at the start of a sentence, by the verb after it. */
    private static final Pattern ENGLISH_SUBJECT =
            Pattern.compile(
                    "(?:^|[.!?\"“]\\s*)([A-Z][a-z]{2,})(?=,? (?:is|are|has|have|had|does|did|can|could|will|would|was|"
                            + "offers?|charges?|uses?|used|pays?|paid|says?|said|gives?|gave|saves?|saved|costs?|lacks?|lost|"
                            + "needs?|beats?|does|told|also|only|took|saw|went|found|made|switched)\\b)");

    /** What sentences start with and no name is. */
    private static final Set<String> SUBJECTS =
            Set.of(
                    "that",
                    "this",
                    "there",
                    "these",
                    "those",
                    "what",
                    "who",
                    "which",
                    "how",
                    "when",
                    "where",
                    "they",
                    "she",
                    "you",
                    "one",
                    "others",
                    "some",
                    "many",
                    "most",
                    "people",
                    "nobody",
                    "somebody",
                    "everybody",
                    "everyone",
                    "someone",
                    "anyone",
                    "nothing",
                    "something",
                    "everything",
                    "anything",
                    "each",
                    "all",
                    "both",
                    "then",
                    "here",
                    "why",
                    "whatever",
                    "whoever",
                    "neither",
                    "either",
                    "none",
                    "few",
                    "other",
                    "such",
                    "and",
                    "customers",
                    "companies",
                    "let",
                    "well",
                    "now",
                    "maybe",
                    "perhaps");

    /** Capitalised by grammar, not names. */
    private static final List<String> NO_NAMES =
            List.of("i", "i'm", "i'd", "i'll", "i've", "ok", "crm", "roi", "it");

    private static final int SHORTEST_STEM = 4;

    private Grounding() {}

    /**
     * What the text holds and no source does.
     *
     * @return empty when the text may be shown
     */
    public static List<String> unsupported(String text, List<String> sources) {
        String written = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String lower = written.toLowerCase(Locale.ROOT);
        String known = normalised(String.join("\n", sources));
        List<String> unsupported = new ArrayList<>();
        if (ForeignText.talksToAModel(text)) {
            unsupported.add("words to a model");
        }
        find(MARKUP, lower).stream().findFirst().ifPresent(unsupported::add);
        unsupported.addAll(Quantities.unsupported(lower, known));
        for (Pattern pattern : List.of(ENGLISH_NUMBER_WORD, CHINESE_NUMBER)) {
            addUnknown(
                    find(pattern, lower).stream()
                            .filter(one -> !Quantities.areIn(one, known))
                            .toList(),
                    known,
                    unsupported);
        }
        for (Pattern pattern :
                List.of(ENGLISH_DAY, CHINESE_DAY, ADDRESS, ENGLISH_FEATURE, CHINESE_FEATURE)) {
            addUnknown(find(pattern, lower), known, unsupported);
        }
        boolean chinese = written.codePoints().anyMatch(Character::isIdeographic);
        addUnknown(find(chinese ? CHINESE_NAME : ENGLISH_NAME, written), known, unsupported);
        addUnknown(
                find(chinese ? CHINESE_OFFER : ENGLISH_OFFER, lower).stream()
                        .filter(thing -> !OF_THE_TALK.contains(thing))
                        .map(Grounding::stem)
                        .toList(),
                known,
                unsupported);
        if (!chinese) {
            addUnknown(find(ENGLISH_SUBJECT, written), known, unsupported);
        }
        return unsupported;
    }

    /**
     * Numbers and periods that the sources have not, or have of something else.
     *
     * @param sources what alone may say how much; no question, which only supposes it
     */
    public static List<String> miscounted(String text, List<String> sources) {
        String written = normalised(text);
        String known = normalised(String.join("\n", sources));
        List<String> miscounted = new ArrayList<>(Quantities.unsupported(written, known));
        miscounted.addAll(Quantities.unheardPeriods(written, known));
        return miscounted;
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static void addUnknown(List<String> found, String known, List<String> unsupported) {
        for (String one : found) {
            String lower = one.toLowerCase(Locale.ROOT);
            if (!NO_NAMES.contains(lower)
                    && !SUBJECTS.contains(lower)
                    && !holds(known, lower)
                    && !holds(known, stem(lower))) {
                unsupported.add(one);
            }
        }
    }

    /** Of a plural or a tense what they share. */
    private static String stem(String word) {
        String stem = word.replaceFirst("(?:ies|es|s|ing|ed)$", "");
        return stem.length() < SHORTEST_STEM ? word : stem;
    }

    /** A Latin word must stand there as a word, a Chinese one as a part; 十天 is not in 二十天. */
    private static boolean holds(String known, String word) {
        if (Numerals.CHINESE.indexOf(word.charAt(0)) >= 0) {
            return Pattern.compile("(?<![" + Numerals.CHINESE + "])" + Pattern.quote(word))
                    .matcher(known)
                    .find();
        }
        return word.matches("[a-z0-9']+")
                ? Pattern.compile("\\b" + Pattern.quote(word)).matcher(known).find()
                : known.contains(word);
    }

    static List<String> find(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String inner = matcher.groupCount() > 0 ? matcher.group(1) : null;
            found.add((inner == null ? matcher.group() : inner).strip());
        }
        return found;
    }
}
