package talktrack.analysis.score;

import talktrack.models.labels.Language;

/** Where classifiers are so unsure of a label that somebody else should be asked. */
public final class Border {

    /**
     * Below this calibrated probability a label is right about one time in two (the reliability
     * tables of docs/model-card.md).
     */
    private static final double SURE_FROM = 0.6;

    /** A step or fault whose probability is nearer than this to its threshold may be either. */
    private static final double HANDLING_SURE_FROM = 0.05;

    private Border() {}

    /**
     * How much of a guess a label is.
     *
     * @param score its calibrated probability
     * @return from 0, where it is sure enough, to 1
     */
    public static double doubt(double score) {
        return Math.max(0, 1 - score / SURE_FROM);
    }

    /**
     * The same of handling, by the most doubtful of its answers.
     *
     * @param text what the rep says
     * @param objection that it answers
     */
    public static double handlingDoubt(Language language, String text, String objection) {
        Classifiers classifiers = Classifiers.of(language);
        double margin = classifiers.handlingMargin(classifiers.clues(text, objection));
        return Math.max(0, 1 - margin / HANDLING_SURE_FROM);
    }
}
