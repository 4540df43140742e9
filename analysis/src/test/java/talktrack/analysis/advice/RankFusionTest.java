package talktrack.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RankFusionTest {

    private static List<String> fused(List<List<String>> rankings) {
        return RankFusion.fuse(rankings).stream().map(RankFusion.Ranked::id).toList();
    }

    @Test
    void whatBothRankingsHaveComesBeforeWhatOnlyOneHas() {
        assertThat(fused(List.of(List.of("a", "b", "c"), List.of("d", "c"))))
                .containsExactly("c", "a", "d", "b");
    }

    @Test
    void scoresAreSumsOfReciprocalRanks() {
        List<RankFusion.Ranked> ranked = RankFusion.fuse(List.of(List.of("a", "b"), List.of("b")));
        assertThat(ranked.getFirst().id()).isEqualTo("b");
        assertThat(ranked.getFirst().score()).isCloseTo(1.0 / 62 + 1.0 / 61, within(1e-12));
        assertThat(ranked.getLast().score()).isCloseTo(1.0 / 61, within(1e-12));
    }

    @Test
    void equalsAreOrderedByTheirIds() {
        assertThat(fused(List.of(List.of("y"), List.of("x")))).containsExactly("x", "y");
    }

    @Test
    void anIdRepeatedInOneRankingCountsOnceWhereItStandsFirst() {
        assertThat(RankFusion.fuse(List.of(List.of("a", "b", "a", "c"))))
                .isEqualTo(RankFusion.fuse(List.of(List.of("a", "b", "c"))));
    }

    @Test
    void nothingRankedIsNothing() {
        assertThat(fused(List.of())).isEmpty();
        assertThat(fused(List.of(List.of(), List.of()))).isEmpty();
    }

    @Property
    void oneRankingKeepsItsOrder(@ForAll List<String> ids) {
        assertThat(fused(List.of(ids))).containsExactlyElementsOf(ids.stream().distinct().toList());
    }
}
