package talktrack.api.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.api.sheets.Sheet.Column;
import talktrack.api.sheets.Sheet.Format;
import talktrack.api.sheets.Sheet.Kind;
import talktrack.api.sheets.Sheet.Row;

class SheetTest {

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("title", "标题", Kind.TITLE),
                    new Column("id", "编号", Kind.SHORT),
                    new Column("text", "话术", Kind.LONG),
                    new Column("keywords", "客户怎么说", Kind.LIST));

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatIsWrittenComesBack(Format format) {
        Row row =
                row(
                        "Say \"no\", kindly; 先别急",
                        "en-price-1",
                        "# Not a heading\n\n## Nor this\n\\ nor this, \"quoted\", a;b\n- a list",
                        "too dear\n- with a hyphen\n'quoted");
        assertThat(again(format, row)).containsExactly(row.cells());
    }

    @Property(tries = 300)
    void nothingIsLostInCsv(@ForAll("cells") String title, @ForAll("cells") String text) {
        Row row = row(title, "en-1", text, "");
        assertThat(again(Format.CSV, row)).containsExactly(row.cells());
    }

    @Property(tries = 300)
    void nothingIsLostInMarkdown(@ForAll("cells") String text) {
        Row row = row("title", "en-1", text, "");
        assertThat(again(Format.MARKDOWN, row)).containsExactly(row.cells());
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings()
                .withChars("ab #-=+@'\"\\,;:\n{}好。？")
                .ofMinLength(0)
                .ofMaxLength(40)
                .map(text -> "x" + text + "x")
                .flatMap(
                        text ->
                                Arbitraries.of(
                                        text,
                                        text.substring(1),
                                        "=" + text,
                                        "'=" + text,
                                        "@" + text))
                .map(String::strip);
    }

    private static Row row(String title, String id, String text, String keywords) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("title", title);
        cells.put("id", id);
        cells.put("text", text);
        cells.put("keywords", keywords);
        return new Row(1, cells);
    }

    private static List<Map<String, String>> again(Format format, Row row) {
        String file = new Sheet(COLUMNS, List.of(row)).text(format);
        return Sheet.read(format, COLUMNS, file).rows().stream().map(Row::cells).toList();
    }

    /** A spreadsheet would run such a cell, with whatever rights its reader has. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "＝1"})
    void noCellOfATableIsAFormula(String cell) {
        Row row = row(cell, "en-1", cell, cell);
        String file = new Sheet(COLUMNS, List.of(row)).text(Format.CSV);
        assertThat(file.lines().skip(1))
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("(^|,)\"?[=+@＝-]"));
        assertThat(again(Format.CSV, row)).containsExactly(row.cells());
    }

    @Test
    void aRowKnowsItsLine() {
        Sheet table =
                Sheet.read(
                        Format.CSV,
                        COLUMNS,
                        "title;id;text\nfirst;en-1;\"two\nlines\"\nsecond;en-2;one\n");
        assertThat(table.rows()).extracting(Row::line).containsExactly(2, 4);
        Sheet text =
                Sheet.read(
                        Format.MARKDOWN, COLUMNS, "# All\n\n## first\n\n- id: en-1\n\n## second\n");
        assertThat(text.rows()).extracting(Row::line).containsExactly(3, 7);
    }

    @Test
    void chineseNamesOfFieldsAreUnderstood() {
        Sheet text = Sheet.read(Format.MARKDOWN, COLUMNS, "## 先问\n- 编号：zh-1\n\n### 话术\n\n您说得对。\n");
        assertThat(text.rows().getFirst().cells())
                .containsEntry("id", "zh-1")
                .containsEntry("text", "您说得对。");
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertThatThrownBy(() -> Sheet.read(Format.CSV, COLUMNS, "title,colour\na,b\n"))
                .hasMessageContaining("line 1: 'colour' is no field");
        assertThatThrownBy(() -> Sheet.read(Format.CSV, COLUMNS, "title,id\na,b,c\n"))
                .hasMessageContaining("line 2: 3 cells, but only 2 columns");
        assertThatThrownBy(() -> Sheet.read(Format.MARKDOWN, COLUMNS, "## a\n\nstray words\n"))
                .hasMessageContaining("line 3: 'stray words' is neither");
        assertThatThrownBy(() -> Sheet.read(Format.MARKDOWN, COLUMNS, "## a\n- id: 1\n- id: 2\n"))
                .hasMessageContaining("line 3: 'id' stands twice");
    }
}
