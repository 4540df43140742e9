package talktrack.models.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.models.events.Recording;
import talktrack.models.labels.Language;

class DemonstrationTest {

    private final List<Demonstration.Call> calls = Demonstration.calls();

    @Test
    void hasTwoTeamsSixRepsTenWeeksAndBothLanguages() {
        assertThat(calls.stream().map(Demonstration.Call::team).distinct()).hasSize(2);
        assertThat(calls.stream().map(Demonstration.Call::rep).distinct()).hasSize(6);
        assertThat(calls.stream().map(Demonstration.Call::week).distinct()).hasSize(10);
        var byLanguage =
                calls.stream()
                        .filter(call -> call.kind() == Recording.Kind.TRANSCRIPT)
                        .collect(
                                Collectors.groupingBy(
                                        Demonstration.Call::language, Collectors.counting()));
        assertThat(byLanguage.get(Language.EN)).isEqualTo(byLanguage.get(Language.ZH));
        assertThat(calls.stream().filter(call -> call.kind() == Recording.Kind.AUDIO))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void everyFileIsThere() throws IOException {
        for (Demonstration.Call call : calls) {
            try (InputStream file = Demonstration.open(call)) {
                assertThat(file).as(call.file()).isNotNull();
                assertThat(file.read()).as(call.file()).isNotNegative();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHandbookIsThere(Language language) throws IOException {
        for (String name : Demonstration.handbook()) {
            try (InputStream document = Demonstration.openHandbook(language, name)) {
                assertThat(document).as("%s %s", language, name).isNotNull();
            }
        }
    }

    @Test
    void theLatestCallLiesInTheWeekBeforeTheFirstStart() {
        LocalDate firstStart = LocalDate.of(2026, 11, 25); // a Wednesday
        var latest = calls.stream().filter(call -> call.week() == 10).findFirst().orElseThrow();
        var oldest = calls.stream().filter(call -> call.week() == 1).findFirst().orElseThrow();
        ZoneId zone = ZoneId.of("Europe/Berlin");
        assertThat(latest.startedAt(firstStart, zone).toLocalDate())
                .isBetween(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 20));
        assertThat(oldest.startedAt(firstStart, zone).toLocalDate())
                .isBetween(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 18));
        assertThat(latest.startedAt(firstStart, zone).getDayOfWeek())
                .isIn(
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY);
    }
}
