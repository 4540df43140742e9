package talktrack.api.chat;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import talktrack.api.documents.Simplified;
import talktrack.models.labels.Language;

/**
 * What is known about a question before anything is looked up.
 *
 * @param searched the text as it is looked for: Chinese in Simplified characters, a word said
 *     several times in a row once
 * @param words that say what it is about
 * @param names of products, models and places in it, as far as they can be told by their looks
 * @param codes names of models, parts and articles, and numbers that belong to a name: what has
 *     another code is about something else, however near it is
 * @param products what looks like the name of one product among others: "Fleet Lite", 旗舰版
 */
record Question(
        String text,
        String searched,
        Language language,
        List<String> words,
        AnswerKind kind,
        List<String> names,
        List<String> codes,
        List<String> products) {

    /** A code; inner capitals or digits, but not the first word, which has a capital anyway. */
    private static final Pattern ENGLISH_NAME =
            Pattern.compile(
                    "(?<![\\w-])[A-Za-z](?=[\\w-]*\\d)[\\w-]*"
                            + "|(?<!^)(?<![.?!] )\\b(?:[A-Z][\\w-]*|\\w*\\d[\\w-]*)");

    private static final Pattern CHINESE_NAME =
            Pattern.compile(
                    "[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+"
                            + "|[A-Za-z][A-Za-z0-9]*\\d[A-Za-z0-9]*|[A-Za-z]{2,}\\w*"
                            + "|(?<!\\p{IsHan})\\p{IsHan}{2}(?:版|套餐|型|款|系列)");

    /**
     * Of a model, part or article: with letters and digits, or capitals with a hyphen. No 3rd, 10kg
     * or 12-month.
     */
    private static final Pattern CODE =
            Pattern.compile(
                    "(?!\\d+(?:-?[a-z]+)?$)(?=.*[A-Za-z])(?=.*\\d)[A-Za-z0-9-]{2,}"
                            + "|[A-Z]+(?:-[A-Z]+)+");

    /**
     * A number after a name, as in "the AeroBrew 900". The first word of a sentence has a capital
     * anyway, so there the name needs another one. No year, share, price or ordinal.
     */
    private static final Pattern ENGLISH_NUMBERED =
            Pattern.compile(
                    "(?:(?<!^)(?<![.?!] )\\b[A-Z][\\w-]+|\\b[A-Z][a-z]+[A-Z]\\w*)"
                            + " (?!(?:19|20)\\d\\d\\b)(\\d{2,5})(?![\\w%:/-]|[.,]\\d)");

    /** Capitals that name no product. */
    private static final String NO_PRODUCT =
            "(?!(?:I|Mr|Mrs|Ms|Dr|New|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
                    + "|January|February|March|April|May|June|July|August|September|October|November"
                    + "|December|Christmas|Easter)\\b)";

    /** Several capitalised words; not the first of a sentence. */
    private static final Pattern ENGLISH_PRODUCT =
            Pattern.compile(
                    "(?<!^)(?<![.?!] )\\b"
                            + NO_PRODUCT
                            + "[A-Z][\\w-]*(?: "
                            + NO_PRODUCT
                            + "[A-Z][\\w-]*\\b)+");

    /**
     * What a plan is called: two characters, none of them of everyday words. Only a 版 is called by
     * both together; "the 白金会员" may be the 白金 plan in the documents.
     */
    private static final Pattern CHINESE_PRODUCT =
            Pattern.compile(
                    "[\\p{IsHan}&&[^们的个这那哪么几每某其他有是在用买卖和跟与问下想要给把被了过吗呢我你您它去到从对升级换成做同种都还老新两一二三四五六七八九十不没先后前刚定订选开签交付含只能可以为叫该此各按什怎办续退改]]{2}"
                            + "(?:版(?![本权])|(?=套餐|方案|会员|系列|课程|计划))");

    private static final Pattern NO_LETTER = Pattern.compile("['’]s\\b|[^\\p{L}\\p{N}]+");

    private static final Pattern CAPITAL = Pattern.compile("\\b[A-Z]");

    /** "Blah blah blah" asks no more than "blah" does. */
    private static final Pattern REPEATED =
            Pattern.compile("\\b([a-z]+)(?: \\1\\b)+", Pattern.CASE_INSENSITIVE);

    /** After these a number is a date. */
    private static final Pattern DATED =
            Pattern.compile(
                    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
                            + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
                            + "|\\w+day) \\d+");

    private static final List<String> NO_NAMES = List.of("i", "i'm", "id", "ok", "logo");

    Question {
        words = List.copyOf(words);
        names = List.copyOf(names);
        codes = List.copyOf(codes);
        products = List.copyOf(products);
    }

    static Question of(String text, Language language) {
        Pattern name = language == Language.EN ? ENGLISH_NAME : CHINESE_NAME;
        String searched = REPEATED.matcher(Simplified.of(language, text)).replaceAll("$1");
        List<String> names =
                name.matcher(searched)
                        .results()
                        .map(MatchResult::group)
                        .filter(one -> !NO_NAMES.contains(one.toLowerCase(Locale.ROOT)))
                        .toList();
        return new Question(
                text,
                searched,
                language,
                QuestionWords.of(language, searched),
                AnswerKind.askedFor(language, searched),
                names,
                Stream.concat(names.stream().filter(Question::isCode), numbered(searched)).toList(),
                products(searched, language));
    }

    private static List<String> products(String searched, Language language) {
        if (language == Language.ZH) {
            return CHINESE_PRODUCT.matcher(searched).results().map(MatchResult::group).toList();
        }
        boolean titled =
                CAPITAL.matcher(searched).results().count() * 3 > 2L * searched.split(" ").length;
        return titled
                ? List.of()
                : ENGLISH_PRODUCT
                        .matcher(searched)
                        .results()
                        .map(MatchResult::group)
                        .filter(name -> name.chars().anyMatch(Character::isLowerCase))
                        .toList();
    }

    private static Stream<String> numbered(String searched) {
        return ENGLISH_NUMBERED
                .matcher(searched)
                .results()
                .filter(one -> !DATED.matcher(one.group()).matches())
                .map(one -> one.group(1));
    }

    /** Whether a text holds every name; without names every text does. */
    boolean namesIn(String text) {
        return names.stream().allMatch(name -> holds(text, name));
    }

    /** Whether a text holds every code; without codes every text does. */
    boolean codesIn(String text) {
        return codes.stream().allMatch(code -> holdsAlone(text, code));
    }

    /**
     * Whether all products of the question stand somewhere in texts, which speak of something like
     * them: with a Fleet, but no Fleet Lite, there is none. Before a name of several words the
     * company's may stand.
     */
    boolean productsIn(String texts) {
        String squashed = squashed(texts);
        return products.stream()
                .allMatch(
                        product ->
                                squashed.contains(squashed(product))
                                        || squashed.contains(squashed(withoutFirst(product)))
                                        || !resembles(product, texts));
    }

    private static String withoutFirst(String product) {
        String rest = product.substring(product.indexOf(' ') + 1);
        return rest.contains(" ") ? rest : product;
    }

    private boolean resembles(String product, String texts) {
        return language == Language.ZH
                || Stream.of(product.split(" ")).anyMatch(word -> holdsAlone(texts, word));
    }

    /** The letters and digits alone, however they are spaced and hyphenated. */
    private static String squashed(String text) {
        return NO_LETTER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static boolean isCode(String name) {
        return CODE.matcher(name).matches();
    }

    private static boolean holds(String text, String name) {
        boolean latin = name.chars().allMatch(c -> c < 128);
        if (latin && (name.length() <= 2 || isCode(name))) {
            return holdsAlone(text, name);
        }
        String before = latin ? "(?<![a-z0-9])" : "";
        return found(text, before + Pattern.quote(name));
    }

    /** A code or a short Latin name must stand alone: H2 is not in H20. */
    private static boolean holdsAlone(String text, String name) {
        return found(text, "(?<![a-z0-9])" + Pattern.quote(name) + "(?![a-z0-9])");
    }

    private static boolean found(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).find();
    }

    /** The question without one of its words. */
    String without(String word) {
        return Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE)
                .matcher(searched)
                .replaceFirst("")
                .replaceAll("  +", " ");
    }
}
