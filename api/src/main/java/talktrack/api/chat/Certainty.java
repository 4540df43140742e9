package talktrack.api.chat;

import talktrack.api.chat.Retrieval.Found;
import talktrack.models.labels.Language;

/**
 * How sure it is that the best sentence answers the question: a logistic function of the evidence.
 *
 * <p>The weights come from {@code ChatCalibration} in the tests, which fits them to the questions
 * of eight invented companies, to each other's documents too, and measures them on companies left
 * out; docs/chat-quality.md has the figures.
 */
final class Certainty {

    /** Below this the chat says that the documents do not say. */
    static final double ENOUGH = 0.5;

    private static final double[] WEIGHTS = {
        -4.80, 4.38, 1.38, 2.43, 1.73, -4.52, -2.99, -0.78, -20.49, -1.28
    };

    private Certainty() {}

    /** 0…1. */
    static double of(Found found) {
        return found.candidates().isEmpty() ? 0 : of(Evidence.of(found));
    }

    static double of(Evidence evidence) {
        double[] features = features(evidence);
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += WEIGHTS[i] * features[i];
        }
        return logistic(sum);
    }

    /** In the order of the weights. */
    static double[] features(Evidence evidence) {
        return new double[] {
            1,
            evidence.cosine(),
            evidence.coverage(),
            is(evidence.holdsKind()),
            is(evidence.holdsNames()),
            is(evidence.kind() == AnswerKind.REASON),
            is(evidence.kind() == AnswerKind.PERSON),
            is(
                    evidence.kind() == AnswerKind.MONEY
                            || evidence.kind() == AnswerKind.TIME
                            || evidence.kind() == AnswerKind.NUMBER),
            evidence.gap(),
            is(evidence.language() == Language.ZH)
        };
    }

    private static double is(boolean condition) {
        return condition ? 1 : 0;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
