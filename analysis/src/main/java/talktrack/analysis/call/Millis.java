package talktrack.analysis.call;

/**
 * Times of a call in whole milliseconds, for comparing them with a limit. As doubles, 12.8 s − 12.5
 * s is a hair more than 0.3 s and 612.8 s − 612.5 s a hair less, and whether the rep interrupts
 * would hang on when the recording began.
 */
final class Millis {

    private Millis() {}

    static long of(double seconds) {
        return Math.round(seconds * 1000);
    }
}
