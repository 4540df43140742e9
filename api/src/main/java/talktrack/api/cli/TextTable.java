package talktrack.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import talktrack.api.cli.report.Columns;

/**
 * A table for a terminal. Chinese characters count as two columns; a cell may have several lines.
 */
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        rows.add(List.of(header));
    }

    /** Cells may come from calls and files, so they are made harmless. */
    void row(String... cells) {
        rows.add(Stream.of(cells).map(Columns::plain).toList());
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                int widest = row.get(i).lines().mapToInt(Columns::width).max().orElse(0);
                widths[i] = Math.max(widths[i], widest);
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            List<List<String>> cells = row.stream().map(cell -> cell.lines().toList()).toList();
            int height = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int at = 0; at < height; at++) {
                StringBuilder line = new StringBuilder();
                for (int i = 0; i < columns; i++) {
                    String cell = at < cells.get(i).size() ? cells.get(i).get(at) : "";
                    line.append(cell).append(" ".repeat(widths[i] - Columns.width(cell) + 2));
                }
                text.append("  ")
                        .append(line.toString().stripTrailing())
                        .append(System.lineSeparator());
            }
        }
        return text.toString();
    }
}
