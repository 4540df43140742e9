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
final class Hearing implements SilenceGate.Sink, AutoCloseable {

    /** A quarter of a second: smaller pieces cost time, larger ones delay stopping. */
    private static final int CHUNK = 4000;

    private final Recognizer recogniser;
    private final List<HeardWord> heard = new ArrayList<>();
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

    @Override
    public void feed(short[] samples) throws InterruptedException {
        for (short sample : samples) {
            chunk[filled++] = sample;
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
    @Override
    public void pause() {
        flush();
        keep(recogniser.getResult());
    }

    /** All words, after the last sample was fed. */
    List<HeardWord> end() {
        flush();
        keep(recogniser.getFinalResult());
        return heard;
    }

    private void flush() {
        if (filled > 0 && recogniser.acceptWaveForm(chunk, filled)) {
            keep(recogniser.getResult());
        }
        filled = 0;
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
