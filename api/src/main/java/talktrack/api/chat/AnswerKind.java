package talktrack.api.chat;

import java.util.regex.Pattern;
import talktrack.models.labels.Language;

/**
 * What an answer must hold to be one: a question for a price is not answered by a sentence without
 * money in it.
 */
enum AnswerKind {
    /** A cause or purpose. */
    REASON(
            "\\bwhy\\b|\\bwhat(?:'s| is) the reason\\b|\\bhow come\\b",
            "because|\\bsince\\b|so that|in order to|reason|therefore|due to|thanks to|otherwise"
                    + "|to (?:avoid|prevent|protect|keep|ensure)",
            "为什么|为何|什么原因|怎么会",
            "因为|由于|为了|所以|因此|以免|避免|防止|原因|否则"),

    /** An amount, a share, or that there is nothing to pay. */
    MONEY(
            "(?s)^(?!\\W*(?:(?:and|so|then|ok) )?(?:when|how (?:long|soon|quickly|fast|often|many)"
                    + "|what time|which day)\\b(?!.*\\b(?:what|how much)\\b)).*"
                    + "(?:\\b(?:costs?|prices?|priced|fees?|charges?|charged|pay for|deposit|salary"
                    + "|revenue|turnover|budget|rate)\\b"
                    + "|\\bhow much (?:is|are|do|does|would|will|money)\\b|\\bhow expensive\\b)",
            "[€$£¥%]|\\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|CNY|RMB|euros?|dollars?|pounds?|pence|cents?"
                    + "|kronor|francs?|yuan|rates?)\\b|\\bfree\\b|\\bat no\\b|\\bincluded\\b|per ?cent"
                    + "|\\bno (?:fee|charge|cost|extra|excess)|\\d[.,]\\d\\d\\b"
                    // a cell of a price list, whose column says what it is
                    + "|(?:(?<![A-Za-z])(?:price|rate|fee|cost|charge|deposit)| (?:gbp|usd|eur))\\b"
                    + "[^,.;:]{0,16}[ :]+\\d[\\d.,]*(?=[,;]|$)",
            "多少钱|几多钱|什么价|怎么卖|几块钱|贵不贵|多少[元块]|怎么收费|收费吗|要收费"
                    + "|(?:价|价格|价钱|(?<!免)费|费用|租金|月租|押金|定金|年付)[^，。？?]{0,4}(?:多少|几[元块]|怎么算)"
                    + "|(?:价|价格|价钱)[？?]?$|收.{0,6}费[吗么]|另外?收费|花钱|贵多少|便宜多少",
            "[\\d一二两三四五六七八九十百千万半][ ,\\d]*(?:多|余)?(?:元|块|万|折|%|成|美元|欧元)"
                    + "|[¥￥$€£]|免费|不收|不另收|全免|月租金|含在|自付"
                    // a cell of a price list, whose column says what it is
                    + "|(?:价|(?<!免)费|租金|月租|押金|金额)[^，。；：]{0,12}[ :：]+\\d[\\d.,]*(?=[，；。]|$)"),

    /** A length of time or a point in it. */
    TIME(
            "\\bhow (?:long|soon|quickly|fast|often|old)\\b|\\bwhen\\b|\\bwhat time\\b"
                    + "|\\bhow many (?:seconds|minutes|hours|days|weeks|months|years)\\b"
                    + "|\\bwhich (?:day|year|month)\\b",
            "\\A(?=[\\s\\S]*(?:\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
                    + "|\\w+teen|twenty|thirty|forty|fifty|sixty|ninety|hundred|half|every|each|same"
                    + "|once|daily|weekly|monthly|yearly|quarterly|hourly|immediately|noon|always"
                    + "|\\w+day|spring|summer|autumn|winter|quarter)\\b))"
                    + "(?=[\\s\\S]*(?:\\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?"
                    + "|years?|daily|weekly|monthly|yearly|quarterly|hourly|once|immediately|noon"
                    + "|am|pm|\\w+day|spring|summer|autumn|winter|metres?|hours)\\b|\\d:\\d\\d"
                    + "|\\b(?:19|20)\\d\\d\\b|from \\d+ to \\d+))",
            "多久|多长时间|几天|几年|几个月|几小时|几分钟|什么时候|何时|几点|多快|哪一年|哪天",
            "\\A(?=[\\s\\S]*(?:[\\d一二两三四五六七八九十百千万半]|每[天周月季年]|随时|当天|立即|次日|实时))"
                    + "(?=[\\s\\S]*(?:秒|分钟|小时|天|日|周|月|季|年|点|随时|立即|实时))"),

    /** How many, how much, how big. */
    NUMBER(
            "\\bhow (?:many|much|heavy|loud|high|tall|large|big|wide|deep|far|hot|cold|small)\\b"
                    + "|\\bwhat percentage\\b|\\b(?:maximum|minimum|weight|dimensions?|size|height"
                    + "|length|width|capacity|pressure|temperature)\\b",
            "\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty"
                    + "|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|quarter"
                    + "|third|tenth|dozen|unlimited|any)\\b|no (?:limit|minimum|maximum)",
            "多少|几[^乎]|多大|多高|多重|多远|多宽|多深|尺寸|自重|打折",
            "[\\d一二两三四五六七八九十百千万半]|不限|无限"),

    /** A person or company: what documents rarely say where they only say what is done. */
    PERSON(
            "\\b(?:who|whose|whom)\\b(?! pays)|\\bwhich (?:company|insurer|supplier|person)\\b",
            "",
            "谁|哪家|哪位|哪个(?:机构|公司|人)",
            ""),

    /** Anything else. */
    ANYTHING("", "", "", "");

    private final Pattern englishQuestion;
    private final Pattern englishAnswer;
    private final Pattern chineseQuestion;
    private final Pattern chineseAnswer;

    AnswerKind(
            String englishQuestion,
            String englishAnswer,
            String chineseQuestion,
            String chineseAnswer) {
        this.englishQuestion = Pattern.compile(englishQuestion, Pattern.CASE_INSENSITIVE);
        this.englishAnswer = Pattern.compile(englishAnswer, Pattern.CASE_INSENSITIVE);
        this.chineseQuestion = Pattern.compile(chineseQuestion);
        this.chineseAnswer = Pattern.compile(chineseAnswer);
    }

    /** Of several that fit, the one that stands first here. */
    static AnswerKind askedFor(Language language, String question) {
        for (AnswerKind kind : values()) {
            Pattern pattern = language == Language.EN ? kind.englishQuestion : kind.chineseQuestion;
            if (pattern.matcher(question).find()) {
                return kind;
            }
        }
        throw new IllegalStateException("Bug: everything asks for anything");
    }

    /** Whether a sentence can be such an answer. */
    boolean heldBy(Language language, String sentence) {
        return (language == Language.EN ? englishAnswer : chineseAnswer).matcher(sentence).find();
    }
}
