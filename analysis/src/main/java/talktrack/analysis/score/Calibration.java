package talktrack.analysis.score;

import java.util.Map;

/**
 * Makes a classifier's scores honest: of utterances scored 0.8, four in five have that label.
 * Fitted on industries that the classifier had not seen.
 *
 * @param temperature over 1 makes the scores more modest, below 1 bolder
 * @param threshold of a yes-or-no classifier: from this raw score on the answer is yes
 */
public record Calibration(double temperature, double threshold) {

    /**
     * Of one classifier.
     *
     * @param together of both experts
     * @param byWords of the words' expert alone
     * @param shares how often each label is right in the corpus
     * @param sharesInCalls how often in whole calls, where most of what is said is nothing; empty
     *     for a yes-or-no classifier
     */
    public record Both(
            Calibration together,
            Calibration byWords,
            Map<String, Double> shares,
            Map<String, Double> sharesInCalls) {

        public Both {
            shares = Map.copyOf(shares);
            sharesInCalls = Map.copyOf(sharesInCalls);
        }

        /**
         * A calibrated probability as it is to be taken in a call, before scaling to a sum of 1: by
         * Bayes' rule it changes as the label's share does (Saerens, Latinne and Decaestecker,
         * 2002).
         */
        double inCall(String label, double probability) {
            return sharesInCalls.isEmpty()
                    ? probability
                    : probability
                            * Math.pow(
                                    sharesInCalls.get(label) / shares.get(label), PRIOR_WEIGHT);
        }
    }

    /** Less than 1, as the labelled calls are few and tidier than life. */
    private static final double PRIOR_WEIGHT = 0.8;

    /** The probabilities p^(1/temperature), scaled to a sum of 1. */
    public double[] calibrated(double[] raw) {
        double[] calibrated = new double[raw.length];
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            calibrated[i] = Math.pow(raw[i], 1 / temperature);
            sum += calibrated[i];
        }
        for (int i = 0; i < raw.length; i++) {
            calibrated[i] /= sum;
        }
        return calibrated;
    }
}
