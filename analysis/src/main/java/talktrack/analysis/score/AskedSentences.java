package talktrack.analysis.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.models.events.FurtherQuestion;
import talktrack.models.events.Scored;
import talktrack.models.labels.Language;
import talktrack.models.labels.QuestionType;
import talktrack.models.text.Segmenter;

/**
 * The questions in written words of several sentences: what stands around a question would else
 * decide how it is read. Recognised words have no marks and are read as a whole.
 *
 * @param main the type of what was asked last, or of what was asked earlier and is clearly more
 *     certain
 * @param further the others that ask something of their own, in order
 */
record AskedSentences(Scored<QuestionType> main, List<FurtherQuestion> further) {

    /** Nobody asks more in one breath; what comes after is not read for itself. */
    private static final int MOST_QUESTIONS = 12;

    private static final Pattern END = Pattern.compile("(?<=[。？！?!])\\s*|(?<=[.…])\\s+");

    /** Less certain than this, a sentence alone tells less than all that was said. */
    private static final double CERTAIN_FROM = 0.5;

    /** By so much an earlier question must be more certain to stand for the later one. */
    private static final double CLEARLY = 0.3;

    /** A shorter one offers an answer to the question before it ("Excel?"), or fills a pause. */
    private static final int FEWEST_UNITS = 3;

    AskedSentences {
        further = List.copyOf(further);
    }

    /**
     * @param read reads one sentence
     * @return nothing where there is one sentence, no question mark or no certain question
     */
    static Optional<AskedSentences> of(
            Language language, String text, Function<String, Scored<QuestionType>> read) {
        List<FurtherQuestion> asked = new ArrayList<>();
        for (Sentence sentence : questions(text)) {
            Scored<QuestionType> type = read.apply(sentence.in(text));
            if (type.label() != QuestionType.NONE && type.score() >= CERTAIN_FROM) {
                asked.add(new FurtherQuestion(type, sentence.from(), sentence.to()));
            }
        }
        return asked.stream()
                .reduce(AskedSentences::outweighs)
                .map(
                        main ->
                                new AskedSentences(
                                        main.question(),
                                        asked.stream()
                                                .filter(one -> !one.equals(main))
                                                .filter(one -> asksItself(language, text, one))
                                                .toList()));
    }

    private record Sentence(int from, int to) {
        String in(String text) {
            return text.substring(from, to);
        }
    }

    private static List<Sentence> questions(String text) {
        List<Sentence> sentences = sentences(text);
        return sentences.size() < 2
                ? List.of()
                : sentences.stream()
                        .filter(one -> one.in(text).endsWith("?") || one.in(text).endsWith("？"))
                        .limit(MOST_QUESTIONS)
                        .toList();
    }

    private static List<Sentence> sentences(String text) {
        List<Sentence> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            add(text, from, end.start(), sentences);
            from = end.end();
        }
        add(text, from, text.length(), sentences);
        return sentences;
    }

    /** Marks alone, as the second one of "what?!", are no sentence. */
    private static void add(String text, int from, int to, List<Sentence> sentences) {
        String words = text.substring(from, to);
        if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
            int start = from + words.length() - words.stripLeading().length();
            sentences.add(new Sentence(start, start + words.strip().length()));
        }
    }

    private static boolean asksItself(Language language, String text, FurtherQuestion one) {
        return Segmenter.spokenUnits(language, text.substring(one.from(), one.to()))
                >= FEWEST_UNITS;
    }

    /**
     * A SPIN question outweighs another; of two the later one, unless it is clearly less certain.
     */
    private static FurtherQuestion outweighs(FurtherQuestion earlier, FurtherQuestion later) {
        Scored<QuestionType> before = earlier.question();
        Scored<QuestionType> after = later.question();
        if (before.label().isSpin() != after.label().isSpin()) {
            return before.label().isSpin() ? earlier : later;
        }
        return before.score() >= after.score() + CLEARLY ? earlier : later;
    }
}
