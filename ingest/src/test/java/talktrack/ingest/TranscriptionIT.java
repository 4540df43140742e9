package talktrack.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static talktrack.ingest.TestAudio.clip;
import static talktrack.ingest.TestAudio.tone;
import static talktrack.ingest.TestAudio.wav;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.ingest.bench.WordErrors;
import talktrack.models.events.Json;
import talktrack.models.events.Utterance;
import talktrack.models.events.Word;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;
import talktrack.models.labels.SourceMode;
import talktrack.models.labels.Speaker;

/** Real recordings through FFmpeg and Vosk with the starter model. */
class TranscriptionIT {

    /** Two readers placed as the two sides of a call: customer on channel 0, rep on 1. */
    private static final String DUET = "derived/duet_A_stereo_16k.wav";

    private static final String SHORT_STEREO = "calls_stereo/google_two_channel_16k.wav";

    /** The starter model's word error rate on these clips was 0.18 when it came. */
    private static final double MOST_WORD_ERRORS = 0.23;

    /** How far a word may reach out of its turn: the turns' times are exact to 0.05 s. */
    private static final double TURN_EDGE_SECONDS = 0.25;

    @TempDir static Path data;

    private static RecordingReader reader;

    @BeforeAll
    static void open() {
        reader = new RecordingReader(data);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void wordErrorsOnReadSpeechStayUnderTheirBound() throws Exception {
        int wrong = 0;
        int said = 0;
        for (String name : exactEnglishClips()) {
            List<String> reference = WordErrors.spokenWords(Files.readString(clip(name + ".txt")));
            Transcript heard = read(clip(name), ChannelLayout.AUTO);
            wrong += WordErrors.between(reference, WordErrors.spokenWords(text(heard)));
            said += reference.size();
        }

        assertThat(wrong / (double) said).isLessThan(MOST_WORD_ERRORS);
    }

    @ParameterizedTest
    @ValueSource(strings = {DUET, "derived/duet_A_stereo_8k_mulaw.wav"})
    void everyWordLiesInATurnOfItsSpeaker(String name) throws Exception {
        Transcript transcript = read(clip(name), ChannelLayout.CUSTOMER_REP);
        JsonNode turns = turns(name);

        for (Utterance utterance : transcript.utterances()) {
            assertThat(utterance.speaker())
                    .isEqualTo(utterance.channel() == 0 ? Speaker.CUSTOMER : Speaker.REP);
            for (Word word : utterance.words()) {
                assertThat(turns)
                        .as(word.toString())
                        .anySatisfy(
                                turn -> {
                                    assertThat(turn.path("channel").asInt())
                                            .isEqualTo(utterance.channel());
                                    assertThat(word.startSeconds())
                                            .isGreaterThan(
                                                    turn.path("start").asDouble()
                                                            - TURN_EDGE_SECONDS);
                                    assertThat(word.endSeconds())
                                            .isLessThan(
                                                    turn.path("end").asDouble()
                                                            + TURN_EDGE_SECONDS);
                                });
            }
        }
        assertThat(turns)
                .as("nobody's turn is lost")
                .allSatisfy(
                        turn ->
                                assertThat(transcript.utterances())
                                        .anyMatch(
                                                u ->
                                                        u.channel() == turn.path("channel").asInt()
                                                                && u.startSeconds().getAsDouble()
                                                                        < turn.path("end")
                                                                                .asDouble()
                                                                && u.endSeconds().getAsDouble()
                                                                        > turn.path("start")
                                                                                .asDouble()));
    }

    @Test
    void utterancesOfBothChannelsAreNumberedByTheirStart() throws Exception {
        Transcript transcript = read(clip(SHORT_STEREO), ChannelLayout.REP_CUSTOMER);
        List<Utterance> utterances = transcript.utterances();

        assertThat(utterances)
                .extracting(Utterance::index)
                .containsExactlyElementsOf(IntStream.range(0, utterances.size()).boxed().toList());
        assertThat(utterances).extracting(u -> u.startSeconds().getAsDouble()).isSorted();
        assertThat(utterances)
                .filteredOn(u -> u.channel() == 0)
                .extracting(Utterance::speaker)
                .as("declared, and so believed")
                .containsOnly(Speaker.REP);
        assertThat(transcript.end().mode()).isEqualTo(SourceMode.STEREO);
        assertThat(transcript.end().model()).isEqualTo("starter-en");
        assertThat(transcript.end().cautions()).containsExactly(Caution.STARTER_MODEL);
    }

    @Test
    void whoeverSpeaksAloneOnOneStreamIsUnknown() throws Exception {
        Transcript transcript = read(clip("read/librivox_0880.wav"), ChannelLayout.REP_CUSTOMER);

        assertThat(transcript.utterances())
                .isNotEmpty()
                .extracting(Utterance::speaker)
                .containsOnly(Speaker.UNKNOWN);
        assertThat(transcript.end().mode()).isEqualTo(SourceMode.MONO);
        assertThat(transcript.end().cautions()).contains(Caution.MONO);
    }

    @Test
    void twoChannelsThatAreDeclaredMonoAreOneStream() throws Exception {
        Transcript transcript = read(clip(SHORT_STEREO), ChannelLayout.MONO);

        assertThat(transcript.utterances())
                .isNotEmpty()
                .extracting(Utterance::channel)
                .containsOnly(0);
        assertThat(transcript.end().mode()).isEqualTo(SourceMode.MONO);
        assertThat(transcript.end().channels()).as("of the file").isEqualTo(2);
    }

    @Test
    void aCopyOnBothChannelsIsOneStream() throws Exception {
        Transcript transcript = read(clip("formats/fw_jfk.flac"), ChannelLayout.AUTO);

        assertThat(text(transcript)).containsOnlyOnce("fellow american");
        assertThat(transcript.end().mode()).isEqualTo(SourceMode.FAKE_STEREO);
    }

    @Test
    void soundWithoutSpeechIsASuccessWithAWarning() throws Exception {
        for (Path quiet :
                List.of(
                        wav(folder("silence.wav"), 8000, 2, 5, i -> 0),
                        wav(folder("hiss.wav"), 16_000, 1, 5, i -> (i * 7919 % 13 - 6) / 20_000.0),
                        wav(folder("dial tone.wav"), 8000, 1, 5, tone(440, 8000)))) {
            Transcript transcript = read(quiet, ChannelLayout.AUTO);

            assertThat(transcript.utterances()).as(quiet.toString()).isEmpty();
            assertThat(transcript.end().cautions())
                    .containsExactly(Caution.STARTER_MODEL, Caution.NO_SPEECH);
            assertThat(transcript.end().durationSeconds().getAsDouble()).isCloseTo(5, within(0.01));
        }
    }

    @Test
    void silenceBetweenWordsIsSkippedAndMovesNoTime() throws Exception {
        byte[] clip = Files.readAllBytes(clip("read/librivox_0880.wav"));
        short[] speech = new short[(clip.length - 44) / 2];
        for (int i = 0; i < speech.length; i++) {
            speech[i] = (short) ((clip[44 + 2 * i] & 0xFF) | clip[45 + 2 * i] << 8);
        }
        int second = 60 * 16_000;
        Path twice =
                wav(
                        folder("twice.wav"),
                        16_000,
                        1,
                        60 + speech.length / 16_000.0,
                        i ->
                                speech[i < second ? Math.min(i, speech.length - 1) : i - second]
                                        / 32767.0);

        List<Word> words =
                read(twice, ChannelLayout.AUTO).utterances().stream()
                        .flatMap(u -> u.words().stream())
                        .toList();

        List<Word> first = words.stream().filter(w -> w.startSeconds() < 30).toList();
        List<Word> again = words.stream().filter(w -> w.startSeconds() >= 30).toList();
        assertThat(first).hasSizeGreaterThan(5);
        assertThat(again.getFirst().startSeconds())
                .isCloseTo(first.getFirst().startSeconds() + 60, within(0.15));
        assertThat(again.getLast().endSeconds())
                .isCloseTo(first.getLast().endSeconds() + 60, within(0.15));
    }

    @Test
    void recordingsReadSideBySideAreReadAsIfAlone() throws Exception {
        Path one = clip("read/librivox_0880.wav");
        Path other = clip("read/speechbrain_birch_canoe.wav");
        List<String> alone =
                List.of(text(read(one, ChannelLayout.AUTO)), text(read(other, ChannelLayout.AUTO)));

        List<CompletableFuture<String>> together = new ArrayList<>();
        for (Path file : List.of(one, other)) {
            together.add(CompletableFuture.supplyAsync(() -> textOf(file)));
        }

        assertThat(together.stream().map(CompletableFuture::join)).containsExactlyElementsOf(alone);
    }

    @Test
    void chineseSoundWithoutAModelIsNotReadAsEnglish() throws Exception {
        Path chinese = clip("zh/funasr_asr_example.wav");

        assertThatThrownBy(
                        () ->
                                reader.read(
                                        ReadRequest.oneShot(
                                                chinese,
                                                Optional.of(Language.ZH),
                                                ChannelLayout.AUTO,
                                                "",
                                                ""),
                                        Progress.NONE))
                .isInstanceOfSatisfying(
                        UnreadableRecording.class,
                        e -> assertThat(e.kind()).isEqualTo(FailureKind.NO_SPEECH_MODEL));
    }

    @Test
    void nothingIsLeftInTheWorkFolder() throws Exception {
        read(wav(folder("short.wav"), 8000, 1, 1, i -> 0), ChannelLayout.AUTO);

        try (var files = Files.list(data.resolve("ingest"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /** Read speech of which the collection knows every word. */
    private static List<String> exactEnglishClips() throws IOException {
        return Files.readAllLines(clip("MANIFEST.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .filter(columns -> columns[0].startsWith("read/"))
                .filter(columns -> columns[9].startsWith("exact"))
                .map(columns -> columns[0])
                .toList();
    }

    private static Transcript read(Path file, ChannelLayout channels) throws Exception {
        return reader.read(
                ReadRequest.oneShot(file, Optional.empty(), channels, "", ""), Progress.NONE);
    }

    private static String textOf(Path file) {
        try {
            return text(read(file, ChannelLayout.AUTO));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Transcript transcript) {
        return String.join(" ", transcript.utterances().stream().map(Utterance::text).toList());
    }

    private static JsonNode turns(String name) throws IOException {
        return Json.mapper().readTree(clip(name + ".json").toFile()).path("turns");
    }

    private static Path folder(String name) {
        return data.resolve(name);
    }
}
