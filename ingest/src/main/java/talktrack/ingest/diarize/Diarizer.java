package talktrack.ingest.diarize;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Tells the voices on one channel apart: evidence per word against a background made from the call
 * itself, clusters of stretches as a start, then a hidden Markov model over the words. As many
 * voices as the evidence pays for.
 */
public final class Diarizer {

    static final int MOST_VOICES = 4;
    private static final double MOST_PROBABLE_CHANGE = 0.5;
    private static final double LEAST_PROBABLE_CHANGE = 0.01;

    /** Less than half a second of speech tells nothing. */
    private static final int LEAST_FRAMES = 20;

    private static final double LEAST_COMPONENTS = 4;

    private static final double ERROR_CONSTANT = -0.95;
    private static final double ERROR_BY_DOUBT = 0.45;
    private static final double ERROR_BY_GAIN = -0.80;
    private static final double ERROR_BY_VOICE_MORE = 1.74;

    private final Tuning tuning;

    public Diarizer() {
        this(Tuning.USUAL);
    }

    Diarizer(Tuning tuning) {
        this.tuning = tuning;
    }

    /**
     * @param words in order of time; a voice says each as a whole
     */
    public Diarization of(Sound sound, List<Span> words) throws IOException, InterruptedException {
        return find(VoiceFrames.of(sound, words), words);
    }

    private Diarization find(VoiceFrames frames, List<Span> words) {
        if (frames.cepstra().length < LEAST_FRAMES) {
            return new Diarization(
                    Math.min(1, words.size()), words.stream().map(word -> 1).toList(), 0);
        }
        double seconds =
                frames.cepstra().length * VoiceFrames.HOP / (double) VoiceFrames.SAMPLE_RATE;
        int components =
                (int)
                        Math.clamp(
                                seconds / tuning.secondsPerComponent(),
                                LEAST_COMPONENTS,
                                tuning.mostComponents());
        Background background = Background.of(frames.cepstra(), components);
        Evidence evidence =
                Evidence.of(frames, background, tuning.frameShare(), tuning.pitchShare());
        double[] change = changes(words);
        List<VoiceChain> chains = new ArrayList<>();
        for (List<List<Integer>> clusters : Clusters.of(evidence, words, tuning, MOST_VOICES)) {
            chains.add(
                    new VoiceChain(evidence, tuning, change, start(clusters, words.size()))
                            .fitted());
        }
        VoiceChain best =
                chains.stream()
                        .max(Comparator.comparingDouble(chain -> worth(chain, seconds)))
                        .orElseThrow();
        return told(best, (best.bound() - chains.getFirst().bound()) / seconds, words);
    }

    /** How well so many voices explain the call, less what they must explain better. */
    private double worth(VoiceChain chain, double seconds) {
        int voices = chain.share().length;
        return chain.bound()
                - (voices > 1 ? tuning.evidenceForTwo() : 0)
                - (tuning.evidencePerVoice() + tuning.evidencePerSecond() * seconds)
                        * Math.max(0, voices - 2);
    }

    /**
     * @param gain by how much the voices explain each second better than a single one
     */
    private static Diarization told(VoiceChain chain, double gain, List<Span> words) {
        double[][] share = chain.share();
        int[] number = new int[share.length];
        int voices = 0;
        List<Integer> voiceOf = new ArrayList<>();
        double doubt = 0;
        double all = 0;
        for (int w = 0; w < words.size(); w++) {
            int best = 0;
            for (int v = 1; v < share.length; v++) {
                best = share[v][w] > share[best][w] ? v : best;
            }
            if (number[best] == 0) {
                number[best] = ++voices;
            }
            voiceOf.add(number[best]);
            doubt += (1 - share[best][w]) * words.get(w).seconds();
            all += words.get(w).seconds();
        }
        return new Diarization(
                voices,
                voiceOf,
                voices < 2 || all == 0 ? 0 : errorShare(doubt / all, gain, voices));
    }

    /**
     * What the confusion of speakers will be: a logistic regression on constructed mixes
     * (docs/speakers.md). The model's own doubt alone is far too small, as it takes its voices for
     * granted; whether they are real shows in what they explain.
     */
    private static double errorShare(double doubt, double gain, int voices) {
        double value =
                ERROR_CONSTANT
                        + ERROR_BY_DOUBT * Math.log(doubt + 0.001)
                        + ERROR_BY_GAIN * Math.log(Math.max(0.05, gain))
                        + ERROR_BY_VOICE_MORE * (voices - 2);
        return 1 / (1 + Math.exp(-value));
    }

    /** The longer the pause, the more probable is another voice after it. */
    private double[] changes(List<Span> words) {
        double[] change = new double[words.size()];
        for (int w = 1; w < change.length; w++) {
            double pause = Math.max(0, words.get(w).startSeconds() - words.get(w - 1).endSeconds());
            change[w] =
                    LEAST_PROBABLE_CHANGE
                            + (MOST_PROBABLE_CHANGE - LEAST_PROBABLE_CHANGE)
                                    * (1 - Math.exp(-pause / tuning.changeSeconds()));
        }
        return change;
    }

    private static double[][] start(List<List<Integer>> clusters, int pieces) {
        int voices = clusters.size();
        double[][] start = new double[voices][pieces];
        for (int v = 0; v < voices; v++) {
            Arrays.fill(start[v], 1.0 / voices);
        }
        for (int v = 0; v < voices; v++) {
            for (int piece : clusters.get(v)) {
                for (int other = 0; other < voices; other++) {
                    start[other][piece] = other == v ? 0.9 : 0.1 / Math.max(1, voices - 1);
                }
                if (voices == 1) {
                    start[0][piece] = 1;
                }
            }
        }
        return start;
    }
}
