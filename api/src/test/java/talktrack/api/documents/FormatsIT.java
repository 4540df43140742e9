package talktrack.api.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.api.documents.office.OfficeFiles;
import talktrack.models.labels.Audience;
import talktrack.models.labels.Language;

/** Every format becomes passages with their headings, whole tables and pages. */
class FormatsIT {

    private static final DocumentReader READER = new DocumentReader();
    private static final List<List<String>> TABLE =
            List.of(List.of("Plan", "Monthly fee"), List.of("Dock", "390 EUR"));

    @AfterAll
    static void stop() {
        READER.close();
    }

    @Test
    void word() throws IOException {
        byte[] docx = OfficeFiles.docx("套餐", "我们有三种套餐，价格按月计算。", TABLE);
        Passage passage = read("a.docx", docx).getFirst();
        assertThat(passage.heading()).isEqualTo("套餐");
        assertThat(passage.language()).isEqualTo(Language.ZH);
        assertThat(passage.text())
                .contains("| Plan | Monthly fee |\n| --- | --- |\n| Dock | 390 EUR |");
        assertThat(passage.units()).contains("Dock: Monthly fee 390 EUR");
    }

    @Test
    void excelNamesTheSheet() throws IOException {
        Passage passage = read("a.xlsx", OfficeFiles.xlsx("Prices", TABLE)).getFirst();
        assertThat(passage.heading()).isEqualTo("Prices");
        assertThat(passage.units()).containsExactly("Dock: Monthly fee 390 EUR");
    }

    @Test
    void slidesHaveTitlesAndNumbers() throws IOException {
        List<Passage> slides =
                read(
                        "a.pptx",
                        OfficeFiles.pptx(
                                new TreeMap<>(
                                        Map.of(
                                                "A Prices",
                                                "Dock is 390 EUR.",
                                                "B Terms",
                                                "Monthly."))));
        assertThat(slides).extracting(Passage::heading).containsExactly("A Prices", "B Terms");
        assertThat(slides)
                .extracting(Passage::page)
                .containsExactly(Optional.of(1), Optional.of(2));
    }

    @Test
    void pdfHasPages() throws IOException {
        byte[] pdf =
                OfficeFiles.pdf(
                        List.of(
                                List.of("# Backups", "Copies are kept for a whole year, daily."),
                                List.of("# Prices", "Plan\tMonthly fee", "Dock\t390 EUR")),
                        "");
        List<Passage> passages = read("a.pdf", pdf);
        assertThat(passages).extracting(Passage::heading).containsExactly("Backups", "Prices");
        assertThat(passages.get(1).page()).contains(2);
        assertThat(passages.get(1).number()).isEqualTo(1);
        assertThat(passages.get(1).units()).containsExactly("Dock: Monthly fee 390 EUR");
    }

    @Test
    void theContentsDecideNotTheName() throws IOException {
        byte[] docx = OfficeFiles.docx("Plans", "Dock is a plan.", TABLE);
        assertThat(read("a.pdf", docx).getFirst().heading()).isEqualTo("Plans");
        assertThat(read("a.txt", docx).getFirst().heading()).isEqualTo("Plans");
        byte[] html = "<!DOCTYPE html><h1>Plans</h1><p>Dock.</p>".getBytes(StandardCharsets.UTF_8);
        assertThat(read("a.docx", html).getFirst().heading()).isEqualTo("Plans");
    }

    @Test
    void csvIsATableWhateverItsSeparator() throws IOException {
        assertThat(read("a.csv", bytes("Plan,Fee\nDock,\"390 EUR, monthly\"\n")).getFirst().units())
                .containsExactly("Dock: Fee 390 EUR, monthly");
        assertThat(read("a.csv", bytes("Plan,fee_net_eur\nDock,390\n")).getFirst().units())
                .containsExactly("Dock: fee net eur 390");
        assertThat(read("a.csv", bytes("Plan;Fee\nDock;390\n")).getFirst().units())
                .containsExactly("Dock: Fee 390");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 滤芯每六个月更换一次。整机保修两年。",
        "GB18030, 滤芯每六个月更换一次。整机保修两年。",
        "GBK, 型号：清泉一号；价格：一千九百八十元；保修：两年。",
        "UTF-16, 滤芯每六个月更换一次。",
        "UTF-16LE, The fee is 390 EUR a month.",
        "windows-1252, The café’s fee is £390 – paid à la carte by the très petite société.",
    })
    void textInAnyEncoding(String encoding, String text) throws IOException {
        assertThat(read("a.txt", text.getBytes(Charset.forName(encoding))).getFirst().text())
                .isEqualTo(text);
    }

    @Test
    void frontMatterSaysWhoMayReadAndHowLong() throws IOException {
        String text =
                "---\nreviewed: 2026-01-02\nexpires: soon\naudience: public\n---\n# Plans\n\nDock.\n";
        FrontMatter said = READER.read("a.md", bytes(text)).frontMatter();
        assertThat(said.reviewed()).hasToString("Optional[2026-01-02]");
        assertThat(said.audience()).contains(Audience.PUBLIC);
        assertThat(said.expires()).isEmpty();
        assertThat(said.remarks()).containsExactly("'expires: soon' is no date such as 2026-05-31");
    }

    @Test
    void whatHoldsNothingSaysSo() {
        assertThatThrownBy(() -> READER.read("a.docx", new byte[0])).hasMessage("it is empty");
        assertThatThrownBy(() -> READER.read("a.md", bytes(" \n"))).hasMessage("it holds no text");
        assertThatThrownBy(() -> READER.read("a.pdf", new byte[3000])).hasMessage("it is not text");
    }

    private static List<Passage> read(String name, byte[] bytes) throws IOException {
        return READER.read(name, bytes).passages();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
