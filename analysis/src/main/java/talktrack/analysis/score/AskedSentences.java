package talktrack.analysis.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import talktrack.models.events.Scored;
import talktrack.models.labels.QuestionType;

/**
 * The questions in written words of several sentences: what stands around a question would else
 * decide how it is read. Recognised words have no marks and are read as a whole.
 */
final class AskedSentences {

    /** Nobody asks more in one breath; what comes after is not read for itself. */
    private static final int MOST_QUESTIONS = 12;

    private static final Pattern END = Pattern.compile("(?<=[。？！?!])\\s*|(?<=[.…])\\s+");

    /** Less certain than this, a sentence alone tells less than all that was said. */
    private static final double CERTAIN_FROM = 0.5;

    /** By so much an earlier question must be more certain to stand for the later one. */
    private static final double CLEARLY = 0.3;

    private AskedSentences() {}

    /**
     * The type of what was asked last, or of what was asked earlier and is clearly more certain.
     *
     * @param read reads one sentence
     * @return nothing where there is one sentence, no question mark or no certain question
     */
    static Optional<Scored<QuestionType>> type(
            String text, Function<String, Scored<QuestionType>> read) {
        List<String> sentences = Arrays.asList(END.split(text.strip()));
        if (sentences.size() < 2) {
            return Optional.empty();
        }
        return sentences.stream()
                .filter(sentence -> sentence.endsWith("?") || sentence.endsWith("？"))
                .limit(MOST_QUESTIONS)
                .map(read)
                .filter(question -> question.label() != QuestionType.NONE)
                .filter(question -> question.score() >= CERTAIN_FROM)
                .reduce(AskedSentences::outweighs);
    }

    /**
     * A SPIN question outweighs another; of two the later one, unless it is clearly less certain.
     */
    private static Scored<QuestionType> outweighs(
            Scored<QuestionType> earlier, Scored<QuestionType> later) {
        if (earlier.label().isSpin() != later.label().isSpin()) {
            return earlier.label().isSpin() ? earlier : later;
        }
        return earlier.score() >= later.score() + CLEARLY ? earlier : later;
    }
}
