package talktrack.ingest.transcribe;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vosk.Recognizer;
import talktrack.ingest.decode.Decoded;
import talktrack.models.events.Json;

/** A Vosk recogniser at work, with what it has heard. */
final class Hearing implements AutoCloseable {

    /** A quarter of a second: smaller pieces cost time, larger ones delay stopping. */
    private static final int CHUNK = 4000;

    /**
     * Vosk searches some 0.3 to 0.7 s behind what it was fed. An utterance that were ended where a
     * pause begins would lose its last sounds to the next one, which makes words of them: "today, a
     * thank you". So it is ended when the search has reached the silence kept around the pause.
     */
    private static final int SEARCH_IS_BEHIND = (int) (0.4 * Decoded.SAMPLE_RATE);

    private static final long NO_PAUSE = Long.MAX_VALUE;

    /**
     * A small model's search graph is composed while it is searched, and Vosk keeps what it
     * composed for as long as the recogniser lives, whatever is reset. So where nobody pauses,
     * another one takes over after this.
     */
    private static final double RECOGNISER_SECONDS = 90;

    private final SpeechModel model;
    private final double recogniserSeconds;
    private final List<HeardWord> heard = new ArrayList<>();
    private final TimeMap times = new TimeMap();
    private final short[] chunk = new short[CHUNK];
    private Recognizer recogniser;

    /** In samples, by all recognisers and by those before this one. */
    private long accepted;

    private long acceptedBefore;
    private int filled;

    /** After how many samples the utterance is ended. */
    private long endsAt = NO_PAUSE;

    Hearing(SpeechModel model) throws IOException {
        this(model, RECOGNISER_SECONDS);
    }

    /**
     * @param recogniserSeconds how much one recogniser hears before another takes over
     */
    Hearing(SpeechModel model, double recogniserSeconds) throws IOException {
        this.model = model;
        this.recogniserSeconds = recogniserSeconds;
        recogniser = recogniser(model);
    }

    private static Recognizer recogniser(SpeechModel model) throws IOException {
        Recognizer recogniser = new Recognizer(model.model(), Decoded.SAMPLE_RATE);
        recogniser.setWords(true);
        return recogniser;
    }

    private record Result(@JsonProperty("result") List<HeardWord> words) {}

    /** A word, its times counted in what was fed. */
    record HeardWord(
            String word, double start, double end, @JsonProperty("conf") double confidence) {
        private HeardWord later(double seconds) {
            return new HeardWord(word, start + seconds, end + seconds, confidence);
        }
    }

    /** What is fed from now on stands here in the recording. */
    void begin(int frame) {
        times.begin((long) frame * Loudness.FRAME);
    }

    void feed(short[] samples) throws IOException, InterruptedException {
        times.fed(samples.length);
        for (int from = 0; from < samples.length; ) {
            int count =
                    (int)
                            Math.min(
                                    Math.min(samples.length - from, CHUNK - filled),
                                    endsAt - accepted - filled);
            System.arraycopy(samples, from, chunk, filled, count);
            filled += count;
            from += count;
            if (filled == CHUNK) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("recognition was stopped");
                }
                flush();
            }
            if (accepted + filled == endsAt) {
                flush();
                endUtterance();
            }
        }
    }

    private void endUtterance() {
        if (endsAt != NO_PAUSE) {
            keep(recogniser.getResult());
            endsAt = NO_PAUSE;
        }
    }

    /**
     * The utterance ends here, if Vosk does not end it by itself: in noise it does not notice, and
     * its search grows with the length. Other than at the end of the sound, it stays tuned to the
     * speaker.
     */
    void pause() {
        endsAt = accepted + filled + SEARCH_IS_BEHIND;
    }

    /** All words of ended utterances. */
    List<HeardWord> words() {
        return heard;
    }

    /** From time fed to time in the recording. */
    TimeMap times() {
        return times;
    }

    private void flush() throws IOException {
        if (filled > 0) {
            boolean ended = recogniser.acceptWaveForm(chunk, filled);
            accepted += filled;
            filled = 0;
            if (ended) {
                endsAt = NO_PAUSE;
            }
            if (ended && seconds(accepted - acceptedBefore) > recogniserSeconds) {
                replace();
            } else if (ended) {
                keep(recogniser.getResult());
            }
        }
    }

    /** Between two utterances. */
    private void replace() throws IOException {
        keep(recogniser.getFinalResult());
        Recognizer next = recogniser(model);
        recogniser.close();
        recogniser = next;
        acceptedBefore = accepted;
        NativeHeap.giveBack();
    }

    private static double seconds(long samples) {
        return (double) samples / Decoded.SAMPLE_RATE;
    }

    /** The last sounds' words, after the last sample was fed. */
    void end() throws IOException {
        flush();
        keep(recogniser.getFinalResult());
    }

    private void keep(String json) {
        try {
            List<HeardWord> words =
                    Json.read(json.getBytes(StandardCharsets.UTF_8), Result.class).words();
            if (words != null) {
                words.forEach(word -> heard.add(word.later(seconds(acceptedBefore))));
            }
        } catch (IOException e) {
            throw new IllegalStateException("Vosk's result is no JSON of words", e);
        }
    }

    @Override
    public void close() {
        recogniser.close();
        NativeHeap.giveBack();
    }
}
