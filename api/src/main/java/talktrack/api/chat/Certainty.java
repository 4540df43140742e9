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
                            -5.77, 3.14, 1.15, 0.95, -1.20, -0.84, -0.28, 0.00, 0.88, 1.43, 1.29,
                            0.11, -5.09, -3.73),
                    Language.ZH,
                    List.of(
                            -10.81, 6.16, 2.33, 1.69, -2.57, -0.98, -0.43, 0.62, 1.44, 0.85, 1.64,
                            0.12, -13.87, -9.49));

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
            evidence.unevenness()
        };
    }

    private static double is(boolean condition) {
        return condition ? 1 : 0;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
