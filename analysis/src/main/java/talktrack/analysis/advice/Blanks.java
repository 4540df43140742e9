package talktrack.analysis.advice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.models.labels.Language;

/**
 * Fills a talk track's blanks with what the call certainly says. Whatever is not certain, or too
 * long to be quoted within a sentence, stays a blank in curly braces.
 */
public final class Blanks {

    private static final Pattern BLANK = Pattern.compile("\\{([^{}]+)\\}");
    private static final Pattern CUSTOMER =
            Pattern.compile(
                    "(?i)(?:the )?customer(?:'s (?:name|company))?|(?:your )?company|客户(?:公司|名称)?");
    private static final Pattern PROBLEM =
            Pattern.compile("(?i)the problem(?: the customer named)?|(?:客户(?:说的|提到的))?问题");
    private static final Pattern CONSEQUENCE =
            Pattern.compile("(?i)the consequence the customer named|客户说的影响");
    private static final Pattern WISH =
            Pattern.compile("(?i)customer need|the wish the customer stated|客户(?:的|说出的)需求");
    private static final Pattern AMOUNT =
            Pattern.compile("(?i)the amount quoted|amount|price|报价金额|报价|价格");
    private static final Pattern MONEY =
            Pattern.compile(
                    "(?i)[$€£¥￥]\\s?\\d[\\d,.]*\\d|\\d[\\d,.]*\\s?(?:dollars|euros|pounds|yuan|usd|eur|gbp|rmb|万元|元|块)(?![\\p{L}])");

    /** More cannot be quoted within a sentence. */
    private static final int MOST_WORDS = 12;

    private static final int MOST_CHARACTERS = 22;

    /** After these a quotation can stand by itself; elsewhere it needs a noun to lean on. */
    private static final Pattern REPORTS =
            Pattern.compile("(?s).*(?:that|want|means|said|,|提到|提过一句|说|说了|想要|冒出来的)\\s*$");

    private Blanks() {}

    /** Words of the call, and the utterance that says them. */
    public record Said(String utteranceId, String words) {}

    /**
     * What the call says.
     *
     * @param customer the buyer's name, or empty
     * @param around what was said in the moment, where an amount may stand
     */
    public record Facts(
            Language language,
            String customer,
            Optional<Said> problem,
            Optional<Said> consequence,
            Optional<Said> wish,
            List<Said> around) {

        public Facts {
            around = List.copyOf(around);
        }
    }

    /**
     * @param text blanks that could not be filled still stand in it
     * @param citedIds the utterances that filled the others
     */
    public record Filled(String text, boolean changed, List<String> citedIds) {

        public Filled {
            citedIds = List.copyOf(citedIds);
        }
    }

    public static Filled fill(String text, Facts facts) {
        Set<String> cited = new LinkedHashSet<>();
        StringBuilder filled = new StringBuilder();
        Matcher matcher = BLANK.matcher(text);
        boolean changed = false;
        while (matcher.find()) {
            Optional<Said> words =
                    words(matcher.group(1).strip(), text.substring(0, matcher.start()), facts);
            words.map(Said::utteranceId).filter(id -> !id.isEmpty()).ifPresent(cited::add);
            changed |= words.isPresent();
            matcher.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(words.map(Said::words).orElse(matcher.group())));
        }
        matcher.appendTail(filled);
        return new Filled(filled.toString(), changed, new ArrayList<>(cited));
    }

    private static Optional<Said> words(String blank, String before, Facts facts) {
        if (CUSTOMER.matcher(blank).matches()) {
            return Optional.of(facts.customer().strip())
                    .filter(name -> !name.isEmpty())
                    .map(name -> new Said("", name));
        }
        if (AMOUNT.matcher(blank).matches()) {
            return amount(facts.around());
        }
        if (PROBLEM.matcher(blank).matches()) {
            return facts.problem()
                    .flatMap(
                            said ->
                                    quoted(
                                            said,
                                            before,
                                            facts.language(),
                                            "the problem you named"));
        }
        if (CONSEQUENCE.matcher(blank).matches()) {
            return facts.consequence()
                    .flatMap(said -> quoted(said, before, facts.language(), "what you said of it"));
        }
        if (WISH.matcher(blank).matches()) {
            return facts.wish()
                    .flatMap(said -> quoted(said, before, facts.language(), "the wish you named"));
        }
        return Optional.empty();
    }

    /** The one sum that was named; of two nobody knows which is meant. */
    private static Optional<Said> amount(List<Said> around) {
        List<Said> sums =
                around.stream()
                        .flatMap(
                                said ->
                                        MONEY.matcher(said.words())
                                                .results()
                                                .map(
                                                        found ->
                                                                new Said(
                                                                        said.utteranceId(),
                                                                        found.group().strip())))
                        .toList();
        return sums.stream().map(Said::words).distinct().count() == 1
                ? Optional.of(sums.getFirst())
                : Optional.empty();
    }

    /**
     * In quotation marks: the customer's own words, whoever "we" is in them.
     *
     * @param before what stands before the blank
     * @param noun for English
     */
    private static Optional<Said> quoted(Said said, String before, Language language, String noun) {
        return onlySentence(said.words(), language)
                .filter(words -> !words.matches("(?s).*[{}\\[\\]\"“”?？].*"))
                .filter(words -> fits(words, language))
                .map(
                        words ->
                                new Said(
                                        said.utteranceId(),
                                        placed("“" + words + "”", before, language, noun)));
    }

    private static String placed(String quote, String before, Language language, String noun) {
        if (REPORTS.matcher(before).matches()) {
            return quote;
        }
        return switch (language) {
            case EN -> "%s (%s)".formatted(noun, quote);
            case ZH -> quote + "这件事";
        };
    }

    /** The one sentence that says something; of two nobody knows which is meant. */
    private static Optional<String> onlySentence(String words, Language language) {
        List<String> telling = TellingSentences.of(words, language);
        return telling.size() == 1
                ? Optional.of(telling.getFirst().replaceAll("[.。!！,，;；…]+$", ""))
                : Optional.empty();
    }

    private static boolean fits(String words, Language language) {
        return switch (language) {
            case EN -> words.split("\\s+").length <= MOST_WORDS;
            case ZH -> words.length() <= MOST_CHARACTERS;
        };
    }
}
