package talktrack.ingest.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class IngestFiguresTest {

    @Test
    void eachFigureStandsBesideItsAim() {
        assertThat(figures(1.6, 0.04, 0.200, 0.206).aims())
                .extracting(IngestFigures.Aim::aim, IngestFigures.Aim::met)
                .containsExactly(
                        tuple("≥ 1.5", true),
                        tuple("≥ 2.5", false),
                        tuple("≤ 0.05", true),
                        tuple("≤ 0.005", false),
                        tuple("≥ 300", true));
    }

    @Test
    void withoutTextsThereIsNoWordErrorRate() {
        assertThat(figures(1.6, 0.04, null, null).aims())
                .extracting(IngestFigures.Aim::name)
                .noneMatch(name -> name.contains("word error"));
    }

    private static IngestFigures figures(
            double oneCore, double overhead, Double rawErrors, Double oursErrors) {
        return new IngestFigures(
                2,
                0.1,
                "starter-en",
                List.of(),
                oneCore,
                2.2,
                2.4,
                overhead,
                60,
                rawErrors,
                oursErrors,
                List.of(new IngestFigures.Decoding("MP3", 1800, 350, 320)),
                0.5,
                List.of(new IngestFigures.Scaling(1, 1)),
                1);
    }
}
