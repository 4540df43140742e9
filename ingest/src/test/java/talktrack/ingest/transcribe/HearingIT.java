package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.ingest.Progress;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.decode.Decoder;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.labels.Language;

/** Speech of the demonstration by one recogniser, and by several that take over from each other. */
class HearingIT {

    private static final int FRAMES = 900;

    @TempDir Path folder;

    @Test
    void anotherRecogniserTakesOverWithoutLosingWordsOrTheirTimes() throws Exception {
        Decoded speech = speech();
        try (SpeechModels models = new SpeechModels(folder.resolve("models"))) {
            SpeechModel model = models.of(Language.EN);

            List<Hearing.HeardWord> byOne = heard(new Hearing(model), speech);
            List<Hearing.HeardWord> bySeveral = heard(new Hearing(model, 3), speech);

            List<Hearing.HeardWord> missing = new ArrayList<>(byOne);
            missing.removeIf(word -> bySeveral.stream().anyMatch(other -> same(word, other)));
            assertThat(byOne).hasSizeGreaterThan(30);
            assertThat(missing).hasSizeLessThan(byOne.size() / 5);
            assertThat(bySeveral).hasSizeLessThan(byOne.size() * 6 / 5);
        }
    }

    /** An utterance that is ended at a pause leaves no rest of its last word to the next one. */
    @Test
    void wordsBeforeAndAfterAPauseAreWhole() throws Exception {
        Decoded speech = speech();
        try (SpeechModels models = new SpeechModels(folder.resolve("models"))) {
            assertThat(
                            heardWithPauses(new Hearing(models.of(Language.EN)), speech).stream()
                                    .map(Hearing.HeardWord::word)
                                    .collect(Collectors.joining(" ")))
                    .contains("how are you doing today i am fine thank you");
        }
    }

    private static List<Hearing.HeardWord> heardWithPauses(Hearing hearing, Decoded sound)
            throws Exception {
        try (hearing;
                PcmChannel pcm = new PcmChannel(sound, 0)) {
            for (SilenceGate.Stretch stretch : SilenceGate.of(sound, 0).stretches()) {
                if (stretch.toFrame() > FRAMES) {
                    break;
                }
                pcm.skipTo(stretch.fromFrame());
                hearing.begin(stretch.fromFrame());
                for (int frame = 0; frame < stretch.frames(); frame++) {
                    hearing.feed(pcm.next());
                }
                hearing.pause();
            }
            hearing.end();
            return hearing.words();
        }
    }

    private static boolean same(Hearing.HeardWord one, Hearing.HeardWord other) {
        return one.word().equals(other.word()) && Math.abs(one.start() - other.start()) < 0.15;
    }

    private static List<Hearing.HeardWord> heard(Hearing hearing, Decoded sound) throws Exception {
        try (hearing;
                PcmChannel pcm = new PcmChannel(sound, 0)) {
            hearing.begin(0);
            for (int frame = 0; frame < FRAMES; frame++) {
                hearing.feed(pcm.next());
            }
            hearing.end();
            return hearing.words();
        }
    }

    private Decoded speech() throws Exception {
        Demonstration.Call call =
                Demonstration.calls().stream()
                        .filter(c -> c.file().endsWith("red-barn-furniture.flac"))
                        .findFirst()
                        .orElseThrow();
        Path file = folder.resolve("call.flac");
        try (InputStream in = Demonstration.open(call)) {
            Files.copy(in, file);
        }
        return new Decoder(folder.resolve("native"))
                .decode(
                        file,
                        Optional.empty(),
                        folder.resolve("call.pcm"),
                        1,
                        Optional.empty(),
                        Progress.NONE);
    }
}
