package talktrack.api.llm;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that a model's words hold no number, price, name, address, promise or feature that its
 * sources do not hold. Errs on the side of rejecting: the approved text is always there instead.
 */
public final class Grounding {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");

    private static final Pattern ENGLISH_NUMBER_WORD =
            Pattern.compile(
                    "\\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|"
                            + "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|"
                            + "thousands?|millions?|billions?|dozens?|half|halves|quarter|double|"
                            + "triple|twice|percent|"
                            + "discounts?|free|gratis|complimentary|refund\\w*|guarantee\\w*|waive\\w*|"
                            + "no (?:extra )?(?:costs?|charges?|fees?)|money.back|on the house|"
                            + "dollars?|euros?|pounds?|cents?|bucks|grand|usd|eur|gbp|rmb|cny|yuan)\\b");

    private static final Pattern CHINESE_NUMBER =
            Pattern.compile(
                    "百分之[一二两三四五六七八九十百零点]+|[一二两三四五六七八九十百千万亿零半]+"
                            + "(?:多|几)?(?:元|块|折|成|倍|年|个月|月|周|天|小时|分钟|秒|公里|家|人|名|台|套|席|个席位|次|万|亿)"
                            + "|折扣|打折|优惠|免费|免去|不要钱|不收费|退款|退钱|返现|赠送|白送|保证|包退|承诺|美元|欧元|人民币");

    /** Inner capitals, capitals only, or a capitalised word that no sentence starts with. */
    private static final Pattern ENGLISH_NAME =
            Pattern.compile(
                    "\\b[A-Z]{2,}\\b|\\b\\w*[a-z][A-Z]\\w*\\b|(?<![.!?:;\"“”'(\\n\\-–—])\\s+([A-Z][a-z]\\w*)"
                            + "|\\b[A-Z][a-z]+(?='s\\b|\\s+[A-Z][a-z]+)");

    private static final Pattern CHINESE_NAME =
            Pattern.compile(
                    "\\p{IsHan}{2,4}(?:公司|集团|科技|银行|大学|医院)|[\\p{IsHan}]{1,2}(?:总|经理|主任|先生|女士|老师)"
                            + "|《[^》]+》|[A-Za-z][A-Za-z0-9]+");

    private static final Pattern ADDRESS =
            Pattern.compile("https?://\\S+|www\\.\\S+|\\S+@\\S+\\.\\w+|[$€£¥￥]");

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

    /** Capitalised by grammar, not names. */
    private static final List<String> NO_NAMES =
            List.of(
                    "i",
                    "i'm",
                    "i'd",
                    "i'll",
                    "i've",
                    "ok",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "crm",
                    "roi",
                    "it");

    private Grounding() {}

    /**
     * What the text holds and no source does.
     *
     * @return empty when the text may be shown
     */
    public static List<String> unsupported(String text, List<String> sources) {
        String written = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String known =
                Normalizer.normalize(String.join("\n", sources), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT);
        List<String> unsupported = new ArrayList<>();
        List<String> numbers = find(NUMBER, known).stream().map(Grounding::digits).toList();
        for (String number : find(NUMBER, written)) {
            if (!numbers.contains(digits(number))) {
                unsupported.add(number);
            }
        }
        for (Pattern pattern :
                List.of(
                        ENGLISH_NUMBER_WORD,
                        CHINESE_NUMBER,
                        ADDRESS,
                        ENGLISH_FEATURE,
                        CHINESE_FEATURE)) {
            addUnknown(find(pattern, written.toLowerCase(Locale.ROOT)), known, unsupported);
        }
        boolean chinese = written.codePoints().anyMatch(Character::isIdeographic);
        addUnknown(find(chinese ? CHINESE_NAME : ENGLISH_NAME, written), known, unsupported);
        return unsupported;
    }

    private static void addUnknown(List<String> found, String known, List<String> unsupported) {
        for (String one : found) {
            String lower = one.toLowerCase(Locale.ROOT);
            if (!NO_NAMES.contains(lower) && !holds(known, lower)) {
                unsupported.add(one);
            }
        }
    }

    /** A Latin word must stand there as a word, a Chinese one as a part. */
    private static boolean holds(String known, String word) {
        return word.matches("[a-z0-9']+")
                ? Pattern.compile("\\b" + Pattern.quote(word)).matcher(known).find()
                : known.contains(word);
    }

    private static List<String> find(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String inner = matcher.groupCount() > 0 ? matcher.group(1) : null;
            found.add((inner == null ? matcher.group() : inner).strip());
        }
        return found;
    }

    private static String digits(String number) {
        return number.replaceAll("[,]", "").replaceFirst("\\.0+$", "");
    }
}
