package talktrack.api.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/** A table as text that people can read, and each row as a sentence of its own. */
final class Table {

    private Table() {}

    /**
     * @param rows the cells of each row; the first row is the header
     */
    static Block.Content of(List<List<String>> rows) {
        List<String> header = rows.getFirst();
        if (rows.size() == 1) {
            return new Block.Content(
                    "", List.of(new Block.Piece(line(header), String.join(", ", header))), "\n");
        }
        return new Block.Content(
                line(header) + "\n" + line(header.stream().map(cell -> "---").toList()) + "\n",
                rows.stream()
                        .skip(1)
                        .map(row -> new Block.Piece(line(row), sentence(header, row)))
                        .toList(),
                "\n");
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /**
     * {@code Dock: Monthly fee 390 EUR, Seats included 10}. Names of columns are read as words:
     * {@code price_net_eur} is a price.
     */
    private static String sentence(List<String> header, List<String> row) {
        List<String> parts = new ArrayList<>();
        for (int column = 1; column < row.size(); column++) {
            String name = column < header.size() ? header.get(column).replace('_', ' ') : "";
            if (!row.get(column).isBlank()) {
                parts.add((name + " " + row.get(column)).strip());
            }
        }
        boolean chinese =
                TextNormaliser.detect(String.join(" ", header) + String.join(" ", row))
                        == Language.ZH;
        return parts.isEmpty()
                ? row.getFirst()
                : row.getFirst()
                        + (chinese ? "：" : ": ")
                        + String.join(chinese ? "，" : ", ", parts);
    }
}
