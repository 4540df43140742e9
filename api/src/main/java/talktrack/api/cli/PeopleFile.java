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

/**
 * Reps and teams in a CSV file, as spreadsheets write it: commas, semicolons or tabs, maybe a byte
 * order mark.
 */
final class PeopleFile {

    /**
     * @param team empty for the default team
     */
    record Row(String name, String team) {}

    private static final CsvMapper MAPPER =
            CsvMapper.builder()
                    .enable(CsvParser.Feature.TRIM_SPACES)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .build();

    private PeopleFile() {}

    /**
     * @throws IOException when the file cannot be read, or a line of it is wrong; says which
     */
    static List<Row> read(Path file) throws IOException {
        String text = text(file);
        CsvSchema schema =
                CsvSchema.emptySchema().withHeader().withColumnSeparator(separator(text));
        List<Row> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> lines =
                MAPPER.readerForMapOf(String.class).with(schema).readValues(text)) {
            while (lines.hasNext()) {
                rows.add(row(lines.next(), lines.getCurrentLocation().getLineNr()));
            }
        } catch (JsonProcessingException e) {
            throw new IOException("this is no CSV: " + e.getOriginalMessage(), e);
        }
        if (rows.isEmpty()) {
            throw new IOException(
                    "there is nobody in it; the first line must name the columns: name,team");
        }
        return rows;
    }

    private static Row row(Map<String, String> cells, long line) throws IOException {
        String name = cell(cells, "name", "姓名");
        if (name == null) {
            throw new IOException(
                    "there is no column 'name', only %s; the first line must name the columns: name,team"
                            .formatted(cells.keySet()));
        }
        if (name.isBlank()) {
            throw new IOException("the line before line %d has no name".formatted(line));
        }
        String team = cell(cells, "team", "团队");
        return new Row(name, team == null || team.isBlank() ? null : team);
    }

    private static String cell(Map<String, String> cells, String english, String chinese) {
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            String column = cell.getKey().strip().toLowerCase(Locale.ROOT);
            if (column.equals(english) || column.equals(chinese)) {
                return cell.getValue();
            }
        }
        return null;
    }

    private static String text(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (MalformedInputException e) {
            throw new IOException("the file is not in UTF-8; save it as \"CSV UTF-8\"", e);
        }
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        if (header.contains(",")) {
            return ',';
        }
        return header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    }
}
