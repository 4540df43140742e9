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
                            -2.65, 1.85, 0.49, 0.26, 1.91, -0.90, 0.07, -0.22, -0.23, 0.02, 1.06,
                            0.17, 0.28, -2.53, -1.13, 0.40, 0.16, 0.18),
                    Language.ZH,
                    List.of(
                            -7.41, 4.72, 1.88, 0.68, 1.46, -0.38, -0.64, -0.18, -0.20, -1.05, 1.42,
                            1.61, 0.48, -6.85, -5.30, 0.24, 0.11, 0.13));

    private Certainty() {}

    /** 0…1. */
    static double of(Found found) {
        return found.candidates().isEmpty() ? 0 : of(Evidence.of(found));
    }

    /** What nobody knows by that name has no answer, however near its namesakes are. */
    static double of(Evidence evidence) {
        if (!evidence.knowsProducts()) {
            return 0;
        }
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
