package talktrack.api.documents.office;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines with wide gaps at the same places are rows of a table. */
final class PdfTable {

    /** In points; columns of numbers end at the same place, others begin there. */
    private static final double SAME_PLACE = 6;

    /** In font sizes; what is farther below is no row of the same table. */
    private static final double ROW_DISTANCE = 4;

    private PdfTable() {}

    /**
     * @return the line after the table that begins here; {@code at} when none does
     */
    static int end(List<PdfLine> lines, int at) {
        PdfLine header = lines.get(at);
        if (header.cells().size() < 2) {
            return at;
        }
        int end = at + 1;
        int rows = 1;
        while (end < lines.size()) {
            PdfLine line = lines.get(end);
            double distance = line.y() - lines.get(end - 1).y();
            if (distance <= 0 || distance > ROW_DISTANCE * line.size() || !fits(header, line)) {
                break;
            }
            rows += line.cells().size() > 1 ? 1 : 0;
            end++;
        }
        while (end > at + 1 && isFirstColumn(header, lines.get(end - 1))) {
            end--; // a paragraph below the table
        }
        return rows > 1 ? end : at;
    }

    private static boolean fits(PdfLine header, PdfLine line) {
        return line.cells().stream().allMatch(cell -> column(header, cell) >= 0)
                && (line.cells().size() > 1 || !isFirstColumn(header, line) || narrow(header, line));
    }

    /** One cell alone in the first column: a wrapped name, or text that is no table any more. */
    private static boolean isFirstColumn(PdfLine header, PdfLine line) {
        return line.cells().size() == 1 && column(header, line.cells().getFirst()) == 0;
    }

    private static boolean narrow(PdfLine header, PdfLine line) {
        return line.cells().getFirst().to() < header.cells().get(1).from();
    }

    /** −1 when it is below none of the header's. */
    private static int column(PdfLine header, PdfLine.Cell cell) {
        List<PdfLine.Cell> columns = header.cells();
        for (int i = 0; i < columns.size(); i++) {
            PdfLine.Cell one = columns.get(i);
            boolean same =
                    Math.abs(one.from() - cell.from()) < SAME_PLACE
                            || Math.abs(one.to() - cell.to()) < SAME_PLACE
                            || Math.abs(one.from() + one.to() - cell.from() - cell.to())
                                    < 2 * SAME_PLACE;
            if (same) {
                return i;
            }
        }
        return -1;
    }

    static String xhtml(List<PdfLine> lines) {
        List<String[]> rows = new ArrayList<>();
        PdfLine header = lines.getFirst();
        for (PdfLine line : lines) {
            boolean continued = line.cells().size() == 1 && !rows.isEmpty();
            if (!continued) {
                rows.add(new String[header.cells().size()]);
                Arrays.fill(rows.getLast(), "");
            }
            for (PdfLine.Cell cell : line.cells()) {
                int column = column(header, cell);
                String before = rows.getLast()[column];
                rows.getLast()[column] = (before + " " + cell.text()).strip();
            }
        }
        StringBuilder xhtml = new StringBuilder("<table>");
        for (String[] row : rows) {
            xhtml.append("<tr>");
            for (String cell : row) {
                xhtml.append("<td>").append(PdfLayout.escaped(cell)).append("</td>");
            }
            xhtml.append("</tr>");
        }
        return xhtml.append("</table>").toString();
    }
}
