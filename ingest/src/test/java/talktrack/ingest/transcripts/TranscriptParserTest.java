package talktrack.ingest.transcripts;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.models.labels.Speaker;

class TranscriptParserTest {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16LE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16BE_MARK = {(byte) 0xFE, (byte) 0xFF};

    // ---- WebVTT, as meeting programs export it

    @Test
    void zoomNamesSpeakersBeforeAColon() throws Exception {
        assertThat(
                        read(
                                """
                                WEBVTT

                                1
                                00:00:03.100 --> 00:00:05.900
                                Anna Brooks: How do you track your orders today?

                                2
                                00:00:06.400 --> 00:00:09.000
                                Li Wei: In a spreadsheet, at 10:30 every morning.
                                """))
                .containsExactly(
                        "3.10-5.90 Anna Brooks: How do you track your orders today?",
                        "6.40-9.00 Li Wei: In a spreadsheet, at 10:30 every morning.");
    }

    @Test
    void teamsNamesSpeakersInVoiceTags() throws Exception {
        assertThat(
                        read(
                                """
                                WEBVTT

                                9c7f3c52-4a8e-4b43-9d0e-0f5b3f1c7d11/14-0
                                00:00:03.100 --> 00:00:05.900
                                <v Anna Brooks>How do you track
                                your orders today?</v>

                                9c7f3c52-4a8e-4b43-9d0e-0f5b3f1c7d11/15-0
                                00:00:06.400 --> 00:00:09.000
                                <v 李伟>每天早上用表格登记。</v>
                                """))
                .containsExactly(
                        "3.10-5.90 Anna Brooks: How do you track your orders today?",
                        "6.40-9.00 李伟: 每天早上用表格登记。");
    }

    @Test
    void severalVoicesOfOneCueShareItsTimes() throws Exception {
        assertThat(
                        read(
                                """
                                WEBVTT

                                00:03.000 --> 00:05.000
                                <v.loud Anna>Hello.</v> <v Bob>Hi.</v>
                                """))
                .containsExactly("3.00-5.00 Anna: Hello.", "3.00-5.00 Bob: Hi.");
    }

    @Test
    void meetCaptionsHaveNotesAndStylesWhichNobodySays() throws Exception {
        assertThat(
                        read(
                                """
                                WEBVTT - Transcript
                                Kind: captions

                                STYLE
                                ::cue { color: red }

                                NOTE
                                recorded by Anna: internal only

                                00:00:03.000 --> 00:00:05.000 align:start position:0%
                                Anna Brooks: <i>Hello</i> &amp; welcome, <00:00:04.000><c>Bob</c>.

                                00:00:05.500 --> 00:00:06.000
                                Bob Chen: Hi.
                                """))
                .containsExactly(
                        "3.00-5.00 Anna Brooks: Hello & welcome, Bob.", "5.50-6.00 Bob Chen: Hi.");
    }

    @Test
    void piecesOfASentenceThatFitAScreenBecomeOneUtteranceAgain() throws Exception {
        assertThat(
                        read(
                                """
                                WEBVTT

                                00:00:01.000 --> 00:00:02.000
                                <v Anna>so what does that cost you</v>

                                00:00:02.100 --> 00:00:03.000
                                <v Anna>every month</v>

                                00:00:03.100 --> 00:00:04.000
                                <v Bob>too much</v>

                                00:00:06.000 --> 00:00:07.000
                                <v Bob>far too much</v>
                                """))
                .containsExactly(
                        "1.00-3.00 Anna: so what does that cost you every month",
                        "3.10-4.00 Bob: too much",
                        "6.00-7.00 Bob: far too much");
    }

    @Test
    void chinesePiecesAreJoinedWithoutASpace() throws Exception {
        assertThat(
                        read(
                                """
                                WEBVTT

                                00:00:01.000 --> 00:00:02.000
                                <v 张敏>您目前用的是什么系统，

                                00:00:02.100 --> 00:00:03.000
                                <v 张敏>每个月要花

                                00:00:03.000 --> 00:00:04.000
                                <v 张敏>多少时间？
                                """))
                .containsExactly("1.00-4.00 张敏: 您目前用的是什么系统，每个月要花多少时间？");
    }

    @Test
    void piecesWhoseTimesClaimMoreThanAnybodySaysBecomeSeveralUtterances() throws Exception {
        String piece = "00:00:01.000 --> 00:00:01.000\n<v Anna>" + "word ".repeat(20) + "\n\n";
        List<Cue> cues =
                TranscriptParser.parse(("WEBVTT\n\n" + piece.repeat(20_000)).getBytes(UTF_8));

        assertThat(cues).hasSize(3_334);
        assertThat(cues).allMatch(cue -> cue.text().length() <= 600);
        assertThat(cues.stream().mapToInt(cue -> cue.text().split(" ").length).sum())
                .as("no word is lost")
                .isEqualTo(20_000 * 20);
    }

    @Test
    void aSentenceThatEndedIsNotJoinedWithTheNext() throws Exception {
        assertThat(
                        read(
                                """
                                WEBVTT

                                00:00:01.000 --> 00:00:02.000
                                <v Anna>How many seats?

                                00:00:02.000 --> 00:00:03.000
                                <v Anna>And since when?
                                """))
                .hasSize(2);
    }

    @Test
    void cuesAreOrderedByTheirStartNotByTheirPlaceInTheFile() throws Exception {
        assertThat(
                        read(
                                """
                                WEBVTT

                                00:00:06.000 --> 00:00:07.000
                                <v Bob>second

                                00:00:01.000 --> 00:00:02.000
                                <v Anna>first
                                """))
                .containsExactly("1.00-2.00 Anna: first", "6.00-7.00 Bob: second");
    }

    @Test
    void whatOnlyLooksLikeMarkupStaysText() throws Exception {
        assertThat(
                        read(
                                """
                                WEBVTT

                                00:01.000 --> 00:02.000
                                <v Bob>our margin is < 3 % and > 1 %, I <3 it, &lt;b&gt; too
                                """))
                .containsExactly("1.00-2.00 Bob: our margin is < 3 % and > 1 %, I <3 it, <b> too");
    }

    // ---- SRT

    @Test
    void srtHasNumbersAndCommas() throws Exception {
        assertThat(
                        read(
                                """
                                1
                                00:00:01,000 --> 00:00:02,500
                                销售：您好，请问是王总吗？

                                2
                                00:00:03,000 --> 00:00:04,000
                                客户：我是。
                                """))
                .containsExactly("1.00-2.50 销售: 您好，请问是王总吗？", "3.00-4.00 客户: 我是。");
    }

    @Test
    void aColonThatOnlyOneCueHasIsNoName() throws Exception {
        assertThat(
                        read(
                                """
                                1
                                00:00:01,000 --> 00:00:02,500
                                One thing: we pay too much.

                                2
                                00:00:03,000 --> 00:00:04,000
                                I see.

                                3
                                00:00:05,000 --> 00:00:06,000
                                How much is it?

                                4
                                00:00:07,000 --> 00:00:08,000
                                A lot.
                                """))
                .first()
                .isEqualTo("1.00-2.50 : One thing: we pay too much.");
    }

    @Test
    void anEndBeforeItsStartIsTakenAsTheStart() throws Exception {
        assertThat(read("1\n00:00:05,000 --> 00:00:02,000\nhello\n"))
                .containsExactly("5.00-5.00 : hello");
    }

    // ---- lines

    @Test
    void linesNameSpeakersBeforeAHalfOrFullWidthColon() throws Exception {
        assertThat(
                        read(
                                """
                                Anna Brooks: How many seats do you have?
                                王总：大概五十个。
                                Anna Brooks : And how do you bill them: by month?

                                王总：按年。
                                """))
                .containsExactly(
                        "Anna Brooks: How many seats do you have?",
                        "王总: 大概五十个。",
                        "Anna Brooks: And how do you bill them: by month?",
                        "王总: 按年。");
    }

    @Test
    void aLineWithoutANameGoesOnWithTheLastSpeaker() throws Exception {
        assertThat(read("Anna: so tell me\nhow that works.\nBob: well.\n"))
                .containsExactly("Anna: so tell me how that works.", "Bob: well.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[00:00:12] Anna: hello\n[00:00:15] Bob: hi\n",
                "00:12 Anna: hello\n00:15 Bob: hi\n",
                "Anna (00:12): hello\nBob (00:15): hi\n",
                "Anna [00:00:12]：hello\nBob [00:00:15]：hi\n",
            })
    void aTimeThatSaysOnlyWhenSomebodyBeganIsNoTime(String text) throws Exception {
        assertThat(read(text)).containsExactly("Anna: hello", "Bob: hi");
    }

    @Test
    void threeSpeakersOfAShortCallAreATranscript() throws Exception {
        assertThat(read("Anna: hello\nBob: hi\nCarol: hi all\nAnna: shall we start\n")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Anna,\nthank you for the call. One thing: we need a quote.\nBest, Bob\n",
                "From: anna@example.com\nTo: bob@example.com\nSubject: quote\nDate: Monday\n",
                "1: first\n2: second\n1: third\n",
                "https://example.com/a\nhttps://example.com/b\n",
                "尊敬的王总：\n感谢您的来电。\n此致敬礼\n",
            })
    void lettersHeadersAndListsAreNoTranscripts(String text) {
        assertThat(TranscriptFormat.sniff(text)).isEmpty();
    }

    // ---- own JSON

    @Test
    void ownJsonKeepsSpeakersAndTimes() throws Exception {
        List<Cue> cues =
                TranscriptParser.parse(
                        """
                        {"file": "call.wav", "durationSeconds": 9.1, "utterances": [
                          {"speaker": "rep", "startSeconds": 1.25, "endSeconds": 2, "text": "hello"},
                          {"speaker": "customer", "speakerName": "Li Wei", "startSeconds": 3, "endSeconds": 4.5, "text": "你好", "words": []}]}
                        """
                                .getBytes(UTF_8));

        assertThat(cues).extracting(Cue::speaker).containsExactly(Speaker.REP, Speaker.CUSTOMER);
        assertThat(cues.stream().map(TranscriptParserTest::shown))
                .containsExactly("1.25-2.00 : hello", "3.00-4.50 Li Wei: 你好");
    }

    @Test
    void aSpeakerThatIsNoLabelIsAName() throws Exception {
        List<Cue> cues =
                TranscriptParser.parse(
                        "{\"utterances\":[{\"speaker\":\"Anna\",\"text\":\"hi\"}]}"
                                .getBytes(UTF_8));

        assertThat(cues.getFirst().name()).isEqualTo("Anna");
        assertThat(cues.getFirst().speaker()).isEqualTo(Speaker.UNKNOWN);
    }

    @Test
    void timesOfOnlySomeUtterancesAreNoTimes() throws Exception {
        assertThat(
                        read(
                                """
                                {"utterances": [
                                  {"speaker": "rep", "startSeconds": 1, "endSeconds": 2, "text": "hello"},
                                  {"speaker": "customer", "startSeconds": 3, "text": "hi"}]}
                                """))
                .containsExactly(": hello", ": hi");
    }

    @Test
    void ownJsonOfACallWithoutSpeechHasNoUtterances() throws Exception {
        assertThat(read("{\"file\":\"a\",\"utterances\":[]}")).isEmpty();
    }

    // ---- bytes

    @ParameterizedTest
    @CsvSource({"UTF-8", "GB18030", "GBK"})
    void chineseTextIsReadInTheCharactersOfItsProgram(String charset) throws Exception {
        byte[] bytes = "销售：您好\n客户：太贵了，我再看看\n".getBytes(Charset.forName(charset));

        assertThat(TranscriptParser.parse(bytes).stream().map(TranscriptParserTest::shown))
                .containsExactly("销售: 您好", "客户: 太贵了，我再看看");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws Exception {
        String text = "销售：您好\nBob: hi\n";
        for (byte[] bytes :
                List.of(
                        joined(UTF_8_MARK, text.getBytes(UTF_8)),
                        joined(UTF_16LE_MARK, text.getBytes(UTF_16LE)),
                        joined(UTF_16BE_MARK, text.getBytes(UTF_16BE)))) {
            assertThat(TranscriptParser.parse(bytes).stream().map(TranscriptParserTest::shown))
                    .containsExactly("销售: 您好", "Bob: hi");
        }
    }

    @Test
    void curlyQuotesOfWesternWindowsAreNoChineseCharacters() throws Exception {
        byte[] bytes =
                "René: we don’t need it\r\nBob: it’s “fine”\r\n"
                        .getBytes(Charset.forName("windows-1252"));

        assertThat(TranscriptParser.parse(bytes).stream().map(TranscriptParserTest::shown))
                .containsExactly("René: we don’t need it", "Bob: it’s “fine”");
    }

    // ---- malformed: what the user is told

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"utterances\": [{\"text\": \"a\"},               | its JSON is broken at line 1",
                "{\"utterances\": 3}                                | its \"utterances\" are no list",
                "{\"utterances\": [{\"speaker\": \"rep\"}]}         | utterance 1 has no \"text\"",
                "{\"utterances\": [{\"text\": \"a\", \"startSeconds\": \"soon\", \"endSeconds\": 2}]} | utterance 1 has a \"startSeconds\" that is no time in seconds",
                "{\"utterances\": [{\"text\": \"a\", \"startSeconds\": -1, \"endSeconds\": 2}]}  | utterance 1 has a \"startSeconds\" that is no time in seconds",
                "{\"utterances\": [{\"text\": \"a\", \"startSeconds\": 1e300, \"endSeconds\": 1e301}]} | utterance 1 has a \"startSeconds\" that is no time in seconds",
                "{\"utterances\": [{\"text\": \"a\", \"startSeconds\": 3, \"endSeconds\": 2}]}  | utterance 1 ends before it starts",
                "{\"utterances\": []} {\"utterances\": []}          | it holds more than one JSON document; save each by itself",
                "WEBVTT                                             | nobody says anything in it",
                "Buy milk                                           | it is neither WebVTT nor SRT, nor Talktrack's JSON, nor lines like \"Anna: Hello\"",
            })
    void aBrokenTranscriptSaysWhatIsWrongWithIt(String text, String reason) {
        assertThatThrownBy(() -> TranscriptParser.parse(text.getBytes(UTF_8)))
                .isInstanceOf(Malformed.class)
                .hasMessage(reason);
    }

    @Test
    void aTimeAfterTwoDaysIsAMistake() {
        assertThatThrownBy(() -> read("WEBVTT\n\n999:00:00.000 --> 999:00:01.000\n<v Bob>hello\n"))
                .hasMessage("cue 1 has a time after 48 hours");
    }

    @Test
    void anUtteranceLongerThanAnybodySpeaksIsRefused() {
        String text = "Anna: hello\nBob: " + "word ".repeat(10_000) + "\n";

        assertThatThrownBy(() -> read(text))
                .hasMessageMatching("a single utterance of it has 5\\d{4} characters, .*");
    }

    @Test
    void linesWithoutANameAreNoEndlessUtterance() {
        String talk = "Anna: hello\nBob: 你好\n".repeat(4_000);

        assertThatThrownBy(() -> read(talk + "and so on\n".repeat(1_500_000)))
                .hasMessageMatching("a single utterance of it has 15\\d{6} characters, .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna: how much\nBob: 五十\n",
                "1\n00:00:01,000 --> 00:00:01,000\nAnna: Yes.\n\n2\n00:00:02,000 --> 00:00:02,000\nBob: 好的。\n\n"
            })
    void moreThanAWorkingDayOfTalkIsNoSingleCall(String two) throws Exception {
        assertThat(read(two.repeat(5_000))).hasSize(10_000);
        assertThatThrownBy(() -> read(two.repeat(5_001)))
                .hasMessage(
                        "it has more than 10000 utterances, more than a working day of talk; save each call by itself");
    }

    @Test
    void moreThanAWorkingDayOfOwnJsonIsNoSingleCallEither() {
        String utterance = "{\"speaker\":\"rep\",\"text\":\"你好\"}";

        assertThatThrownBy(
                        () ->
                                read(
                                        "{\"utterances\":["
                                                + (utterance + ",").repeat(10_000)
                                                + utterance
                                                + "]}"))
                .hasMessageStartingWith("it has more than 10000 utterances");
    }

    @Test
    void subtitlesWithoutEndAreRefusedBeforeTheyAreJoined() {
        String voices = "<v Anna>so<v Bob>那么\n".repeat(30_000);

        assertThatThrownBy(() -> read("WEBVTT\n\n00:01.000 --> 00:02.000\n" + voices))
                .hasMessageStartingWith("it has more than 50000 subtitles");
    }

    /** Texts that make a careless pattern try one way after another. */
    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(120)
    void noTextKeepsTheReaderBusy(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Malformed.class);
    }

    static Stream<String> hostile() {
        String blanks = " ".repeat(60_000);
        return Stream.of(
                "a" + blanks + "b",
                "\u4e00" + blanks + "\u4e8c",
                ("a" + blanks + "b\n").repeat(300),
                "Anna: hi\nBob: hi\n".repeat(4_000) + ("a" + blanks + "b\n").repeat(300),
                "00:12 a" + blanks + "b",
                "a (00:12)" + blanks + "b",
                ("a" + " ".repeat(100) + "b\n").repeat(150_000),
                ("a ".repeat(30) + "(00:12)" + " ".repeat(50) + "b\n").repeat(100_000),
                "\n".repeat(60_000) + "1",
                "1" + blanks + "\n" + blanks + "x",
                "1".repeat(60_000) + "x",
                "{" + "\"utterances\"  ".repeat(5_000),
                "WEBVTT\n\n00:01.000 --> 00:02.000\n" + ("<v" + " ".repeat(20_000)).repeat(4));
    }

    @Test
    void anInterruptedThreadStopsReading() {
        for (String text :
                List.of(
                        "Anna: hello\nBob: hi\n",
                        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 李伟>你好\n",
                        "{\"utterances\":[{\"speaker\":\"rep\",\"text\":\"hi\"}]}")) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> read(text)).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void aLineThatNoProgramWritesIsRefusedBeforeItIsRead() {
        String text = "Anna: hello\nBob: " + "x".repeat(200_000) + "\n";

        assertThatThrownBy(() -> read(text))
                .hasMessage("it has lines of more than 100000 characters");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = {'A', ':', ' ', 0, 1, 2, (byte) 0xFF, (byte) 0xFF, '\n'};

        assertThatThrownBy(() -> TranscriptParser.parse(bytes))
                .hasMessage("it is no text in UTF-8, UTF-16, GB18030 or Windows-1252");
    }

    private static List<String> read(String text) throws Exception {
        return TranscriptParser.parse(text.getBytes(UTF_8)).stream()
                .map(TranscriptParserTest::shown)
                .toList();
    }

    private static String shown(Cue cue) {
        String said = cue.name() + ": " + cue.text();
        return cue.timed()
                ? "%.2f-%.2f %s"
                        .formatted(
                                cue.startSeconds().getAsDouble(),
                                cue.endSeconds().getAsDouble(),
                                said)
                : said;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
