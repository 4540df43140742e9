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
            Pattern.compile("(?i)(?:the )?customer(?:'s (?:name|company))?|(?:your )?company|客户(?:公司|名称)?");
    private static final Pattern PROBLEM =
            Pattern.compile("(?i)the problem(?: the customer named)?|(?:客户(?:说的|提到的))?问题");
    private static final Pattern CONSEQUENCE =
            Pattern.compile("(?i)the consequence the customer named|客户说的影响");
    private static final Pattern WISH =
            Pattern.compile("(?i)customer need|the wish the customer stated|客户(?:的|说出的)需求");
    private static final Pattern AMOUNT = Pattern.compile("(?i)the amount quoted|amount|price|报价金额|报价|价格");
    private static final Pattern MONEY =
            Pattern.compile(
                    "(?i)[$€£¥￥]\\s?\\d[\\d,.]*\\d|\\d[\\d,.]*\\s?(?:dollars|euros|pounds|yuan|usd|eur|gbp|rmb|万元|元|块)(?![\\p{L}])");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？])\\s*");

    /** More cannot be quoted within a sentence; fewer are fillers. */
    private static final int MOST_WORDS = 12;

    private static final int FEWEST_WORDS = 3;
    private static final int MOST_CHARACTERS = 22;
    private static final int FEWEST_CHARACTERS = 4;

    private Blanks() {}

    /**
     * Words of the call, and the utterance that says them.
     */
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
            Optional<Said> words = words(matcher.group(1).strip(), facts);
            words.map(Said::utteranceId).filter(id -> !id.isEmpty()).ifPresent(cited::add);
            changed |= words.isPresent();
            matcher.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(words.map(Said::words).orElse(matcher.group())));
        }
        matcher.appendTail(filled);
        return new Filled(filled.toString(), changed, new ArrayList<>(cited));
    }

    private static Optional<Said> words(String blank, Facts facts) {
        if (CUSTOMER.matcher(blank).matches()) {
            return Optional.of(facts.customer().strip())
                    .filter(name -> !name.isEmpty())
                    .map(name -> new Said("", name));
        }
        if (AMOUNT.matcher(blank).matches()) {
            return amount(facts.around());
        }
        if (PROBLEM.matcher(blank).matches()) {
            return facts.problem().flatMap(said -> quoted(said, facts.language()));
        }
        if (CONSEQUENCE.matcher(blank).matches()) {
            return facts.consequence().flatMap(said -> quoted(said, facts.language()));
        }
        if (WISH.matcher(blank).matches()) {
            return facts.wish().flatMap(said -> quoted(said, facts.language()));
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

    /** In quotation marks: the customer's own words, whoever "we" is in them. */
    private static Optional<Said> quoted(Said said, Language language) {
        return onlySentence(said.words(), language)
                .filter(words -> !words.matches("(?s).*[{}\\[\\]\"“”?？].*"))
                .filter(words -> size(words, language) <= most(language))
                .map(words -> new Said(said.utteranceId(), "“" + words + "”"));
    }

    /** The one sentence that says something; of two nobody knows which is meant. */
    private static Optional<String> onlySentence(String words, Language language) {
        List<String> telling =
                SENTENCE_END.splitAsStream(words)
                        .map(String::strip)
                        .map(sentence -> sentence.replaceAll("[.。!！,，;；…]+$", ""))
                        .filter(sentence -> size(sentence, language) >= fewest(language))
                        .toList();
        return telling.size() == 1 ? Optional.of(telling.getFirst()) : Optional.empty();
    }

    private static int size(String words, Language language) {
        return switch (language) {
            case EN -> words.split("\\s+").length;
            case ZH -> words.length();
        };
    }

    private static int most(Language language) {
        return language == Language.EN ? MOST_WORDS : MOST_CHARACTERS;
    }

    private static int fewest(Language language) {
        return language == Language.EN ? FEWEST_WORDS : FEWEST_CHARACTERS;
    }
}
