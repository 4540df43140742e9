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
                            -2.69, 1.85, 0.48, 0.31, 1.88, -0.90, 0.08, -0.22, -0.24, 0.00, 1.09,
                            0.19, 0.29, -2.59, -1.09, 0.41, 0.16, 0.18),
                    Language.ZH,
                    List.of(
                            -7.45, 4.69, 1.85, 0.77, 1.42, -0.39, -0.63, -0.18, -0.22, -1.01, 1.47,
                            1.60, 0.47, -6.85, -5.48, 0.25, 0.10, 0.13));

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
            is(evidence.holdsCodes()),
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
