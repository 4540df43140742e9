package talktrack.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import talktrack.api.sheets.CsvSeparator;

/**
 * A CSV file as spreadsheets write it: commas, semicolons or tabs, maybe a byte order mark; the
 * first line names the columns.
 */
final class CsvTable {

    private static final CsvMapper MAPPER =
            CsvMapper.builder()
                    .enable(CsvParser.Feature.TRIM_SPACES)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .build();

    private CsvTable() {}

    /**
     * @param number counts rows from 1, without the line of columns
     */
    record Row(int number, Map<String, String> cells) {

        /** The cell of a column, whatever the case of its name; null when there is no such one. */
        String cell(String... names) {
            for (Map.Entry<String, String> cell : cells.entrySet()) {
                String column = cell.getKey().strip().toLowerCase(Locale.ROOT);
                for (String name : names) {
                    if (column.equals(name.toLowerCase(Locale.ROOT))) {
                        return cell.getValue();
                    }
                }
            }
            return null;
        }
    }

    /**
     * @throws IOException when the file cannot be read, or is no CSV
     */
    static List<Row> read(Path file) throws IOException {
        String text = text(file);
        CsvSchema schema =
                CsvSchema.emptySchema().withHeader().withColumnSeparator(CsvSeparator.of(text));
        List<Row> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> lines =
                MAPPER.readerForMapOf(String.class).with(schema).readValues(text)) {
            while (lines.hasNext()) {
                rows.add(new Row(rows.size() + 1, lines.next()));
            }
        } catch (JsonProcessingException e) {
            throw new IOException("this is no CSV: " + e.getOriginalMessage(), e);
        }
        return rows;
    }

    private static String text(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (MalformedInputException e) {
            throw new IOException("the file is not in UTF-8; save it as \"CSV UTF-8\"", e);
        }
    }
}
