package talktrack.ingest.diarize;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells the voices on one channel apart: evidence per word against a background made from the call
 * itself, clusters of stretches as a start, then a hidden Markov model over the words. As many
 * voices as the evidence pays for.
 */
public final class Diarizer {

    static final int MOST_VOICES = 4;
    private static final double MOST_PROBABLE_CHANGE = 0.5;

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
    public Diarization of(Sound sound, List<Span> words) throws IOException {
        VoiceFrames frames = VoiceFrames.of(sound, words);
        Found found = find(frames, words);
        return new Diarization(found.voices, found.voiceOf, found.doubt);
    }

    /** What was found, with what an estimate of its error can be made from. */
    record Found(int voices, List<Integer> voiceOf, double doubt, double[] bounds, double seconds) {}

    Found find(VoiceFrames frames, List<Span> words) {
        double seconds = frames.cepstra().length * VoiceFrames.HOP / (double) VoiceFrames.SAMPLE_RATE;
        if (frames.cepstra().length < 20) {
            return new Found(
                    Math.min(1, words.size()),
                    words.stream().map(w -> 1).toList(),
                    0,
                    new double[MOST_VOICES + 1],
                    seconds);
        }
        int components =
                (int) Math.clamp(seconds / tuning.secondsPerComponent(), 4.0, (double) tuning.mostComponents());
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
        double[] bounds = new double[MOST_VOICES + 1];
        Arrays.fill(bounds, Double.NEGATIVE_INFINITY);
        VoiceChain best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (VoiceChain chain : chains) {
            int voices = chain.share().length;
            bounds[voices] = chain.bound();
            double value =
                    chain.bound()
                            - (voices > 1 ? tuning.evidenceForTwo() : 0)
                            - tuning.evidencePerVoice() * Math.max(0, voices - 2);
            if (value > highest) {
                highest = value;
                best = chain;
            }
        }
        return told(best, words, bounds, seconds);
    }

    private static Found told(VoiceChain chain, List<Span> words, double[] bounds, double seconds) {
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
        return new Found(voices, voiceOf, all > 0 ? doubt / all : 0, bounds, seconds);
    }

    /** The longer the pause, the more probable is another voice after it. */
    private double[] changes(List<Span> words) {
        double[] change = new double[words.size()];
        for (int w = 1; w < change.length; w++) {
            double pause =
                    Math.max(0, words.get(w).startSeconds() - words.get(w - 1).endSeconds());
            change[w] =
                    0.01
                            + (MOST_PROBABLE_CHANGE - 0.01)
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
