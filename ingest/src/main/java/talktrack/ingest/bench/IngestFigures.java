package talktrack.ingest.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What was measured; every figure is a ratio of two measurements of the same run, or says its unit.
 *
 * @param loadAverage of the machine when it began: above {@code cores}, wall times mean little
 * @param recordings on each recording
 * @param oneCoreSpeedUp processor time of plain Vosk by that of ingest with one recogniser thread,
 *     decoding the file included
 * @param twoCoresSpeedUp wall time of plain Vosk by that of ingest with two recogniser threads
 * @param twoCoresSpeedUpByProcessorTime the same if two cores had been free: processor time of
 *     plain Vosk by that of ingest's busiest recogniser thread and everything outside of them
 * @param noPauseOverheadRatio how much more processor time ingest takes on speech without pauses,
 *     0.05 = 5 % more; below 0 it takes less
 * @param noPauseSeconds length of that speech
 * @param rawWordErrorRatio words that plain Vosk got wrong by words said; null without any text
 * @param oursWordErrorRatio the same of ingest
 * @param decoding how fast files are decoded and resampled
 * @param decoderStartSeconds processor time that starting the decoder takes each file
 * @param scaling what several threads do at once, by what one does
 * @param peakResidentBytes the most memory that this process had, Vosk and its model included
 */
public record IngestFigures(
        int cores,
        double loadAverage,
        String model,
        List<OfRecording> recordings,
        double oneCoreSpeedUp,
        double twoCoresSpeedUp,
        double twoCoresSpeedUpByProcessorTime,
        double noPauseOverheadRatio,
        double noPauseSeconds,
        Double rawWordErrorRatio,
        Double oursWordErrorRatio,
        List<Decoding> decoding,
        double decoderStartSeconds,
        List<Scaling> scaling,
        long peakResidentBytes) {

    /**
     * @param seconds its length
     * @param heardShare share of all channels' time that passed as possible speech, 0…1
     * @param referenceWords words said, as far as known
     */
    public record OfRecording(
            String file,
            double seconds,
            int channels,
            double heardShare,
            double rawProcessorSeconds,
            double oursProcessorSeconds,
            double rawWallSeconds,
            double oursTwoThreadsWallSeconds,
            double oursTwoThreadsBusiestSeconds,
            int referenceWords,
            int rawWordErrors,
            int oursWordErrors) {

        /** In one line. */
        String text() {
            return "%s: plain Vosk %.1f s of processor time, ours %.1f s; word errors %d and %d of %d"
                    .formatted(
                            file,
                            rawProcessorSeconds,
                            oursProcessorSeconds,
                            rawWordErrors,
                            oursWordErrors,
                            referenceWords);
        }
    }

    /**
     * @param timesRealTime seconds of sound by seconds of processor time, without the decoder's
     *     start
     * @param timesRealTimeWithStart with it
     */
    public record Decoding(
            String format, double seconds, double timesRealTime, double timesRealTimeWithStart) {}

    /**
     * @param throughput sound per wall time, by that of one thread
     */
    public record Scaling(int threads, double throughput) {}

    /** A figure beside its aim. */
    public record Aim(String name, double value, String aim, boolean met) {}

    /** The figures that have an aim. */
    public List<Aim> aims() {
        List<Aim> aims = new ArrayList<>();
        aims.add(atLeast("one core: speed-up over plain Vosk", oneCoreSpeedUp, 1.5));
        aims.add(atLeast("two cores: speed-up over plain Vosk", twoCoresSpeedUp, 2.5));
        aims.add(
                new Aim(
                        "overhead on speech without pauses",
                        noPauseOverheadRatio,
                        "≤ 0.05",
                        noPauseOverheadRatio <= 0.05));
        if (rawWordErrorRatio != null) {
            double worse = oursWordErrorRatio - rawWordErrorRatio;
            aims.add(
                    new Aim(
                            "word error rate, ours less plain Vosk's",
                            worse,
                            "≤ 0.005",
                            worse <= 0.005));
        }
        for (Decoding one : decoding) {
            aims.add(
                    atLeast(
                            "decoding %s, times real time".formatted(one.format()),
                            one.timesRealTime(),
                            300));
        }
        return aims;
    }

    private static Aim atLeast(String name, double value, double least) {
        return new Aim(
                name,
                value,
                least >= 100 ? "≥ %.0f".formatted(least) : "≥ %.1f".formatted(least),
                value >= least);
    }
}
