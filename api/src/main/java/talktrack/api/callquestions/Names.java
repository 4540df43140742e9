package talktrack.api.callquestions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import talktrack.models.events.Person;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * Whom a question names.
 *
 * @param reps several where a name fits several
 * @param teamId the team
 * @param repWords that name the reps; empty where none do
 * @param customerWords that name the customers, likewise
 * @param left the text without the names
 */
record Names(
        List<Person> reps,
        Optional<String> teamId,
        List<String> customers,
        String repWords,
        String customerWords,
        String left) {

    /** First names that are words as well: only with a capital are they names. */
    private static final Set<String> WORDS_TOO =
            Set.of(
                    "will", "mark", "may", "grant", "bill", "rob", "sue", "art", "grace", "hope",
                    "joy", "dean", "chase", "frank", "pat", "rich", "drew", "faith", "jack", "guy",
                    "price", "long", "young", "brown", "white", "green", "black", "best", "reed",
                    "good", "wise", "sharp", "swift", "case", "page", "bell", "day", "hall", "june",
                    "april", "august", "rose", "ray", "lane", "miles", "carry", "major");

    private static final Set<String> LEGAL_FORMS =
            Set.of("ltd", "inc", "gmbh", "llc", "co", "corp", "plc", "ag", "limited", "company");

    private static final int SHORTEST_PREFIX = 3;
    private static final int SHORTEST_FUZZY = 5;

    /**
     * @param question as asked: capitals tell names from words
     * @param text the same, normalised
     */
    static Names in(
            String question, String text, Language language, List<Person> reps, List<String> all) {
        Found customers = customers(question, text, all);
        Found people = reps(question, customers.left, reps);
        Found teams = teams(people.left, reps);
        return new Names(
                reps.stream().filter(rep -> people.hits.contains(rep.repId())).toList(),
                teams.hits.stream().findFirst(),
                customers.hits,
                people.words,
                customers.words,
                teams.left);
    }

    /**
     * @param words that name them
     */
    private record Found(List<String> hits, String words, String left) {}

    private static Found customers(String question, String text, List<String> all) {
        String left = text;
        List<String> hits = new ArrayList<>();
        int longest = 0;
        String longestSpan = "";
        for (String customer : all) {
            String span =
                    isHan(customer)
                            ? chinese(text, customer, all)
                            : latin(question, text, customer);
            if (span.isEmpty() || span.length() < longest) {
                continue;
            }
            if (span.length() > longest) {
                hits.clear();
            }
            longest = span.length();
            longestSpan = span;
            hits.add(customer);
        }
        if (!longestSpan.isEmpty()) {
            left = without(left, longestSpan);
        }
        return new Found(hits, longestSpan, left);
    }

    /**
     * The longest beginning of the name that stands in the text; one word of several needs a
     * capital that no sentence gave it.
     */
    private static String latin(String question, String text, String customer) {
        List<String> tokens = new ArrayList<>(tokens(customer));
        while (tokens.size() > 1 && LEGAL_FORMS.contains(tokens.getLast())) {
            tokens.removeLast();
        }
        for (int length = tokens.size(); length > 0; length--) {
            String beginning = String.join(" ", tokens.subList(0, length));
            if (!stands(text, beginning)) {
                continue;
            }
            boolean sure = length > 1 || (tokens.size() == 1 && !WORDS_TOO.contains(beginning));
            if (sure
                    || (beginning.length() >= SHORTEST_PREFIX
                            && capitalWithin(question, beginning))) {
                return beginning;
            }
        }
        return "";
    }

    /**
     * The longest stretch that text and name share: three characters, or two that only this name
     * has and that do not end it, where the trade stands.
     */
    private static String chinese(String text, String customer, List<String> all) {
        for (int length = customer.length(); length >= 2; length--) {
            for (int from = 0; from + length <= customer.length(); from++) {
                String part = customer.substring(from, from + length);
                if (!text.contains(part)) {
                    continue;
                }
                boolean trade =
                        from + length == customer.length()
                                && length <= 3
                                && length < customer.length();
                boolean unique = all.stream().filter(other -> other.contains(part)).count() == 1;
                if (unique && !trade) {
                    return part;
                }
            }
        }
        return "";
    }

    private static Found reps(String question, String text, List<Person> reps) {
        List<String> best = List.of();
        String span = "";
        for (Way way : WAYS) {
            List<String> hits = new ArrayList<>();
            for (Person rep : reps) {
                Optional<String> hit = way.find(question, text, rep.name());
                if (hit.isPresent()) {
                    hits.add(rep.repId());
                    span = hit.get();
                }
            }
            if (!hits.isEmpty()) {
                best = hits;
                break;
            }
        }
        return new Found(best, span, span.isEmpty() ? text : without(text, span));
    }

    private interface Way {
        Optional<String> find(String question, String text, String name);
    }

    /** The surest way first. */
    private static final List<Way> WAYS =
            List.of(
                    (question, text, name) ->
                            Optional.of(normalised(name)).filter(whole -> standsOrIn(text, whole)),
                    (question, text, name) ->
                            isHan(name)
                                    ? Optional.empty()
                                    : tokens(name).stream()
                                            .filter(token -> token.length() >= 2)
                                            .filter(token -> stands(text, token))
                                            .filter(
                                                    token ->
                                                            !WORDS_TOO.contains(token)
                                                                    || capitalInside(
                                                                            question, token))
                                            .findFirst(),
                    (question, text, name) ->
                            isHan(name) && name.length() > 2
                                    ? Optional.of(name.substring(1)).filter(text::contains)
                                    : Optional.empty(),
                    (question, text, name) ->
                            isHan(name)
                                    ? Stream.of("小", "老")
                                            .map(prefix -> prefix + name.charAt(0))
                                            .filter(text::contains)
                                            .findFirst()
                                    : Optional.empty(),
                    (question, text, name) ->
                            isHan(name) ? Optional.empty() : fuzzy(question, text, name));

    /** A word with a capital that begins the first name, or is one letter off a long one. */
    private static Optional<String> fuzzy(String question, String text, String name) {
        String first = tokens(name).getFirst();
        return Stream.of(text.split(" "))
                .filter(word -> word.length() >= SHORTEST_PREFIX)
                .map(word -> word.endsWith("'s") ? word.substring(0, word.length() - 2) : word)
                .filter(word -> capitalInside(question, word))
                .filter(
                        word ->
                                first.startsWith(word)
                                        || (Math.min(word.length(), first.length())
                                                        >= SHORTEST_FUZZY
                                                && oneOff(word, first)))
                .findFirst();
    }

    private static Found teams(String text, List<Person> reps) {
        return reps.stream()
                .filter(rep -> rep.teamName().length() > 1)
                .filter(rep -> !rep.teamId().equals(Person.DEFAULT_TEAM))
                .filter(rep -> standsOrIn(text, normalised(rep.teamName())))
                .max(Comparator.comparingInt(rep -> rep.teamName().length()))
                .map(
                        rep ->
                                new Found(
                                        List.of(rep.teamId()),
                                        normalised(rep.teamName()),
                                        without(text, normalised(rep.teamName()))))
                .orElse(new Found(List.of(), "", text));
    }

    private static boolean isHan(String name) {
        return TextNormaliser.detect(name) == Language.ZH;
    }

    private static String normalised(String name) {
        return TextNormaliser.normalise(TextNormaliser.detect(name), name);
    }

    private static List<String> tokens(String name) {
        return List.of(normalised(name).split(" "));
    }

    private static boolean standsOrIn(String text, String name) {
        return isHan(name) ? text.contains(name) : stands(text, name);
    }

    private static boolean stands(String text, String words) {
        return word(words).matcher(text).find();
    }

    /** Between Chinese characters a Latin name stands alone as well. */
    private static Pattern word(String words) {
        return Pattern.compile("(?<![a-z0-9])" + Pattern.quote(words) + "(?:'s)?(?![a-z0-9'])");
    }

    /** Whether the question writes the word with a capital. */
    private static boolean capitalInside(String question, String word) {
        return capital(word).matcher(question).find();
    }

    /** The same where no sentence begins, since there every word has a capital. */
    private static boolean capitalWithin(String question, String word) {
        return capital(word)
                .matcher(question)
                .results()
                .map(hit -> question.substring(0, hit.start()).strip())
                .anyMatch(before -> !before.isEmpty() && ".?!:".indexOf(last(before)) < 0);
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }

    private static Pattern capital(String word) {
        String capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(capital));
    }

    private static String without(String text, String words) {
        return isHan(words)
                ? text.replace(words, " ")
                : word(words).matcher(text).replaceAll(" ").replaceAll(" +", " ").strip();
    }

    /** Whether one inserted, left out or other letter makes the words the same. */
    private static boolean oneOff(String one, String other) {
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int end = 0;
        while (end < shorter - from
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int left = Math.max(one.length(), other.length()) - from - end;
        return Math.abs(one.length() - other.length()) <= 1 && left <= 1;
    }
}
