package talktrack.api.documents.office;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines whose wide gaps are above each other are rows of a table. */
final class PdfTable {

    /** In font sizes; what is farther below is no row of the same table. */
    private static final double ROW_DISTANCE = 4;

    /** In points; letters reach a little over their place. */
    private static final double OVERHANG = 1;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private int lines = 1;

    private record Column(double from, double to) {
        boolean holds(PdfLine.Cell cell) {
            return cell.from() < to - OVERHANG && cell.to() > from + OVERHANG;
        }

        Column with(PdfLine.Cell cell) {
            return new Column(Math.min(from, cell.from()), Math.max(to, cell.to()));
        }
    }

    private PdfTable(PdfLine header) {
        columns =
                header.cells().stream()
                        .map(cell -> new Column(cell.from(), cell.to()))
                        .collect(Collectors.toCollection(ArrayList::new));
        rows.add(texts(header));
    }

    /**
     * The table that begins at a line.
     *
     * @return what has one row or one column is none: then its {@link #lines()} are 0
     */
    static PdfTable at(List<PdfLine> page, int at) {
        PdfTable table = new PdfTable(page.get(at));
        if (table.columns.size() > 1) {
            while (at + table.lines < page.size()
                    && near(page.get(at + table.lines - 1), page.get(at + table.lines))
                    && table.add(page.get(at + table.lines))) {
                table.lines++;
            }
        }
        return table;
    }

    int lines() {
        return rows.size() > 1 ? lines : 0;
    }

    private static boolean near(PdfLine before, PdfLine line) {
        double distance = line.y() - before.y();
        return distance > 0 && distance <= ROW_DISTANCE * line.size();
    }

    private boolean add(PdfLine line) {
        List<PdfLine.Cell> cells = line.cells();
        List<Integer> places =
                cells.size() == columns.size()
                        ? Stream.iterate(0, i -> i + 1).limit(cells.size()).toList()
                        : cells.stream().map(this::place).toList();
        for (int i = 0; i < cells.size(); i++) {
            if (places.get(i) < 0 || crosses(cells.get(i), places.get(i))) {
                return false;
            }
        }
        boolean wrapped = cells.size() == 1 && rows.size() > 1;
        if (cells.size() == 1 && (!wrapped || places.getFirst() == 0)) {
            return false; // a paragraph below the table
        }
        if (!wrapped) {
            rows.add(Stream.generate(() -> "").limit(columns.size()).collect(Collectors.toList()));
        }
        for (int i = 0; i < cells.size(); i++) {
            int place = places.get(i);
            columns.set(place, columns.get(place).with(cells.get(i)));
            rows.getLast()
                    .set(place, (rows.getLast().get(place) + " " + cells.get(i).text()).strip());
        }
        return true;
    }

    /** −1 when it is below none. */
    private int place(PdfLine.Cell cell) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).holds(cell)) {
                return i;
            }
        }
        return -1;
    }

    private boolean crosses(PdfLine.Cell cell, int place) {
        for (int i = 0; i < columns.size(); i++) {
            if (i != place && columns.get(i).holds(cell)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> texts(PdfLine line) {
        return line.cells().stream().map(PdfLine.Cell::text).toList();
    }

    String xhtml() {
        return rows.stream()
                .map(
                        row ->
                                row.stream()
                                        .map(PdfLayout::escaped)
                                        .collect(Collectors.joining("</td><td>", "<td>", "</td>")))
                .collect(Collectors.joining("</tr><tr>", "<table><tr>", "</tr></table>"));
    }
}
