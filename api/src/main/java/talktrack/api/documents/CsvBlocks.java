package talktrack.api.documents;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import talktrack.api.documents.sandbox.UnreadableDocument;
import talktrack.api.sheets.CsvSeparator;

/** Reads comma-, semicolon- or tab-separated values as one table; its first row is the header. */
final class CsvBlocks {

    private static final ObjectReader ROWS =
            new CsvMapper()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .enable(CsvParser.Feature.TRIM_SPACES)
                    .readerForListOf(String.class);

    private CsvBlocks() {}

    static List<Block> read(String text) throws UnreadableDocument {
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(CsvSeparator.of(text));
        List<List<String>> rows = new ArrayList<>();
        try (MappingIterator<List<String>> lines = ROWS.with(schema).readValues(text)) {
            while (lines.hasNext()) {
                List<String> row = lines.next();
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row.stream().map(cell -> cell.replaceAll("\\s+", " ")).toList());
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(
                    "its rows cannot be told apart: save it as CSV again, with quotes where needed",
                    e);
        }
        return rows.isEmpty() ? List.of() : List.of(Table.of(rows));
    }
}
