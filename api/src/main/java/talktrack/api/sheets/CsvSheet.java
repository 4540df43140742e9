package talktrack.api.sheets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * As spreadsheets write and read it: a byte order mark, so that they take it for UTF-8; on reading
 * also semicolons and tabs.
 *
 * @see "OWASP, CSV Injection: a cell that starts like a formula is run by spreadsheets"
 */
final class CsvSheet {

    private static final String MARK = "\ufeff";

    /** What a spreadsheet would run, also when it was written as a text already. */
    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r＝＋－＠].*");

    private static final Pattern WRITTEN_AS_TEXT = Pattern.compile("(?s)'+[=+\\-@\\t\\r＝＋－＠].*");

    private static final CsvMapper MAPPER =
            CsvMapper.builder()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .build();

    private CsvSheet() {}

    static String write(Sheet sheet) {
        CsvSchema schema = CsvSchema.emptySchema().withLineSeparator("\r\n");
        List<List<String>> lines = new ArrayList<>();
        lines.add(sheet.columns().stream().map(Sheet.Column::name).toList());
        for (Sheet.Row row : sheet.rows()) {
            lines.add(sheet.columns().stream().map(one -> asText(row.cell(one.name()))).toList());
        }
        try {
            return MARK + MAPPER.writer(schema).writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Bug: texts do not go into CSV", e);
        }
    }

    private static String asText(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    static Sheet read(List<Sheet.Column> columns, String file) {
        String text = file.startsWith(MARK) ? file.substring(1) : file;
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(CsvSeparator.of(text));
        List<Sheet.Row> rows = new ArrayList<>();
        int line = 1;
        try (MappingIterator<String[]> lines =
                MAPPER.readerFor(String[].class).with(schema).readValues(text)) {
            Optional<List<Sheet.Column>> header = Optional.empty();
            while (lines.hasNext()) {
                line = lines.getCurrentLocation().getLineNr();
                String[] cells = lines.next();
                if (header.isEmpty()) {
                    header = Optional.of(header(columns, cells));
                } else {
                    rows.add(row(header.get(), cells, line));
                }
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableSheet(
                    e.getLocation() == null ? line : e.getLocation().getLineNr(),
                    "this is no CSV: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnreadableSheet(line, "this is no CSV: " + e.getMessage());
        }
        return new Sheet(columns, rows);
    }

    private static List<Sheet.Column> header(List<Sheet.Column> columns, String[] cells) {
        List<Sheet.Column> header = new ArrayList<>();
        for (String cell : cells) {
            header.add(Sheet.column(columns, cell, 1));
        }
        return header;
    }

    private static Sheet.Row row(List<Sheet.Column> header, String[] cells, int line) {
        if (cells.length > header.size()) {
            throw new UnreadableSheet(
                    line,
                    "%d cells, but only %d columns; a cell with a comma in it needs quotes"
                            .formatted(cells.length, header.size()));
        }
        Map<String, String> read = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i] == null ? "" : cells[i];
            read.put(
                    header.get(i).name(),
                    WRITTEN_AS_TEXT.matcher(cell).matches() ? cell.substring(1) : cell);
        }
        return new Sheet.Row(line, read);
    }
}
