package talktrack.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static talktrack.models.labels.Speaker.CUSTOMER;
import static talktrack.models.labels.Speaker.REP;
import static talktrack.models.labels.Speaker.UNKNOWN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.models.events.Recording;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Caution;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.FailureKind;
import talktrack.models.labels.Language;
import talktrack.models.labels.SourceMode;

class TranscriptReaderTest {

    private static final String TIMED =
            """
            WEBVTT

            00:00:01.000 --> 00:00:02.500
            <v Anna Brooks>How many seats do you have?

            00:00:03.000 --> 00:00:04.000
            <v Bob Chen>Fifty.
            """;

    @TempDir Path folder;

    @Test
    void aTimedTranscriptBecomesNumberedUtterancesAndAnEnd() throws Exception {
        Transcript transcript = read(TIMED, "Anna Brooks", "");

        assertThat(transcript.utterances())
                .extracting(
                        Utterance::utteranceId,
                        Utterance::index,
                        Utterance::speaker,
                        Utterance::speakerName,
                        Utterance::text)
                .containsExactly(
                        tuple("file-1-0000", 0, REP, "Anna Brooks", "How many seats do you have?"),
                        tuple("file-1-0001", 1, CUSTOMER, "Bob Chen", "Fifty."));
        assertThat(transcript.end().mode()).isEqualTo(SourceMode.TIMED_TRANSCRIPT);
        assertThat(transcript.end().durationSeconds()).hasValue(4.0);
        assertThat(transcript.end().model()).isEqualTo("imported");
        assertThat(transcript.end().cautions()).isEmpty();
    }

    @Test
    void withoutTimesNothingAboutTimeIsSaid() throws Exception {
        Transcript transcript = read("销售：您好，请问您目前用什么系统？\n客户：太贵了。\n", "", "");

        assertThat(transcript.utterances()).noneMatch(Utterance::timed);
        assertThat(transcript.end().durationSeconds()).isEmpty();
        assertThat(transcript.end().mode()).isEqualTo(SourceMode.UNTIMED_TRANSCRIPT);
        assertThat(transcript.end().cautions()).containsExactly(Caution.NO_TIMES);
    }

    @Test
    void theLanguageIsThatOfTheTextUnlessDeclared() throws Exception {
        assertThat(read("销售：您好\n客户：你好\n", "", "").utterances())
                .extracting(Utterance::language)
                .containsOnly(Language.ZH);
        assertThat(read(TIMED, "", "").utterances())
                .extracting(Utterance::language)
                .containsOnly(Language.EN);
        assertThat(
                        new TranscriptReader(Clock.systemUTC())
                                .read(request(TIMED, Optional.of(Language.ZH), "", ""))
                                .utterances())
                .extracting(Utterance::language)
                .containsOnly(Language.ZH);
    }

    @Test
    void aGuessedRepIsMarkedAsGuessed() throws Exception {
        assertThat(read(TIMED, "", "").end().cautions()).containsExactly(Caution.REP_GUESSED);
        assertThat(read(TIMED, "", "bob chen").end().cautions()).isEmpty();
        assertThat(read(TIMED, "", "bob chen").utterances().getFirst().speaker())
                .isEqualTo(CUSTOMER);
    }

    @Test
    void labelsInOwnJsonAreBelieved() throws Exception {
        Transcript transcript =
                read(
                        """
                        {"utterances": [{"speaker": "customer", "text": "thank you for calling"},
                                        {"speaker": "unknown", "text": "hello"}]}
                        """,
                        "",
                        "");

        assertThat(transcript.utterances())
                .extracting(Utterance::speaker)
                .containsExactly(CUSTOMER, UNKNOWN);
        assertThat(transcript.end().cautions()).containsExactly(Caution.NO_TIMES);
    }

    @Test
    void subtitlesWithoutNamesAreNobodysWords() throws Exception {
        Transcript transcript = read("1\n00:00:01,000 --> 00:00:02,000\nhello\n", "Anna", "");

        assertThat(transcript.utterances()).extracting(Utterance::speaker).containsExactly(UNKNOWN);
        assertThat(transcript.end().cautions()).containsExactly(Caution.MONO);
    }

    @Test
    void aCallInWhichNobodySpokeIsASuccess() throws Exception {
        Transcript transcript = read("{\"utterances\": []}", "", "");

        assertThat(transcript.utterances()).isEmpty();
        assertThat(transcript.end().cautions()).contains(Caution.NO_SPEECH);
    }

    @Test
    void aBrokenTranscriptTellsTheUserWhatToDo() {
        assertThatThrownBy(() -> read("{\"utterances\": [", "", ""))
                .isInstanceOfSatisfying(
                        UnreadableRecording.class,
                        e -> assertThat(e.kind()).isEqualTo(FailureKind.UNREADABLE_TRANSCRIPT))
                .hasMessage(
                        "This transcript cannot be read: its JSON is broken at line 1. Export it as WebVTT or SRT, or as lines like \"Anna: Hello\", and upload that.");
    }

    @Test
    void anEmptyTranscriptIsNamedSo() {
        assertThatThrownBy(() -> read("", "", ""))
                .isInstanceOfSatisfying(
                        UnreadableRecording.class,
                        e -> assertThat(e.kind()).isEqualTo(FailureKind.EMPTY_FILE))
                .hasMessageStartingWith("This file is empty (0 bytes)");
    }

    private Transcript read(String text, String repName, String repSpeaker) throws Exception {
        return new TranscriptReader(Clock.systemUTC())
                .read(request(text, Optional.empty(), repName, repSpeaker));
    }

    private ReadRequest request(
            String text, Optional<Language> language, String repName, String repSpeaker)
            throws Exception {
        Path file = folder.resolve("transcript");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return new ReadRequest(
                file,
                "file",
                1,
                Recording.Kind.TRANSCRIPT,
                language,
                ChannelLayout.AUTO,
                repName,
                repSpeaker,
                Optional.empty(),
                Optional.empty());
    }
}
