package talktrack.ingest.readable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import talktrack.ingest.Cases;
import talktrack.models.events.Utterance;
import talktrack.models.events.Word;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

class ReadableTextTest {

    static Stream<Arguments> cases() {
        return Stream.of(Language.values())
                .flatMap(
                        language ->
                                Cases.of(
                                                "/talktrack/readable/sentences-%s.txt"
                                                        .formatted(language.id()))
                                        .map(
                                                one ->
                                                        Arguments.of(
                                                                language,
                                                                one.given(),
                                                                one.expected())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void sentences(Language language, String heard, String readable) {
        assertThat(ReadableText.of(utterance(language, heard))).isEqualTo(readable);
    }

    @Test
    void importedTextStaysAsItWasWritten() {
        Utterance heard = utterance(Language.EN, "it costs twenty five dollars");
        Utterance imported = heard.withWords(heard.text(), List.of());
        assertThat(ReadableText.of(imported)).isEqualTo("it costs twenty five dollars");
    }

    private static Utterance utterance(Language language, String heard) {
        List<Word> words = new ArrayList<>();
        double at = 0;
        for (String word : heard.split(" ")) {
            if (word.startsWith("(")) {
                at += Double.parseDouble(word.substring(1, word.length() - 1));
            } else {
                words.add(new Word(word, at, at + 0.3, 1));
                at += 0.3;
            }
        }
        String text = words.stream().map(Word::word).collect(Collectors.joining(" "));
        return new Utterance(
                "u",
                "c",
                1,
                0,
                0,
                0,
                Speaker.REP,
                "",
                language,
                OptionalDouble.of(0),
                OptionalDouble.of(at),
                text,
                text,
                words);
    }
}
