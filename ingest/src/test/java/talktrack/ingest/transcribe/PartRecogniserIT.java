package talktrack.ingest.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.ingest.Progress;
import talktrack.ingest.UnreadableRecording;
import talktrack.ingest.decode.Decoded;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;

/** Noise through the real recogniser, with more and with less time than it takes. */
class PartRecogniserIT {

    private static final int SECONDS = 3;

    /** Less than any machine takes. */
    private static final TimeBudget NO_TIME = new TimeBudget(1e-9);

    private static final TimeBudget ANY_TIME = new TimeBudget(1e9);

    @TempDir static Path folder;

    private static SpeechModels models;
    private static Decoded noise;

    @BeforeAll
    static void open() throws Exception {
        models = new SpeechModels(folder.resolve("models"));
        Random random = new Random(4);
        ByteBuffer samples =
                ByteBuffer.allocate(2 * SECONDS * Decoded.SAMPLE_RATE)
                        .order(ByteOrder.LITTLE_ENDIAN);
        while (samples.hasRemaining()) {
            samples.putShort((short) (random.nextGaussian() * 3000));
        }
        Path pcm = Files.write(folder.resolve("noise.pcm"), samples.array());
        noise = new Decoded(pcm, 1, 1, SECONDS, false, false);
    }

    @AfterAll
    static void close() {
        models.close();
    }

    @Test
    void whatTakesTooLongIsSkippedUpToThePause() throws Exception {
        PartRecogniser.HeardPart heard = heard(NO_TIME);

        assertThat(heard.skippedSeconds()).isCloseTo(SECONDS, within(0.05));
        assertThat(heard.words()).isEmpty();
    }

    @Test
    void nothingIsSkippedWhenThereIsTime() throws Exception {
        assertThat(heard(ANY_TIME).skippedSeconds()).isZero();
    }

    @Test
    void aCallOfWhichMostTookTooLongFailsWithAReason() throws Exception {
        List<PartRecogniser.HeardPart> skipped = List.of(heard(NO_TIME));

        assertThatThrownBy(() -> Transcriber.refuseWhenSkipped(skipped, 0))
                .isInstanceOfSatisfying(
                        UnreadableRecording.class,
                        refused -> {
                            assertThat(refused.kind()).isEqualTo(FailureKind.UNRECOGNISABLE);
                            assertThat(refused.reason()).contains("another language");
                        });
        Transcriber.refuseWhenSkipped(skipped, 60); // too little yet to judge a long call
    }

    @Test
    void ordinaryNoiseStaysWithinTheBudgetAndItsSpeedIsTold() throws Exception {
        try (Transcriber transcriber = new Transcriber(2, Transcriber.USUAL_PAUSE_SECONDS)) {
            Heard heard = transcriber.hear(noise, 1, models.of(Language.EN), Progress.NONE);

            assertThat(heard.skippedSeconds()).isZero();
            assertThat(heard.soundSeconds()).isCloseTo(SECONDS, within(0.05));
            assertThat(heard.decodeSecondsPerSoundSecond()).isPositive();
        }
    }

    private static PartRecogniser.HeardPart heard(TimeBudget budget) throws Exception {
        Part whole = Part.of(0, SilenceGate.of(noise, 0)).getFirst();
        SpeechModel measured = models.of(Language.EN);
        SpeechModel model = new SpeechModel(measured.name(), measured.model(), budget);
        return new PartRecogniser(noise, whole, model, more -> {}).hear();
    }
}
