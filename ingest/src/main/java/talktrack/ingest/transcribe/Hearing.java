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

    private final Recognizer recogniser;
    private final List<HeardWord> heard = new ArrayList<>();
    private final TimeMap times = new TimeMap();
    private final short[] chunk = new short[CHUNK];
    private int filled;

    Hearing(SpeechModel model) throws IOException {
        recogniser = new Recognizer(model.model(), Decoded.SAMPLE_RATE);
        recogniser.setWords(true);
    }

    private record Result(@JsonProperty("result") List<HeardWord> words) {}

    /** A word, its times counted in what was fed. */
    record HeardWord(
            String word, double start, double end, @JsonProperty("conf") double confidence) {}

    /** What is fed from now on stands here in the recording. */
    void begin(int frame) {
        times.begin((long) frame * Loudness.FRAME);
    }

    void feed(short[] samples) throws InterruptedException {
        times.fed(samples.length);
        for (int from = 0; from < samples.length; ) {
            int count = Math.min(samples.length - from, CHUNK - filled);
            System.arraycopy(samples, from, chunk, filled, count);
            filled += count;
            from += count;
            if (filled == CHUNK) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("recognition was stopped");
                }
                flush();
            }
        }
    }

    /**
     * Ends the utterance: in noise the recogniser does not notice by itself, and its search grows
     * with the length. Other than at the end of the sound, it stays tuned to the speaker.
     */
    void pause() {
        flush();
        keep(recogniser.getResult());
    }

    /** All words of ended utterances. */
    List<HeardWord> words() {
        return heard;
    }

    /** From time fed to time in the recording. */
    TimeMap times() {
        return times;
    }

    private void flush() {
        if (filled > 0 && recogniser.acceptWaveForm(chunk, filled)) {
            keep(recogniser.getResult());
        }
        filled = 0;
    }

    /** The last sounds' words, after the last sample was fed. */
    void end() {
        flush();
        keep(recogniser.getFinalResult());
    }

    private void keep(String json) {
        try {
            List<HeardWord> words =
                    Json.read(json.getBytes(StandardCharsets.UTF_8), Result.class).words();
            if (words != null) {
                heard.addAll(words);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Vosk's result is no JSON of words", e);
        }
    }

    @Override
    public void close() {
        recogniser.close();
    }
}
