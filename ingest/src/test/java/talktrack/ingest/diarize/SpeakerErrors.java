package talktrack.ingest.diarize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much of a call is given to the wrong speaker, as NIST's {@code md-eval} counts it: speakers
 * are mapped one to one so that most time agrees; time within the collar around a reference
 * boundary is not scored; where several speak, each of them counts.
 *
 * @param scoredSeconds speech of the reference, outside of collars; overlap counts for each speaker
 * @param missedSeconds of it, nobody was heard
 * @param falseSeconds heard where nobody speaks
 * @param confusedSeconds given to another speaker
 * @see "NIST, The 2009 (RT-09) Rich Transcription Meeting Recognition Evaluation Plan, 2009"
 */
public record SpeakerErrors(
        double scoredSeconds, double missedSeconds, double falseSeconds, double confusedSeconds) {

    /** Reference boundaries are rarely known better: the usual collar. */
    public static final double USUAL_COLLAR_SECONDS = 0.25;

    /** Between two neighbouring boundaries nothing changes. */
    private record Piece(double seconds, Set<String> reference, Set<String> heard) {}

    public static SpeakerErrors between(
            List<Turn> reference, List<Turn> heard, double collarSeconds) {
        List<Piece> pieces = pieces(reference, heard, collarSeconds);
        double scored = 0;
        double missed = 0;
        double wrong = 0;
        double matchable = 0;
        for (Piece piece : pieces) {
            int said = piece.reference.size();
            int told = piece.heard.size();
            scored += piece.seconds * said;
            missed += piece.seconds * Math.max(0, said - told);
            wrong += piece.seconds * Math.max(0, told - said);
            matchable += piece.seconds * Math.min(said, told);
        }
        return new SpeakerErrors(
                scored, missed, wrong, Math.max(0, matchable - mostAgreement(pieces)));
    }

    /** Diarization error rate: all errors by the speech scored; can exceed 1. */
    public double errorRate() {
        return share(missedSeconds + falseSeconds + confusedSeconds);
    }

    /** The part of the error rate that comes from mistaken speakers. */
    public double confusionRate() {
        return share(confusedSeconds);
    }

    public SpeakerErrors plus(SpeakerErrors other) {
        return new SpeakerErrors(
                scoredSeconds + other.scoredSeconds,
                missedSeconds + other.missedSeconds,
                falseSeconds + other.falseSeconds,
                confusedSeconds + other.confusedSeconds);
    }

    private double share(double seconds) {
        return scoredSeconds > 0 ? seconds / scoredSeconds : 0;
    }

    private static List<Piece> pieces(List<Turn> reference, List<Turn> heard, double collar) {
        TreeSet<Double> boundaries = new TreeSet<>();
        List<double[]> unscored = new ArrayList<>();
        for (Turn turn : reference) {
            for (double edge : new double[] {turn.startSeconds(), turn.endSeconds()}) {
                boundaries.addAll(List.of(edge, edge - collar, edge + collar));
                unscored.add(new double[] {edge - collar, edge + collar});
            }
        }
        for (Turn turn : heard) {
            boundaries.addAll(List.of(turn.startSeconds(), turn.endSeconds()));
        }
        List<Double> edges = List.copyOf(boundaries);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 1; i < edges.size(); i++) {
            double middle = (edges.get(i - 1) + edges.get(i)) / 2;
            if (unscored.stream().noneMatch(u -> middle > u[0] && middle < u[1])) {
                pieces.add(
                        new Piece(
                                edges.get(i) - edges.get(i - 1),
                                speaking(reference, middle),
                                speaking(heard, middle)));
            }
        }
        return pieces;
    }

    private static Set<String> speaking(List<Turn> turns, double at) {
        Set<String> speakers = new HashSet<>();
        for (Turn turn : turns) {
            if (turn.startSeconds() <= at && at < turn.endSeconds()) {
                speakers.add(turn.speaker());
            }
        }
        return speakers;
    }

    /** Seconds on which both agree under the best one-to-one mapping. */
    private static double mostAgreement(List<Piece> pieces) {
        List<String> reference =
                pieces.stream().flatMap(p -> p.reference.stream()).distinct().sorted().toList();
        List<String> heard =
                pieces.stream().flatMap(p -> p.heard.stream()).distinct().sorted().toList();
        double[][] together = new double[reference.size()][heard.size()];
        for (Piece piece : pieces) {
            for (String said : piece.reference) {
                for (String told : piece.heard) {
                    together[reference.indexOf(said)][heard.indexOf(told)] += piece.seconds;
                }
            }
        }
        return best(together, 0, new boolean[heard.size()]);
    }

    /** Tries every mapping: calls have a handful of speakers. */
    private static double best(double[][] together, int row, boolean[] taken) {
        if (row == together.length) {
            return 0;
        }
        double most = best(together, row + 1, taken);
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                most = Math.max(most, together[row][column] + best(together, row + 1, taken));
                taken[column] = false;
            }
        }
        return most;
    }
}
