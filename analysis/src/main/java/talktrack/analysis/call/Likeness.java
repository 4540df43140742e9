package talktrack.analysis.call;

import talktrack.models.labels.Language;

/**
 * From which likeness of two {@link Meaning}s on it says something. The values were chosen on pairs
 * of six industries and measured on six others (docs/metrics.md "Needs"; {@code LikenessMeasure}
 * prints the tables). Vectors of the two languages lie on different scales.
 */
final class Likeness {

    private Likeness() {}

    /** From here on two moments are about one matter, however far apart. */
    static double sameMatter(Language language) {
        return switch (language) {
            case EN -> 0.40;
            case ZH -> 0.60;
        };
    }

    /** From here on what follows directly is about the same matter as what went before. */
    static double sameMatterNearby(Language language) {
        return switch (language) {
            case EN -> 0.30;
            case ZH -> 0.55;
        };
    }

    /** From here on what the rep presents answers what the customer needs. */
    static double answers(Language language) {
        return switch (language) {
            case EN -> 0.35;
            case ZH -> 0.55;
        };
    }

    /**
     * An answer that comes no nearer to a talk track than this has nothing of it: so near come
     * three of four answers of people who know none.
     */
    static double unlikeTalkTrack(Language language) {
        return switch (language) {
            case EN -> 0.41;
            case ZH -> 0.65;
        };
    }

    /** An answer as near as this says the same, as three of four do that were written to. */
    static double asTalkTrack(Language language) {
        return switch (language) {
            case EN -> 0.57;
            case ZH -> 0.84;
        };
    }
}
