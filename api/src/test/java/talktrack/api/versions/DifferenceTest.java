package talktrack.api.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import talktrack.api.versions.Difference.Op;
import talktrack.api.versions.Difference.Piece;

class DifferenceTest {

    @Test
    void englishDiffersByWords() {
        assertThat(Difference.pieces("I hear you, Ann.", "I hear that, Ann."))
                .containsExactly(
                        new Piece(Op.SAME, "I hear "),
                        new Piece(Op.REMOVED, "you"),
                        new Piece(Op.ADDED, "that"),
                        new Piece(Op.SAME, ", Ann."));
    }

    @Test
    void chineseDiffersByCharacters() {
        assertThat(Difference.pieces("您说得对", "你说得对"))
                .containsExactly(
                        new Piece(Op.REMOVED, "您"),
                        new Piece(Op.ADDED, "你"),
                        new Piece(Op.SAME, "说得对"));
    }

    @Test
    void onlyFieldsThatDifferAreTold() {
        assertThat(
                        Difference.between(
                                Map.of("title", "a", "text", "b"),
                                Map.of("title", "a", "text", "c")))
                .extracting(Difference.Field::name)
                .containsExactly("text");
    }

    @Property(tries = 200)
    void thePiecesMakeBothTexts(@ForAll String before, @ForAll String after) {
        List<Piece> pieces = Difference.pieces(before, after);
        assertThat(without(pieces, Op.ADDED)).isEqualTo(before);
        assertThat(without(pieces, Op.REMOVED)).isEqualTo(after);
    }

    private static String without(List<Piece> pieces, Op op) {
        return pieces.stream()
                .filter(piece -> piece.op() != op)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
