package talktrack.ingest.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import talktrack.ingest.Cases;
import talktrack.ingest.decode.HiddenSound;
import talktrack.models.events.Utterance;
import talktrack.models.events.Word;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

class RedactorTest {

    static Stream<Arguments> cases() {
        return Stream.of(Language.values())
                .flatMap(
                        language ->
                                Cases.of("/talktrack/redact/%s.txt".formatted(language.id()))
                                        .map(
                                                one ->
                                                        Arguments.of(
                                                                language,
                                                                one.given(),
                                                                one.expected())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void secretsGoAndAllElseStays(Language language, String said, String expected)
            throws Exception {
        List<Utterance> call = call(language, said, true);
        List<Utterance> redacted = Redactor.redact(call).utterances();
        assertThat(text(redacted, said)).isEqualTo(expected);
        assertThat(redacted)
                .allSatisfy(
                        one -> {
                            assertThat(one.displayText()).isEqualTo(one.text());
                            assertThat(
                                            one.words().stream()
                                                    .map(Word::word)
                                                    .collect(Collectors.joining(" ")))
                                    .isEqualTo(one.text());
                        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void importedTranscriptsHaveNoWords(Language language, String said, String expected)
            throws Exception {
        List<Utterance> redacted = Redactor.redact(call(language, said, false)).utterances();
        assertThat(text(redacted, said)).isEqualTo(expected);
    }

    @Test
    void theMarkTakesTheTimeOfWhatItHides() throws Exception {
        Utterance redacted =
                Redactor.redact(
                                call(
                                        Language.EN,
                                        "my number is four one five five five five oh one three two bye",
                                        true))
                        .utterances()
                        .getFirst();
        assertThat(redacted.words())
                .extracting(Word::word)
                .containsExactly("my", "number", "is", "[phone]", "bye");
        assertThat(redacted.words().get(3).startSeconds()).isEqualTo(3);
        assertThat(redacted.words().get(3).endSeconds()).isEqualTo(13);
        assertThat(redacted.words().get(4).startSeconds()).isEqualTo(13);
    }

    @Test
    void theSoundOfANumberIsKnownAndOfNothingElse() throws Exception {
        List<Utterance> call =
                call(
                        Language.EN,
                        "my number is four one five five five five oh one two three",
                        true);
        List<Word> words = call.getFirst().words();

        assertThat(Redactor.hidden(Redactor.redact(call).utterances()))
                .containsExactly(
                        new HiddenSound(words.get(3).startSeconds(), words.getLast().endSeconds()));
        assertThat(Redactor.hidden(call)).isEmpty();
    }

    @Test
    void aNumberIsNotPutTogetherOverALongPause() throws Exception {
        List<Utterance> call =
                call(Language.EN, "my number is four one five / five five five oh", true);
        Utterance late = call.get(1);
        Utterance later =
                new Utterance(
                        late.utteranceId(),
                        late.callId(),
                        1,
                        1,
                        0,
                        0,
                        late.speaker(),
                        "",
                        late.language(),
                        OptionalDouble.of(90),
                        OptionalDouble.of(94),
                        late.text(),
                        late.text(),
                        List.of());
        assertThat(Redactor.redact(List.of(call.get(0), later)).redactions()).isZero();
    }

    /** Phone systems name speakers by their numbers; names are read as texts are. */
    @ParameterizedTest
    @CsvSource({
        "+1 415-555-0132, [phone]",
        "4155550132, [phone]",
        "555-0132, [phone]",
        "Jo (jo.smith@example.com), Jo ([email])",
        "4111 1111 1111 1111, [card]",
        "078-05-1120, [id]",
        "jo smith at example dot com, jo [email]",
        "Agent 12, Agent 12"
    })
    void namesOfSpeakersKeepNoSecrets(String name, String clean) throws Exception {
        Utterance named = call(Language.EN, "hello", false).getFirst().withSpeakerName(name);
        assertThat(Redactor.redact(List.of(named, named)).utterances())
                .extracting(Utterance::speakerName)
                .containsExactly(clean, clean);
    }

    /**
     * Each run once marked every other run of its utterance anew: minutes of work per utterance.
     */
    @Test
    @Timeout(value = 60, threadMode = SEPARATE_THREAD)
    void oneNumberOverAndOverIsNoWork() throws Exception {
        String utterance = "5551234567 x ".repeat(1500).strip();
        String said = String.join(" / ", Collections.nCopies(20, utterance));
        Redactor.Redacted redacted = Redactor.redact(call(Language.EN, said, false));
        assertThat(redacted.redactions()).isEqualTo(20 * 1500);
        assertThat(redacted.utterances())
                .extracting(Utterance::text)
                .containsOnly("[phone] x ".repeat(1500).strip());
    }

    @Test
    @Timeout(value = 60, threadMode = SEPARATE_THREAD)
    void piecesOfManyNumbersAreNoWork() throws Exception {
        List<String> numbers =
                IntStream.range(0, 1500).mapToObj(i -> "555%07d".formatted(i * 7919L)).toList();
        List<String> pieces = IntStream.range(100, 5000).mapToObj(String::valueOf).toList();
        String turns = String.join(" x ", numbers) + " x / x " + String.join(" x ", pieces);
        String said = String.join(" x // x ", Collections.nCopies(5, turns));
        Redactor.Redacted redacted = Redactor.redact(call(Language.EN, said, false));
        Set<String> repeated =
                numbers.stream()
                        .flatMap(
                                number -> IntStream.of(3, 4).boxed().flatMap(n -> parts(number, n)))
                        .collect(Collectors.toSet());
        String expected =
                pieces.stream()
                        .map(piece -> repeated.contains(piece) ? "[phone]" : piece)
                        .collect(Collectors.joining(" x ", "x ", ""));
        assertThat(expected).contains("[phone]", "4");
        assertThat(redacted.utterances().get(9).text()).isEqualTo(expected);
    }

    private static Stream<String> parts(String number, int length) {
        return IntStream.rangeClosed(0, number.length() - length)
                .mapToObj(i -> number.substring(i, i + length));
    }

    /** A domain or a word of so many parts once overflowed the stack. */
    @Test
    void endlessDomainsAndWordsAreRead() throws Exception {
        String domain = "a@" + "a.".repeat(10_000) + "a";
        String word = "a'".repeat(10_000) + "a";
        List<Utterance> redacted =
                Redactor.redact(call(Language.EN, domain + " // " + word, false)).utterances();
        assertThat(redacted).extracting(Utterance::text).containsExactly("[email]", word);
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Redactor.redact(call(Language.EN, "hello", false)))
                .isInstanceOf(InterruptedException.class);
    }

    private static List<Utterance> call(Language language, String said, boolean recognised) {
        List<Utterance> call = new ArrayList<>();
        Speaker speaker = Speaker.REP;
        for (String turn : said.split(" // ")) {
            for (String text : turn.split(" / ")) {
                List<Word> words = new ArrayList<>();
                double start = call.size() * 15.0;
                for (String word : text.split(" ")) {
                    words.add(new Word(word, start + words.size(), start + words.size() + 1, 0.9));
                }
                call.add(
                        new Utterance(
                                "c-1-%04d".formatted(call.size()),
                                "c",
                                1,
                                call.size(),
                                0,
                                0,
                                speaker,
                                "",
                                language,
                                OptionalDouble.of(start),
                                OptionalDouble.of(start + 14),
                                text,
                                text,
                                recognised ? words : List.of()));
            }
            speaker = speaker == Speaker.REP ? Speaker.CUSTOMER : Speaker.REP;
        }
        return call;
    }

    private static String text(List<Utterance> call, String like) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        for (String turn : like.split(" // ")) {
            text.append(i == 0 ? "" : " // ");
            int parts = turn.split(" / ").length;
            text.append(
                    call.subList(i, i + parts).stream()
                            .map(Utterance::text)
                            .collect(Collectors.joining(" / ")));
            i += parts;
        }
        return text.toString();
    }
}
