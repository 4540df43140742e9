package talktrack.api.documents.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Office and PDF files as XHTML. */
class OfficeReaderTest {

    private static final int MOST_CHARACTERS = 100_000;

    @Test
    void wordKeepsHeadingsAndTables() throws IOException {
        assertThat(
                        xhtml(
                                        OfficeFiles.docx(
                                                "备份",
                                                "Copies are kept for a year.",
                                                List.of(
                                                        List.of("Plan", "Fee"),
                                                        List.of("Dock", "390 EUR"))))
                                .replaceAll("\\s+", ""))
                .contains("<h1>备份</h1>")
                .contains("<td><p>Dock</p></td><td><p>390EUR</p></td>");
    }

    @Test
    void sheetsKeepTheirNames() throws IOException {
        byte[] xlsx = OfficeFiles.xlsx("Prices 2026", List.of(List.of("Plan"), List.of("Dock")));
        assertThat(xhtml(xlsx)).contains("<h1>Prices 2026</h1>").contains("<td>Dock</td>");
    }

    @Test
    void slidesAreInOrder() throws IOException {
        byte[] pptx =
                OfficeFiles.pptx(
                        new TreeMap<>(Map.of("A Prices", "390 EUR", "B Terms", "Monthly")));
        assertThat(xhtml(pptx).replaceAll("\\s+", " "))
                .containsSubsequence("A Prices", "390 EUR", "B Terms", "Monthly")
                .contains("slide-content");
    }

    @Test
    void pdfKeepsPagesAndLosesWhatIsOnEachOfThem() throws IOException {
        byte[] pdf =
                OfficeFiles.pdf(
                        List.of(
                                List.of(
                                        "# Backups",
                                        "Copies are kept in a second data cen-",
                                        "tre for a whole year, whatever happens."),
                                List.of("# Prices", "Plan\tFee", "Dock\t390 EUR")),
                        "");
        assertThat(xhtml(pdf))
                .contains("<div data-page=\"1\"><h1>Backups</h1>")
                .contains("second data centre for a whole year")
                .contains("<div data-page=\"2\"><h1>Prices</h1>")
                .contains("<tr><td>Dock</td><td>390 EUR</td></tr>")
                .doesNotContain("confidential")
                .doesNotContain("Page 1");
    }

    private static String xhtml(byte[] file) throws IOException {
        return OfficeReader.xhtml(file, MOST_CHARACTERS);
    }
}
