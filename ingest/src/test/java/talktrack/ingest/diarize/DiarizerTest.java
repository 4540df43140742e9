package talktrack.ingest.diarize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Voices here are pulses through random resonances; real ones are in {@code SpeakersIT}. */
class DiarizerTest {

    private static final int RATE = VoiceFrames.SAMPLE_RATE;

    @Test
    void twoVoicesInTurnsAreToldApartFromTheirSoundAlone()
            throws IOException, InterruptedException {
        Diarization told = diarization(List.of(1, 1, 1, 2, 2, 1, 2, 2, 2, 1, 1, 2), 110, 105);

        assertThat(told.voices()).isEqualTo(2);
        assertThat(told.voiceOf()).isEqualTo(words(List.of(1, 1, 1, 2, 2, 1, 2, 2, 2, 1, 1, 2)));
        assertThat(told.errorShare()).isBetween(0.0, 0.1);
    }

    @Test
    void aVoiceAloneIsOne() throws IOException, InterruptedException {
        Diarization told = diarization(Collections.nCopies(12, 1), 110);

        assertThat(told.voices()).isEqualTo(1);
        assertThat(told.voiceOf()).containsOnly(1);
        assertThat(told.errorShare()).isZero();
    }

    @Test
    void threeVoicesAreFoundWhereTheyAreThree() throws IOException, InterruptedException {
        List<Integer> turns = List.of(1, 2, 3, 1, 1, 3, 2, 2, 3, 1, 2, 3, 3, 1, 2);

        Diarization told = diarization(turns, 110, 190, 140);

        assertThat(told.voices()).isEqualTo(3);
        assertThat(told.voiceOf()).isEqualTo(words(turns));
    }

    @Test
    void amongAHandfulOfSamplesNothingIsTold() throws IOException, InterruptedException {
        Sound silence = (first, into) -> java.util.Arrays.fill(into, 0);

        assertThat(new Diarizer().of(silence, List.of()).voices()).isZero();
        assertThat(new Diarizer().of(silence, List.of(new Span(0, 0.1))).voiceOf())
                .containsExactly(1);
        assertThat(new Diarizer().of(silence, List.of(new Span(1, 1), new Span(2, 9))).voices())
                .isEqualTo(1);
    }

    private static final int WORDS_A_TURN = 6;
    private static final double WORD_SECONDS = 0.4;
    private static final double PAUSE_SECONDS = 0.4;

    private static List<Integer> words(List<Integer> turns) {
        return turns.stream().flatMap(t -> Collections.nCopies(WORDS_A_TURN, t).stream()).toList();
    }

    private static Diarization diarization(List<Integer> turns, double... hertz)
            throws IOException, InterruptedException {
        List<Span> words = new ArrayList<>();
        double turnSeconds = WORDS_A_TURN * WORD_SECONDS;
        double[] samples = new double[(int) (turns.size() * (turnSeconds + PAUSE_SECONDS) * RATE)];
        Random random = new Random(7);
        for (int turn = 0; turn < turns.size(); turn++) {
            double start = turn * (turnSeconds + PAUSE_SECONDS);
            for (int word = 0; word < WORDS_A_TURN; word++) {
                Span span =
                        new Span(
                                start + word * WORD_SECONDS,
                                start + (word + 1) * WORD_SECONDS - 0.01);
                words.add(span);
                int voice = turns.get(turn);
                say(samples, span, hertz[voice - 1], 1 + 0.12 * (voice - 1), random);
            }
        }
        return new Diarizer().of(LeakageTest.sound(samples), words);
    }

    /** Six vowels a word out of six, their resonances moved by the length of the vocal tract. */
    private static void say(
            double[] samples, Span span, double hertz, double tract, Random random) {
        double[][] vowels = {
            {300, 2300}, {400, 2000}, {650, 1700}, {700, 1100}, {450, 800}, {320, 900}
        };
        double[] vowel = vowels[0];
        double pitch = hertz;
        double loudness = 1;
        double[] state = new double[6];
        double phase = 0;
        int end = (int) (span.endSeconds() * RATE);
        for (int i = (int) (span.startSeconds() * RATE); i < end; i++) {
            if ((end - i) % (RATE / 16) == 0 || pitch == hertz) {
                vowel = vowels[random.nextInt(vowels.length)];
                pitch = hertz * (0.85 + 0.3 * random.nextDouble());
                loudness = 0.3 + random.nextDouble();
            }
            phase += pitch / RATE;
            double value = 20 * random.nextGaussian();
            if (phase >= 1) {
                phase -= 1;
                value += 1500 * loudness;
            }
            double[] resonances = {vowel[0], vowel[1], 2700};
            double sum = 0;
            for (int r = 0; r < 3; r++) {
                double radius = Math.exp(-Math.PI * (80 + 40 * r) / RATE);
                double turn = 2 * radius * Math.cos(2 * Math.PI * resonances[r] * tract / RATE);
                double next = value + turn * state[2 * r] - radius * radius * state[2 * r + 1];
                state[2 * r + 1] = state[2 * r];
                state[2 * r] = next;
                sum += next / (r + 1);
            }
            samples[i] += 0.3 * sum;
        }
    }
}
