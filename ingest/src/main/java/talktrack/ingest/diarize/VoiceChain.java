package talktrack.ingest.diarize;

import java.util.Arrays;

/**
 * A hidden Markov model whose states are voices: each a background adapted to one speaker, with a
 * prior that keeps voices near the background. Fitted by variational Bayes, so that a voice more
 * must pay for itself.
 *
 * @see "Kenny, Bayesian Analysis of Speaker Diarization with Eigenvoice Priors, CRIM, 2008, here
 *     with a diagonal prior; Diez, Burget et al., IEEE/ACM TASLP 28, 2020"
 */
final class VoiceChain {

    private static final int MOST_ROUNDS = 30;
    private static final double ENOUGH = 0.05;

    private final Evidence evidence;
    private final Tuning tuning;
    private final double[] changeBefore;
    private final int voices;

    /** Per voice and piece, 0…1; voices sum to 1. */
    private final double[][] share;

    private double bound = Double.NEGATIVE_INFINITY;

    /**
     * @param changeBefore per piece, how probable another voice is than the piece before
     * @param start per voice and piece, a first guess of the shares
     */
    VoiceChain(Evidence evidence, Tuning tuning, double[] changeBefore, double[][] start) {
        this.evidence = evidence;
        this.tuning = tuning;
        this.changeBefore = changeBefore;
        voices = start.length;
        share = start;
    }

    /** Fits voices and shares in turns until nothing moves. */
    VoiceChain fitted() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double before = bound;
            step();
            if (bound - before < ENOUGH) {
                break;
            }
        }
        return this;
    }

    double[][] share() {
        return share;
    }

    /** Lower bound of the log evidence for this number of voices; the larger the better. */
    double bound() {
        return bound;
    }

    private void step() {
        double[][] fit = new double[voices][];
        double cost = 0;
        for (int v = 0; v < voices; v++) {
            Voice voice = new Voice(evidence.sum(share[v]), tuning);
            cost += voice.divergence();
            fit[v] = new double[evidence.pieces()];
            for (int p = 0; p < evidence.pieces(); p++) {
                fit[v][p] = voice.fit(evidence.counts(p), evidence.offsets(p));
            }
        }
        bound = forwardBackward(fit) - cost;
    }

    /** Fills in the shares; the log likelihood of all pieces. */
    private double forwardBackward(double[][] fit) {
        int pieces = evidence.pieces();
        double[][] forward = new double[pieces][voices];
        double[] scale = new double[pieces];
        double[][] likelihood = new double[pieces][voices];
        double total = 0;
        for (int p = 0; p < pieces; p++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int v = 0; v < voices; v++) {
                most = Math.max(most, fit[v][p]);
            }
            total += most;
            for (int v = 0; v < voices; v++) {
                likelihood[p][v] = Math.exp(fit[v][p] - most);
                double arriving = p == 0 ? 1.0 / voices : arriving(forward[p - 1], v, p);
                forward[p][v] = arriving * likelihood[p][v];
            }
            scale[p] = Math.max(1e-300, Arrays.stream(forward[p]).sum());
            total += Math.log(scale[p]);
            for (int v = 0; v < voices; v++) {
                forward[p][v] /= scale[p];
            }
        }
        double[] backward = new double[voices];
        Arrays.fill(backward, 1);
        for (int p = pieces - 1; p >= 0; p--) {
            double sum = 0;
            for (int v = 0; v < voices; v++) {
                share[v][p] = forward[p][v] * backward[v];
                sum += share[v][p];
            }
            for (int v = 0; v < voices; v++) {
                share[v][p] /= Math.max(1e-300, sum);
            }
            if (p > 0) {
                double[] ahead = new double[voices];
                for (int v = 0; v < voices; v++) {
                    ahead[v] = backward[v] * likelihood[p][v] / scale[p];
                }
                for (int v = 0; v < voices; v++) {
                    backward[v] = arriving(ahead, v, p);
                }
            }
        }
        return total;
    }

    private double arriving(double[] from, int to, int piece) {
        if (voices == 1) {
            return from[0];
        }
        double change = changeBefore[piece] / (voices - 1);
        double sum = 0;
        for (int v = 0; v < voices; v++) {
            sum += from[v] * (v == to ? 1 - changeBefore[piece] : change);
        }
        return sum;
    }
}
