package talktrack.analysis.call;

/** Turns a measured value into a score by three anchors, with straight lines between them. */
final class Anchors {

    private Anchors() {}

    /**
     * @param zero value that scores 0; beyond it nothing gets worse
     * @param half value that scores 50, between the two others
     * @param full value that scores 100; beyond it nothing gets better
     */
    static double score(double value, double zero, double half, double full) {
        boolean rising = full > zero;
        double oriented = rising ? value : -value;
        double low = rising ? zero : -zero;
        double middle = rising ? half : -half;
        double high = rising ? full : -full;
        if (oriented <= middle) {
            return Math.clamp(50 * (oriented - low) / (middle - low), 0, 50);
        }
        return Math.clamp(50 + 50 * (oriented - middle) / (high - middle), 50, 100);
    }
}
