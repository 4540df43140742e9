package talktrack.ingest.transcribe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import talktrack.ingest.decode.Decoded;
import talktrack.models.events.Word;

/** Hears one channel from start to end. */
final class ChannelRecogniser {

    private static final int FRAMES_PER_PROGRESS = 33;

    /** A word of which less is sound was heard in noise. */
    private static final double LEAST_LOUD_SHARE = 0.2;

    private final Decoded sound;
    private final int channel;
    private final List<Word> words = new ArrayList<>();

    ChannelRecogniser(Decoded sound, int channel) {
        this.sound = sound;
        this.channel = channel;
    }

    /**
     * @param heardSeconds learns how much of the recording is done
     * @return all words in order, their times in the recording
     */
    List<Word> words(SpeechModel model, DoubleConsumer heardSeconds)
            throws IOException, InterruptedException {
        Loudness loudness = loudness();
        if (loudness.silent()) {
            heardSeconds.accept(sound.seconds());
            return List.of();
        }
        SilenceGate gate = new SilenceGate(loudness.speechThreshold());
        try (PcmChannel pcm = new PcmChannel(sound, channel);
                Hearing hearing = new Hearing(model)) {
            int frames = 0;
            for (short[] frame = pcm.next(); frame.length > 0; frame = pcm.next()) {
                gate.accept(frame, hearing);
                if (++frames % FRAMES_PER_PROGRESS == 0) {
                    heardSeconds.accept((double) frames * Loudness.FRAME / Decoded.SAMPLE_RATE);
                }
            }
            hearing.end().forEach(word -> add(word, gate));
        }
        heardSeconds.accept(sound.seconds());
        return List.copyOf(words);
    }

    private Loudness loudness() throws IOException {
        Loudness loudness = new Loudness();
        try (PcmChannel pcm = new PcmChannel(sound, channel)) {
            for (short[] frame = pcm.next(); frame.length > 0; frame = pcm.next()) {
                loudness.add(Loudness.decibels(frame, 0, frame.length));
            }
        }
        return loudness;
    }

    private void add(Hearing.HeardWord heard, SilenceGate gate) {
        boolean noise = heard.word().startsWith("[") || heard.word().startsWith("<");
        TimeMap.Place place = gate.times().place(heard.start(), heard.end());
        if (!noise
                && gate.loudShare(place.startSeconds(), place.endSeconds()) >= LEAST_LOUD_SHARE) {
            words.add(
                    new Word(
                            heard.word(),
                            rounded(place.startSeconds(), 100),
                            rounded(place.endSeconds(), 100),
                            rounded(Math.clamp(heard.confidence(), 0.0, 1.0), 1000)));
        }
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
