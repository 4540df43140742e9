package talktrack.api.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvSeparatorTest {

    @Test
    void theFirstLineTells() {
        assertThat(CsvSeparator.of("rep,team\nann;b;c,x")).isEqualTo(',');
        assertThat(CsvSeparator.of("rep;team\nann,b,c;x")).isEqualTo(';');
        assertThat(CsvSeparator.of("rep\tteam\nann,b\tx")).isEqualTo('\t');
    }

    @Test
    void linesWithNothingInThemTellNothing() {
        assertThat(CsvSeparator.of("\r\n  \nrep;team\n")).isEqualTo(';');
    }

    @Test
    void aSingleCommaInAColumnsNameIsNoSeparator() {
        assertThat(CsvSeparator.of("rep;price, net;team\n")).isEqualTo(';');
    }

    @Test
    void whereNothingTellsItIsAComma() {
        assertThat(CsvSeparator.of("")).isEqualTo(',');
        assertThat(CsvSeparator.of("rep\nann;b")).isEqualTo(',');
        assertThat(CsvSeparator.of("a,b;c\n")).isEqualTo(',');
    }
}
