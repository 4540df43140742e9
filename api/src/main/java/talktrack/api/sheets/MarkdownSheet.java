package talktrack.api.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.api.sheets.Sheet.Column;
import talktrack.api.sheets.Sheet.Kind;
import talktrack.api.sheets.Sheet.Row;

/**
 * One Markdown file that people read and write: a row is a section, its title the heading; short
 * fields are a list, long ones have a heading of their own. What is written here comes back the
 * same: a line of a text that looks like a heading gets a backslash.
 */
final class MarkdownSheet {

    private static final String ROW = "## ";
    private static final String FIELD = "### ";

    private MarkdownSheet() {}

    static String write(Sheet sheet) {
        StringBuilder out = new StringBuilder();
        for (Row row : sheet.rows()) {
            write(sheet.columns(), row, out);
        }
        return out.toString();
    }

    private static void write(List<Column> columns, Row row, StringBuilder out) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        for (Column column : columns) {
            String cell = row.cell(column.name());
            if (column.kind() == Kind.TITLE) {
                out.append(ROW).append(oneLine(cell)).append("\n\n");
            } else if (column.kind() == Kind.SHORT && !cell.isEmpty()) {
                out.append("- ").append(column.name()).append(": ");
                out.append(oneLine(cell)).append('\n');
            }
        }
        for (Column column : columns) {
            String cell = row.cell(column.name());
            if (cell.isEmpty() || column.kind() == Kind.TITLE || column.kind() == Kind.SHORT) {
                continue;
            }
            out.append('\n').append(FIELD).append(column.name()).append("\n\n");
            cell.lines()
                    .map(line -> column.kind() == Kind.LIST ? "- " + line : escaped(line))
                    .forEach(line -> out.append(line).append('\n'));
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }

    private static String escaped(String line) {
        return line.startsWith("#") || line.startsWith("\\") ? "\\" + line : line;
    }

    private static String unescaped(String line) {
        return line.startsWith("\\#") || line.startsWith("\\\\") ? line.substring(1) : line;
    }

    static Sheet read(List<Column> columns, String file) {
        Reader reader = new Reader(columns);
        int number = 0;
        String text = file.startsWith("\ufeff") ? file.substring(1) : file;
        for (String line : text.split("\\R", -1)) {
            reader.take(++number, line);
        }
        return new Sheet(columns, reader.end());
    }

    private static final class Reader {
        private final List<Column> columns;
        private final String title;
        private final List<Row> rows = new ArrayList<>();
        private Optional<Integer> begun = Optional.empty();
        private Map<String, StringBuilder> cells = new LinkedHashMap<>();
        private Optional<Column> field = Optional.empty();

        Reader(List<Column> columns) {
            this.columns = columns;
            this.title =
                    columns.stream()
                            .filter(column -> column.kind() == Kind.TITLE)
                            .findFirst()
                            .orElseThrow()
                            .name();
        }

        void take(int number, String line) {
            if (line.startsWith(ROW)) {
                endRow();
                begun = Optional.of(number);
                cells.put(title, new StringBuilder(line.substring(ROW.length())));
            } else if (begun.isEmpty()) {
                return; // a heading and an introduction may stand above the first row
            } else if (line.startsWith(FIELD)) {
                field = Optional.of(Sheet.column(columns, line.substring(FIELD.length()), number));
                once(number, field.get());
            } else if (field.isPresent()) {
                take(field.get(), line);
            } else if (!line.isBlank()) {
                shortField(number, line);
            }
        }

        private void take(Column column, String line) {
            String text =
                    column.kind() == Kind.LIST
                            ? line.strip().replaceFirst("^[-*]\\s+", "")
                            : unescaped(line);
            cells.get(column.name()).append(text).append('\n');
        }

        private void shortField(int number, String line) {
            int colon = firstColon(line);
            if (!line.startsWith("- ") || colon < 0) {
                throw new UnreadableSheet(
                        number,
                        "'%s' is neither '- field: value' nor below a heading '### field'"
                                .formatted(line.substring(0, Math.min(60, line.length()))));
            }
            Column column = Sheet.column(columns, line.substring(2, colon), number);
            once(number, column);
            cells.get(column.name()).append(line.substring(colon + 1));
        }

        private static int firstColon(String line) {
            int latin = line.indexOf(':');
            int chinese = line.indexOf('：');
            return latin < 0 || (chinese >= 0 && chinese < latin) ? chinese : latin;
        }

        private void once(int number, Column column) {
            if (cells.putIfAbsent(column.name(), new StringBuilder()) != null) {
                throw new UnreadableSheet(
                        number, "'%s' stands twice in one section".formatted(column.name()));
            }
        }

        private void endRow() {
            begun.ifPresent(
                    line -> {
                        Map<String, String> texts = new LinkedHashMap<>();
                        cells.forEach((name, text) -> texts.put(name, text.toString()));
                        rows.add(new Row(line, texts));
                    });
            cells = new LinkedHashMap<>();
            field = Optional.empty();
            begun = Optional.empty();
        }

        List<Row> end() {
            endRow();
            return rows;
        }
    }
}
