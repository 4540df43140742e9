package talktrack.api.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.api.documents.sandbox.UnreadableDocument;
import talktrack.models.labels.Language;

class PassagesTest {

    @Test
    void aPassageKnowsTheHeadingsAboveIt() throws UnreadableDocument {
        List<Passage> passages =
                passages("a.md", "# Plans\n\nAll are monthly.\n\n## Dock\n\nTen seats.\n");
        assertThat(passages).extracting(Passage::heading).containsExactly("Plans", "Plans > Dock");
        assertThat(passages.getLast().title()).isEqualTo("Dock");
        assertThat(passages.getLast().unitsInContext()).containsExactly("Dock: Ten seats.");
    }

    @Test
    void aUnitStandsAmongThoseAroundItThatFit() {
        Passage passage =
                new Passage(
                        "a.md", "Plans > Dock", "", Language.EN, List.of("One.", "Two.", "Three."));
        assertThat(passage.around(1, 0)).isEqualTo("Plans: Dock: Two.");
        assertThat(passage.around(1, 10)).isEqualTo("Plans: Dock: Two. Three.");
        assertThat(passage.around(1, 8))
                .as("not the long one after it")
                .isEqualTo("Plans: Dock: One. Two.");
        assertThat(passage.around(0, 100)).isEqualTo("Plans: Dock: One. Two. Three.");
    }

    @Test
    void aTableStaysWholeAndEachRowCanBeUnderstoodAlone() throws UnreadableDocument {
        Passage table =
                passages(
                                "a.md",
                                "| Plan | Fee | Seats |\n| --- | --- | --- |\n| Dock | 390 EUR | 10 |\n")
                        .getFirst();
        assertThat(table.text()).contains("| Plan | Fee | Seats |", "| Dock | 390 EUR | 10 |");
        assertThat(table.units()).containsExactly("Dock: Fee 390 EUR, Seats 10");
    }

    @Test
    void aChineseTableHasChineseRows() throws UnreadableDocument {
        Passage table =
                passages("a.md", "| 版本 | 月费 | 席位 |\n| --- | --- | --- |\n| 月台版 | 390 元 | 10 |\n")
                        .getFirst();
        assertThat(table.language()).isEqualTo(Language.ZH);
        assertThat(table.units()).containsExactly("月台版：月费 390 元，席位 10");
    }

    @Test
    void everyPartOfAVeryLongTableHasItsHeader() throws UnreadableDocument {
        String rows = "| a row with quite some words in it | 1 | 2 |\n".repeat(60);
        List<Passage> parts = passages("a.md", "| Name | X | Y |\n| --- | --- | --- |\n" + rows);
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(parts).allMatch(part -> part.text().startsWith("| Name | X | Y |"));
    }

    @Test
    void aListStaysWholeAndItsItemsAreUnits() throws UnreadableDocument {
        Passage list =
                passages("a.md", "Three ways:\n\n- by post\n- by mail\n- by phone\n").getFirst();
        assertThat(list.text()).contains("- by post\n- by mail\n- by phone");
        assertThat(list.units()).containsExactly("Three ways:", "by post", "by mail", "by phone");
    }

    @Test
    void chineseSentencesAreUnits() throws UnreadableDocument {
        assertThat(passages("a.txt", "保修两年。压缩机保修五年！那滤芯保不保？滤芯不保修。\n").getFirst().units())
                .containsExactly("保修两年。", "压缩机保修五年！", "那滤芯保不保？", "滤芯不保修。");
    }

    @Test
    void shortLinesOfPlainTextAreHeadings() throws UnreadableDocument {
        List<Passage> english =
                passages(
                        "a.txt",
                        "TERMS\n\nDelivery\n\nWithin 24 hours.\n\nPayment\nWithin 30 days.\n");
        assertThat(english).extracting(Passage::title).containsExactly("Delivery", "Payment");
        List<Passage> chinese = passages("a.txt", "须知\n\n一、保修\n整机保修两年。\n\n【发票】\n三天内开票。\n");
        assertThat(chinese).extracting(Passage::title).containsExactly("一、保修", "【发票】");
    }

    @Test
    void wrappedLinesOfPlainTextAreOneParagraph() throws UnreadableDocument {
        String text = "The fee covers hosting, updates and\nbackups. It is due monthly.\n";
        assertThat(passages("a.txt", text).getFirst().units())
                .containsExactly(
                        "The fee covers hosting, updates and backups.", "It is due monthly.");
    }

    @Test
    void aTableOfModelNumbersInAChineseDocumentIsChinese() throws UnreadableDocument {
        String text =
                "# 接口\n\n我们提供开放接口，客户可以自行开发，文档在网站上。\n\n## 列表\n\n"
                        + "| API | SDK |\n| --- | --- |\n| REST, GraphQL, Webhooks | Java, Python, Go |\n";
        assertThat(passages("a.md", text)).extracting(Passage::language).containsOnly(Language.ZH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "GB18030"})
    void theEncodingsOfChineseFilesAreRead(String encoding) throws UnreadableDocument {
        byte[] bytes = "整机保修两年。".getBytes(Charset.forName(encoding));
        assertThat(FormatReader.text("a.txt", bytes).passages().getFirst().text())
                .isEqualTo("整机保修两年。");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] zeros = new byte[5000];
        assertThatThrownBy(() -> FormatReader.text("photo.md", zeros))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("not text");
    }

    @Test
    void frontMatterAndEmptyDocumentsGiveNoPassages() throws UnreadableDocument {
        assertThat(passages("a.md", "---\ntitle: Plans\n---\n\n")).isEmpty();
        assertThat(passages("a.html", "")).isEmpty();
        assertThat(passages("a.txt", " \n\n ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- -\n", "…\n\n"})
    void linesWithoutWordsAreCutByTheirLength(String line) throws UnreadableDocument {
        List<Passage> passages = passages("a.md", "The end.\n\n" + line.repeat(250_000));
        assertThat(passages).hasSizeBetween(1, 500);
        assertThat(passages).allMatch(passage -> passage.text().length() <= 40_000);
    }

    @Test
    void nothingIsTooLongToRead() throws UnreadableDocument {
        String endless = "words without an end ".repeat(50_000);
        String html =
                "<h1>" + endless + "</h1><ul><li>" + endless + "</ul><table><tr><td>" + endless;
        for (Passage passage : passages("a.html", html)) {
            assertThat(passage.text()).hasSizeLessThan(20_000);
            assertThat(passage.heading()).isEmpty();
        }
        assertThat(passages("a.txt", endless)).allMatch(passage -> passage.text().length() < 2_000);
    }

    private static List<Passage> passages(String name, String text) throws UnreadableDocument {
        return FormatReader.text(name, text.getBytes(StandardCharsets.UTF_8)).passages();
    }
}
