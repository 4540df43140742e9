package talktrack.ingest.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vosk.Recognizer;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.transcribe.SpeechModel;
import talktrack.models.events.Json;
import talktrack.models.events.Word;

/**
 * Vosk as its own examples use it: the channels one after the other, a quarter of a second at a
 * time, whatever is in them. Its sound is decoded already.
 */
final class RawVosk {

    private static final int FRAMES_AT_ONCE = 4000;

    private RawVosk() {}

    /** All words, the channels merged by start. */
    static List<Word> words(Decoded sound, SpeechModel model) throws IOException {
        List<Word> words = new ArrayList<>();
        for (int channel = 0; channel < sound.channels(); channel++) {
            hear(sound, channel, model, words);
        }
        words.sort(Comparator.comparingDouble(Word::startSeconds));
        return words;
    }

    private static void hear(Decoded sound, int channel, SpeechModel model, List<Word> words)
            throws IOException {
        int frameBytes = sound.channels() * Short.BYTES;
        byte[] bytes = new byte[FRAMES_AT_ONCE * frameBytes];
        byte[] samples = new byte[FRAMES_AT_ONCE * Short.BYTES];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(sound.pcm()));
                Recognizer recogniser = new Recognizer(model.model(), Decoded.SAMPLE_RATE)) {
            recogniser.setWords(true);
            for (int read = in.readNBytes(bytes, 0, bytes.length);
                    read > 0;
                    read = in.readNBytes(bytes, 0, bytes.length)) {
                int frames = read / frameBytes;
                for (int i = 0; i < frames; i++) {
                    int at = i * frameBytes + channel * Short.BYTES;
                    samples[2 * i] = bytes[at];
                    samples[2 * i + 1] = bytes[at + 1];
                }
                if (recogniser.acceptWaveForm(samples, frames * Short.BYTES)) {
                    keep(recogniser.getResult(), words);
                }
            }
            keep(recogniser.getFinalResult(), words);
        }
    }

    private static void keep(String json, List<Word> words) throws IOException {
        for (JsonNode word :
                Json.mapper().readTree(json.getBytes(StandardCharsets.UTF_8)).path("result")) {
            words.add(
                    new Word(
                            word.path("word").asText(),
                            word.path("start").asDouble(),
                            word.path("end").asDouble(),
                            Math.clamp(word.path("conf").asDouble(), 0.0, 1.0)));
        }
    }
}
