package talktrack.api.callquestions;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.models.events.Person;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/**
 * What a question means that names nothing but another customer, rep or time than the question
 * about calls before it: that question, with these in the place of its own. Pure.
 *
 * @param reps whom the asker may know of
 * @param customers likewise
 * @param today in the zone whose days are meant
 */
record CallFollowUp(List<Person> reps, List<String> customers, LocalDate today) {

    /** What may stand beside the name or the time; any other word asks for something of its own. */
    private static final Pattern NOTHING_ELSE =
            Pattern.compile(
                    "(?:(?:and|but|so|also|or|then|ok|okay|well|what|how|about|in|during|of|for|with"
                            + "|from|to|by|the)\\b|那么|那|还有|另外|以及|然后|呢|在|跟|和|对|的|\\s)*");

    /** Its capital is its sentence's, and must not make it a beginning of a name. */
    private static final Pattern LEAD = Pattern.compile("^(?:And|But|So|Or|Then|What|How)\\b");

    /** "And April?" */
    private static final Pattern LAST_WORDS = Pattern.compile("(\\w+(?: \\d{4})?)\\W*$");

    private record Named(String customer, String rep, String time, String left) {
        boolean nothing() {
            return customer.isEmpty() && rep.isEmpty() && time.isEmpty();
        }
    }

    /**
     * @param before a question about calls that stands alone
     * @return empty when the question names anything else, or what the one before has no place for
     */
    Optional<String> reading(String question, String before, Language language) {
        String asked =
                LEAD.matcher(question).replaceFirst(lead -> lead.group().toLowerCase(Locale.ROOT));
        Named now = named(asked, language);
        if (now.nothing() && language == Language.EN) {
            asked = LAST_WORDS.matcher(asked).replaceFirst("in $1");
            now = named(asked, language);
        }
        if (now.nothing() || !NOTHING_ELSE.matcher(now.left()).matches()) {
            return Optional.empty();
        }
        Named then = named(before, language);
        String words = asked;
        String time = now.time();
        String rep = now.rep();
        return swapped(before, then.customer(), now.customer(), words)
                .flatMap(text -> swapped(text, then.rep(), rep, words))
                .flatMap(
                        text ->
                                then.time().isEmpty() && !time.isEmpty()
                                        ? timed(text, time, words, language)
                                        : swapped(text, then.time(), time, words))
                .filter(text -> !text.equals(before));
    }

    private Named named(String text, Language language) {
        String normalised = TextNormaliser.normalise(language, text);
        Names names = Names.in(text, normalised, language, reps, customers);
        SpanReader.Reading time = SpanReader.read(names.left(), language, today);
        return new Named(
                names.customerWords(), names.repWords(), time.words().strip(), time.left());
    }

    /** The text with these words in the place of those, as they are written in the question. */
    private static Optional<String> swapped(
            String text, String those, String these, String question) {
        if (these.isEmpty() || those.isEmpty()) {
            return these.isEmpty() ? Optional.of(text) : Optional.empty();
        }
        return written(text, those)
                .flatMap(
                        old ->
                                written(question, these)
                                        .map(
                                                put ->
                                                        text.substring(0, old.start())
                                                                + put.group()
                                                                + text.substring(old.end())));
    }

    /** A question that named no time, of this one. */
    private static Optional<String> timed(
            String text, String time, String question, Language language) {
        return written(question, time)
                .map(MatchResult::group)
                .map(
                        words ->
                                language == Language.ZH
                                        ? words + text
                                        : text.replaceFirst("[?.!\\s]+$", "") + " " + words + "?");
    }

    /** Where words stand that were found in the normalised text, if they stand there together. */
    private static Optional<MatchResult> written(String text, String words) {
        String apart =
                Stream.of(words.split(" "))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[^\\p{L}\\p{N}]+"));
        return Pattern.compile(
                        edge(words.charAt(0), "(?<![A-Za-z0-9])")
                                + apart
                                + edge(words.charAt(words.length() - 1), "(?![A-Za-z0-9])"),
                        Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .results()
                .findFirst();
    }

    /** Between Chinese characters there are no edges. */
    private static String edge(char end, String edge) {
        return end < 128 && Character.isLetter(end) ? edge : "";
    }
}
