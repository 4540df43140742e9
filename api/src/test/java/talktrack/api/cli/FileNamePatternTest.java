package talktrack.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class FileNamePatternTest {

    @Test
    void namedPartsAreRead() {
        FileNamePattern pattern =
                FileNamePattern.parse("(?<rep>[^_]+)_(?<date>\\d{4}-\\d{2}-\\d{2}).*");

        assertThat(pattern.read(Path.of("2026", "Anna Brooks_2026-11-04 x.wav")))
                .isEqualTo(Map.of("rep", "Anna Brooks", "date", "2026-11-04"));
        assertThat(pattern.tells("rep")).isTrue();
        assertThat(pattern.tells("customer")).isFalse();
    }

    @Test
    void aPatternWithASlashReadsFolders() {
        FileNamePattern pattern = FileNamePattern.parse("(?<rep>[^/]+)/(?<customer>[^/]+)\\.\\w+");

        assertThat(pattern.read(Path.of("王芳", "Lake Street.wav")))
                .isEqualTo(Map.of("rep", "王芳", "customer", "Lake Street"));
    }

    @Test
    void aNameThatDoesNotFitSaysSo() {
        assertThatThrownBy(() -> FileNamePattern.parse("(?<rep>a)").read(Path.of("b")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("does not fit --pattern");
    }

    @Test
    void whatIsNoPatternIsRefused() {
        assertThatThrownBy(() -> FileNamePattern.parse("(?<rep>"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("no regular expression");
        assertThatThrownBy(() -> FileNamePattern.parse("(?<who>a)"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("customer · date · rep · team · time");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-04, '', 2026-11-04T00:00:00",
        "20261104, 1030, 2026-11-04T10:30:00",
        "2026.11.04, 10-30-05, 2026-11-04T10:30:05",
        "2026-11-04 10:30, '', 2026-11-04T10:30:00",
        "2026-11-04T10:00:00Z, '', 2026-11-04T10:00:00Z",
        "yesterday, '', yesterday",
    })
    void startsComeInManyForms(String date, String time, String start) {
        assertThat(CallStart.of(date, time)).isEqualTo(start);
    }
}
