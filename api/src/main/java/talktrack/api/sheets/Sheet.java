package talktrack.api.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import talktrack.models.labels.Label;

/**
 * Rows of the same columns, and where each stands in the file that it was read from.
 *
 * @param columns in their order; the first one is the rows' title in Markdown
 */
public record Sheet(List<Column> columns, List<Row> rows) {

    /** How a column is written in Markdown. */
    public enum Kind {
        /** The heading of the row. */
        TITLE,
        /** One line: {@code - name: value}. */
        SHORT,
        /** Paragraphs below a heading of their own. */
        LONG,
        /** A list below a heading of its own; in CSV one a line in the cell. */
        LIST
    }

    /**
     * @param name in the file, such as {@code nextQuestion}
     * @param chinese another name that is understood
     */
    public record Column(String name, String chinese, Kind kind) {

        boolean called(String heading) {
            String plain = heading.strip();
            return plain.equalsIgnoreCase(name) || plain.equals(chinese);
        }
    }

    /**
     * @param line in the file, from 1
     * @param cells by column; those that are empty are left out
     */
    public record Row(int line, Map<String, String> cells) {
        public Row {
            Map<String, String> full = new LinkedHashMap<>();
            cells.forEach(
                    (name, cell) -> {
                        if (cell != null && !cell.isBlank()) {
                            full.put(name, cell.strip());
                        }
                    });
            cells = full;
        }

        /** The cell of a column, or empty. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /** The lines of a cell. */
        public List<String> list(String column) {
            return cell(column).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }

    /** The file's format. */
    public enum Format implements Label {
        CSV,
        MARKDOWN
    }

    /** As a file. */
    public String text(Format format) {
        return switch (format) {
            case CSV -> CsvSheet.write(this);
            case MARKDOWN -> MarkdownSheet.write(this);
        };
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableSheet when it is not of this format, or has columns of its own
     */
    public static Sheet read(Format format, List<Column> columns, String text) {
        return switch (format) {
            case CSV -> CsvSheet.read(columns, text);
            case MARKDOWN -> MarkdownSheet.read(columns, text);
        };
    }

    static Column column(List<Column> columns, String heading, int line) {
        for (Column column : columns) {
            if (column.called(heading)) {
                return column;
            }
        }
        List<String> known = new ArrayList<>();
        columns.forEach(column -> known.add(column.name()));
        throw new UnreadableSheet(
                line,
                "'%s' is no field of this; known are %s"
                        .formatted(heading.strip(), String.join(", ", known)));
    }
}
