package talktrack.api.documents.office;

import java.util.List;

/**
 * @param number 1 is the first
 * @param height in points
 */
record PdfPage(int number, double height, List<PdfLine> lines) {

    PdfPage {
        lines = List.copyOf(lines);
    }
}
