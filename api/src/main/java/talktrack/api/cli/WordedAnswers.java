package talktrack.api.cli;

import java.util.List;
import talktrack.api.chat.Answer;
import talktrack.api.chat.Answer.Source;

/**
 * What became of the answers that a language model was to word.
 *
 * @param model its name
 * @param answers in its words, every sentence of which the passages support
 * @param takenBack by the checker: the passages' own sentences came in their place
 * @param withoutIt in the passages' own sentences for another reason: it failed, came too late or
 *     was not asked
 */
record WordedAnswers(String model, int answers, int takenBack, int withoutIt) {

    static WordedAnswers of(String model, List<Answer> all, int takenBack) {
        return new WordedAnswers(
                model,
                count(all, Source.LANGUAGE_MODEL),
                takenBack,
                Math.max(0, count(all, Source.PASSAGES) - takenBack));
    }

    private static int count(List<Answer> all, Source source) {
        return (int)
                all.stream()
                        .filter(answer -> answer.answered() && answer.source() == source)
                        .count();
    }

    /** For people. */
    String text() {
        return "answers in the words of %s: %d; taken back by the checker: %d; without it for another reason: %d"
                .formatted(model, answers, takenBack, withoutIt);
    }
}
