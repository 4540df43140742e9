package talktrack.api.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowingJsonTest {

    @Test
    void eachObjectOfAListIsHandedOnWithAllBeforeIt() {
        assertThat(parts("{\"a\": true, \"b\": [{\"c\": 1}, {\"c\": {\"d\": [{}]}}], \"e\": 2}"))
                .containsExactly(
                        "{\"a\": true, \"b\": [{\"c\": 1}]}",
                        "{\"a\": true, \"b\": [{\"c\": 1}, {\"c\": {\"d\": [{}]}}]}");
    }

    @Test
    void bracketsAndQuotesInsideOfWordsCloseNothing() {
        assertThat(parts("{\"b\": [{\"c\": \"}]} \\\" }\"}, {\"c\": \"\\\\\"}]}"))
                .containsExactly(
                        "{\"b\": [{\"c\": \"}]} \\\" }\"}]}",
                        "{\"b\": [{\"c\": \"}]} \\\" }\"}, {\"c\": \"\\\\\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Here you are [\"]: ```json\n{\"b\": [{}]}\n``` and {\"b\": [{}]}",
                " <think>{\"b\": [{}, {}]} or {</think>{\"b\": [{}]}"
            })
    void whatStandsAroundTheObjectDoesNotCount(String answer) {
        assertThat(parts(answer)).containsExactly("{\"b\": [{}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "No.",
                "<think>{\"b\": [{}]}",
                "{\"b\": [{\"c\": ",
                "{\"b\": {\"c\": {}}}",
                "[{}]",
                "{}}}]{[{}"
            })
    void whatHasNoWholePartHandsOnNothing(String answer) {
        assertThat(parts(answer)).isEmpty();
    }

    @Test
    void whoeverWritesOnAndOnIsNotReadAlong() {
        assertThat(parts("{\"b\": [" + "{},".repeat(5_000))).hasSizeLessThan(100);
    }

    /** Wherever the tokens end, the same is handed on. */
    private static List<String> parts(String answer) {
        List<String> whole = new ArrayList<>();
        new GrowingJson(whole::add).accept(answer);
        List<String> single = new ArrayList<>();
        GrowingJson growing = new GrowingJson(single::add);
        answer.chars().forEach(one -> growing.accept(String.valueOf((char) one)));
        assertThat(single).isEqualTo(whole);
        return whole;
    }
}
