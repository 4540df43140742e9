package talktrack.api.chat;

import java.util.List;
import java.util.Map;
import talktrack.api.chat.Retrieval.Found;
import talktrack.models.labels.Language;

/**
 * How sure it is that the best sentence answers the question: a logistic function of the evidence.
 *
 * <p>The weights come from {@code ChatCalibration} in the tests, which fits them to the questions
 * of invented companies and measures them on companies left out; docs/chat-quality.md has the
 * figures.
 */
final class Certainty {

    /** Below this the chat says that the documents do not say. */
    static final double ENOUGH = 0.5;

    private static final Map<Language, List<Double>> WEIGHTS =
            Map.of(
                    Language.EN,
                    List.of(
                            -1.87, 2.01, 0.99, 0.44, -0.78, 0.28, -0.10, -0.12, 0.34, 0.65, 0.64,
                            0.21, -3.21, -2.02, 0.26, 0.12, 0.22),
                    Language.ZH,
                    List.of(
                            -6.70, 4.90, 1.88, 1.21, -0.14, -0.64, -0.25, -0.22, -1.16, 1.44, 1.79,
                            0.47, -6.71, -5.53, 0.25, 0.11, 0.13));

    private Certainty() {}

    /** 0…1. */
    static double of(Found found) {
        return found.candidates().isEmpty() ? 0 : of(Evidence.of(found));
    }

    static double of(Evidence evidence) {
        List<Double> weights = WEIGHTS.get(evidence.language());
        double[] features = features(evidence);
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += weights.get(i) * features[i];
        }
        return logistic(sum);
    }

    /** In the order of the weights. */
    static double[] features(Evidence evidence) {
        return new double[] {
            1,
            evidence.cosine(),
            is(evidence.holdsKind()),
            is(evidence.holdsNames()),
            is(evidence.kind() == AnswerKind.REASON),
            is(evidence.kind() == AnswerKind.PERSON),
            is(
                    evidence.kind() == AnswerKind.MONEY
                            || evidence.kind() == AnswerKind.TIME
                            || evidence.kind() == AnswerKind.NUMBER),
            evidence.coverage(),
            evidence.sentenceNearness(),
            evidence.passageNearness(),
            evidence.leastNearness(),
            evidence.missing(),
            evidence.gap(),
            evidence.unevenness(),
            evidence.sentenceAnswers(),
            evidence.answers(),
            evidence.anyAnswers()
        };
    }

    private static double is(boolean condition) {
        return condition ? 1 : 0;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
