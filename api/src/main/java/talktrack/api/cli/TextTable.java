package talktrack.api.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import talktrack.api.cli.report.Columns;

/** A table for a terminal; Chinese characters count as two columns. */
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        rows.add(List.of(header));
    }

    void row(String... cells) {
        rows.add(Arrays.asList(cells));
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Columns.width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i))
                        .append(" ".repeat(widths[i] - Columns.width(row.get(i)) + 2));
            }
            text.append("  ")
                    .append(line.toString().stripTrailing())
                    .append(System.lineSeparator());
        }
        return text.toString();
    }
}
