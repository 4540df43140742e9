package talktrack.ingest.readable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import talktrack.ingest.Cases;

class NumbersTest {

    static Stream<Cases.Case> english() {
        return Cases.of("/talktrack/readable/numbers-en.txt");
    }

    static Stream<Cases.Case> chinese() {
        return Cases.of("/talktrack/readable/numbers-zh.txt");
    }

    @ParameterizedTest
    @MethodSource("english")
    void english(Cases.Case one) {
        assertThat(shown(EnglishNumbers.written(pieces(one.given())), " "))
                .isEqualTo(one.expected());
    }

    @ParameterizedTest
    @MethodSource("chinese")
    void chinese(Cases.Case one) {
        assertThat(shown(ChineseNumbers.written(pieces(one.given())), ""))
                .isEqualTo(one.expected());
    }

    @Test
    void aPauseEndsANumber() {
        List<Piece> pieces =
                List.of(Piece.of("twenty", 0), Piece.of("five", 0.6), Piece.of("dollars", 0));
        assertThat(shown(EnglishNumbers.written(pieces), " ")).isEqualTo("20 $5");
    }

    static List<Piece> pieces(String text) {
        return Arrays.stream(text.split(" ")).map(word -> Piece.of(word, 0)).toList();
    }

    private static String shown(List<Piece> pieces, String between) {
        return pieces.stream().map(Piece::shown).collect(Collectors.joining(between));
    }
}
