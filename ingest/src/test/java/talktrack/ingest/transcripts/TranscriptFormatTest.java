package talktrack.ingest.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TranscriptFormatTest {

    @TempDir Path folder;

    @Test
    void theContentDecidesWhateverTheNameSays() throws Exception {
        assertThat(TranscriptFormat.sniff(file("a.wav", "WEBVTT\n\n".getBytes())))
                .contains(TranscriptFormat.WEBVTT);
        assertThat(TranscriptFormat.sniff(file("a.mp3", "\n1\n00:00:01,000 --> ".getBytes())))
                .contains(TranscriptFormat.SRT);
        assertThat(TranscriptFormat.sniff(file("a.srt", " { \"utterances\" : [] }".getBytes())))
                .contains(TranscriptFormat.JSON);
        assertThat(TranscriptFormat.sniff(file("a.vtt", "Rep: hi\nCustomer: hi\n".getBytes())))
                .contains(TranscriptFormat.LINES);
    }

    @Test
    void aCharacterThatIsCutAtTheEndOfTheBeginningDoesNotHideATranscript() throws Exception {
        for (String charset : new String[] {"UTF-8", "GB18030"}) {
            byte[] text =
                    ("销售：您好\n客户：你好\n" + "销售：我们的方案。\n客户：太贵了！\n".repeat(4000))
                            .getBytes(Charset.forName(charset));
            for (int shift = 0; shift < 3; shift++) {
                byte[] shifted = new byte[text.length + shift];
                java.util.Arrays.fill(shifted, (byte) ' ');
                System.arraycopy(text, 0, shifted, shift, text.length);

                assertThat(TranscriptFormat.sniff(file("long.txt", shifted)))
                        .as(charset + " moved by " + shift)
                        .contains(TranscriptFormat.LINES);
            }
        }
    }

    @Test
    @Timeout(120)
    void linesOfBlanksAreTextOfNoKind() throws Exception {
        String line = "a" + " ".repeat(60_000) + "b\n";

        assertThat(TranscriptFormat.sniff(file("a.txt", line.getBytes()))).isEmpty();
        assertThat(TranscriptFormat.sniff(file("b.txt", line.repeat(50).getBytes()))).isEmpty();
    }

    @Test
    void soundAndNoiseAreNoTranscripts() throws Exception {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);

        assertThat(TranscriptFormat.sniff(file("noise.txt", noise))).isEmpty();
        assertThat(TranscriptFormat.sniff(file("empty.txt", new byte[0]))).isEmpty();
    }

    private Path file(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes);
    }
}
