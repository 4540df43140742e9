package talktrack.ingest.voice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.decode.PcmSound;
import talktrack.models.events.Utterance;
import talktrack.models.events.VoiceMeasures;
import talktrack.models.events.Word;
import talktrack.models.labels.VoiceEmotion;

/** Measures how the utterances of a recording were said. */
public final class VoiceMeter {

    /** What is longer is measured on its beginning: nobody's pitch takes a minute to show. */
    private static final double MOST_SECONDS = 60;

    private static final double DECIBELS_OF_SILENCE = -100;

    private VoiceMeter() {}

    /**
     * The same utterances with how they were said.
     *
     * @param utterances of {@code sound}, with times
     * @param emotion whose pitch and arousal are measured; of all others only what levels and pace
     *     need
     */
    public static List<Utterance> measured(
            Decoded sound, List<Utterance> utterances, VoiceEmotion emotion)
            throws IOException, InterruptedException {
        List<VoiceMeasures> measures = new ArrayList<>();
        try (PcmSound first = new PcmSound(sound, 0);
                PcmSound last = new PcmSound(sound, sound.channels() - 1)) {
            for (Utterance said : utterances) {
                short[] samples = samples(said.channel() == 0 ? first : last, said);
                measures.add(of(said, samples, emotion.covers(said.speaker())));
            }
        }
        List<VoiceMeasures> rated = rated(utterances, measures, emotion);
        List<Utterance> measured = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            measured.add(utterances.get(i).withVoiceMeasures(rated.get(i)));
        }
        return measured;
    }

    private static VoiceMeasures of(Utterance said, short[] samples, boolean emotional) {
        double[] pitch = emotional ? Pitch.ofVoicedFrames(samples) : new double[0];
        OptionalDouble low = Pitch.percentile(pitch, 0.1);
        return new VoiceMeasures(
                rounded(Pitch.percentile(pitch, 0.5), 10),
                low.isPresent()
                        ? rounded(
                                OptionalDouble.of(
                                        semitones(
                                                low.getAsDouble(),
                                                Pitch.percentile(pitch, 0.9).getAsDouble())),
                                100)
                        : OptionalDouble.empty(),
                rounded(level(samples), 10),
                rounded(articulationRate(said), 100),
                rounded(pauseRatio(said), 1000),
                OptionalDouble.empty());
    }

    private static double semitones(double from, double to) {
        return 12 * Math.log(to / from) / Math.log(2);
    }

    static OptionalDouble level(short[] samples) {
        double energy = 0;
        for (short sample : samples) {
            energy += (double) sample * sample;
        }
        return samples.length == 0 || energy == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Math.max(
                                DECIBELS_OF_SILENCE,
                                10 * Math.log10(energy / samples.length / (32768.0 * 32768.0))));
    }

    private static OptionalDouble articulationRate(Utterance said) {
        double seconds =
                said.words().stream().mapToDouble(w -> w.endSeconds() - w.startSeconds()).sum();
        return seconds > 0
                ? OptionalDouble.of(Syllables.of(said.language(), said.text()) / seconds)
                : OptionalDouble.empty();
    }

    private static OptionalDouble pauseRatio(Utterance said) {
        double seconds = said.durationSeconds().orElse(0);
        if (seconds <= 0 || said.words().isEmpty()) {
            return OptionalDouble.empty();
        }
        double pauses = 0;
        for (int i = 1; i < said.words().size(); i++) {
            Word before = said.words().get(i - 1);
            pauses += Math.max(0, said.words().get(i).startSeconds() - before.endSeconds());
        }
        return OptionalDouble.of(Math.min(1, pauses / seconds));
    }

    /** What is usual is a matter of each voice, whoever it is taken for. */
    private static List<VoiceMeasures> rated(
            List<Utterance> utterances, List<VoiceMeasures> measures, VoiceEmotion emotion) {
        record Voice(int channel, int voice, boolean emotional) {}
        Map<Voice, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < utterances.size(); i++) {
            Utterance said = utterances.get(i);
            places.computeIfAbsent(
                            new Voice(said.channel(), said.voice(), emotion.covers(said.speaker())),
                            voice -> new ArrayList<>())
                    .add(i);
        }
        List<VoiceMeasures> rated = new ArrayList<>(measures);
        places.forEach(
                (voice, own) -> {
                    if (voice.emotional()) {
                        List<VoiceMeasures> found =
                                Arousal.rated(own.stream().map(measures::get).toList());
                        for (int i = 0; i < own.size(); i++) {
                            rated.set(own.get(i), found.get(i));
                        }
                    }
                });
        return List.copyOf(rated);
    }

    /** The last word may end a little after the sound. */
    private static short[] samples(PcmSound sound, Utterance said)
            throws IOException, InterruptedException {
        double seconds = Math.min(MOST_SECONDS, said.durationSeconds().orElse(0));
        return sound.samples(
                (long) (said.startSeconds().orElse(0) * Decoded.SAMPLE_RATE),
                (int) (seconds * Decoded.SAMPLE_RATE));
    }

    private static OptionalDouble rounded(OptionalDouble value, double parts) {
        return value.isPresent()
                ? OptionalDouble.of(Math.rint(value.getAsDouble() * parts) / parts)
                : value;
    }
}
