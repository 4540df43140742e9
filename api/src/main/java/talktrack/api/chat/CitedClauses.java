package talktrack.api.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import talktrack.api.llm.Negation;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * What is cited, clause by clause, to hold a sentence against what it comes from: where one says
 * that something is so and the other that it is not, shared words prove nothing.
 */
public final class CitedClauses {

    /** "And" also joins things, so that it ends no clause. */
    private static final Pattern CLAUSE_END =
            Pattern.compile(
                    "[;!?，；：。！？\\n]|[.,:](?!\\d)|(?i:\\b(?:but|while|although|whereas)\\b)|但是?");

    /** With fewer words a clause says where or when, of the next one. */
    private static final int LEAST_WORDS = 2;

    private final Language language;
    private final String cited;
    private final List<String> clauses;

    public CitedClauses(Language language, String cited) {
        this.language = language;
        this.cited = cited;
        clauses = clauses(cited);
    }

    /** Whether a sentence denies what is cited, or says what is denied there. */
    public boolean contradict(String sentence) {
        if (TextNormaliser.detect(cited) != language) {
            return Negation.isIn(sentence) && !Negation.isIn(cited);
        }
        Map<String, Boolean> denied = new HashMap<>();
        for (String clause : joined(clauses(sentence))) {
            boolean denies = Negation.isIn(clause);
            List<String> nearest = nearest(clause);
            String meant =
                    nearest.stream()
                            .filter(one -> Negation.isIn(one) == denies)
                            .findFirst()
                            .orElseGet(nearest::getFirst);
            denied.merge(meant, denies, Boolean::logicalOr);
            if (!denies && saysWhatIsDenied(clause, meant)) {
                return true;
            }
        }
        return denied.entrySet().stream()
                .anyMatch(one -> Negation.isIn(one.getKey()) != one.getValue());
    }

    /** Whether a sentence gives one thing the number of another. */
    boolean mixUp(String sentence) {
        return TextNormaliser.detect(cited) == language
                && joined(clauses(sentence)).stream().anyMatch(this::mixesUp);
    }

    /** A word stands beside other numbers only, in a clause of the same matter. */
    private boolean mixesUp(String clause) {
        List<String> words = words(clause);
        List<String> numbers = words.stream().filter(CitedClauses::isNumber).toList();
        List<String> counting =
                clauses.stream().filter(one -> shared(numbers, one) == numbers.size()).toList();
        return !numbers.isEmpty()
                && !counting.isEmpty()
                && words.stream()
                        .filter(word -> counting.stream().allMatch(one -> !holds(one, word)))
                        .anyMatch(
                                word ->
                                        holders(word).stream().allMatch(CitedClauses::isNumber)
                                                && areAkin(holders(word), counting, words));
    }

    private static boolean isNumber(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    /** With a word that only a clause has that denies it, and is of the same matter. */
    private boolean saysWhatIsDenied(String clause, String meant) {
        List<String> words = words(clause);
        return words.stream()
                .filter(word -> !holds(meant, word))
                .anyMatch(
                        word ->
                                holders(word).stream().allMatch(Negation::isIn)
                                        && areAkin(holders(word), List.of(meant), words));
    }

    /** Whether some of both speak of the same matter, by one of these words. */
    private boolean areAkin(List<String> some, List<String> others, List<String> words) {
        return words.stream()
                .anyMatch(
                        word ->
                                some.stream().anyMatch(one -> holds(one, word))
                                        && others.stream().anyMatch(one -> holds(one, word)));
    }

    private long shared(List<String> words, String clause) {
        return words.stream().filter(word -> holds(clause, word)).count();
    }

    private List<String> holders(String word) {
        return clauses.stream().filter(one -> holds(one, word)).toList();
    }

    private boolean holds(String clause, String word) {
        return coverage(List.of(word), clause) == 1;
    }

    private List<String> nearest(String clause) {
        List<String> words = words(clause);
        double best = clauses.stream().mapToDouble(one -> coverage(words, one)).max().orElse(0);
        return clauses.stream().filter(one -> coverage(words, one) == best).toList();
    }

    private double coverage(List<String> words, String clause) {
        return WordCoverage.of(words, language, clause, word -> 1);
    }

    private List<String> words(String clause) {
        return QuestionWords.of(language, clause);
    }

    private static List<String> clauses(String text) {
        return CLAUSE_END
                .splitAsStream(text)
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** Clauses of a sentence without those that only say yes or no. */
    private List<String> joined(List<String> clauses) {
        List<String> joined = new ArrayList<>();
        String begun = "";
        for (String clause : clauses) {
            if (words(clause).isEmpty()) {
                continue;
            }
            begun = begun.isEmpty() ? clause : begun + " " + clause;
            if (words(begun).size() >= LEAST_WORDS) {
                joined.add(begun);
                begun = "";
            }
        }
        if (!begun.isEmpty()) {
            joined.add(begun);
        }
        return joined;
    }
}
