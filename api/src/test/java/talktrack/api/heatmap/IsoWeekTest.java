package talktrack.api.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class IsoWeekTest {

    private static String weekOf(String instant, String zone) {
        return IsoWeek.of(Instant.parse(instant).atZone(ZoneId.of(zone))).toString();
    }

    @Test
    void aWeekBeginsOnMondayInItsZone() {
        assertThat(weekOf("2026-11-08T23:30:00Z", "UTC")).isEqualTo("2026-W45");
        assertThat(weekOf("2026-11-08T23:30:00Z", "Asia/Shanghai")).isEqualTo("2026-W46");
    }

    @Test
    void theTurnOfTheYearBelongsToTheWeekOfItsThursday() {
        assertThat(weekOf("2027-01-01T12:00:00Z", "UTC")).isEqualTo("2026-W53");
        assertThat(IsoWeek.parse("2027-W01").orElseThrow().last(2))
                .extracting(IsoWeek::toString)
                .containsExactly("2026-W53", "2027-W01");
    }

    @Test
    void whatIsNoWeekIsRefused() {
        assertThat(IsoWeek.parse("2026-W54")).isEmpty();
        assertThat(IsoWeek.parse("2025-W53")).isEmpty();
        assertThat(IsoWeek.parse("last week")).isEmpty();
    }
}
