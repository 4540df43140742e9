package talktrack.api.documents.office;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a PDF file's page.
 *
 * @param y of its baseline from the top of the page, in points
 * @param size of its letters, in points
 * @param bold whether all of it is
 * @param cells its parts, with wide gaps between them; most lines have one
 */
record PdfLine(double y, double size, boolean bold, List<Cell> cells) {

    PdfLine {
        cells = List.copyOf(cells);
    }

    /**
     * @param from where it begins, in points from the left
     */
    record Cell(double from, double to, String text) {}

    String text() {
        return cells.stream().map(Cell::text).collect(Collectors.joining(" "));
    }

    double from() {
        return cells.getFirst().from();
    }
}
