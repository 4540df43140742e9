package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recordings to import, as a CSV file lists them. */
final class ImportManifest {

    /** Columns by what they tell, in English and in Chinese. */
    static final Map<String, String> COLUMNS =
            Map.ofEntries(
                    Map.entry("rep", "销售"),
                    Map.entry("team", "团队"),
                    Map.entry("customer", "客户"),
                    Map.entry("date", "日期"),
                    Map.entry("time", "时间"),
                    Map.entry("language", "语言"),
                    Map.entry("channels", "声道"),
                    Map.entry("repSpeaker", "销售发言人"),
                    Map.entry("raw", "原始格式"),
                    Map.entry("kind", "通话类型"),
                    Map.entry("sale", "销售规模"));

    /**
     * @param told by the row; cells that are empty are left out
     */
    record Row(Path file, Map<String, String> told) {}

    private ImportManifest() {}

    /**
     * @return rows in their order, with files relative to the manifest made whole
     * @throws IOException when the manifest cannot be read, or has no files in it; says why
     */
    static List<Row> read(Path manifest) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(manifest)) {
            String file = row.cell("file", "文件");
            if (file == null) {
                throw new IOException(
                        "there is no column 'file', only %s; the first line must name the columns, like: file,rep,team,customer,date,language,channels"
                                .formatted(row.cells().keySet()));
            }
            rows.add(new Row(path(manifest, row.number(), file), told(row)));
        }
        if (rows.isEmpty()) {
            throw new IOException("it lists no files");
        }
        return rows;
    }

    private static Path path(Path manifest, int row, String file) throws IOException {
        try {
            if (file.isBlank()) {
                throw new IOException("row %d names no file".formatted(row));
            }
            return manifest.toAbsolutePath().getParent().resolve(file).normalize();
        } catch (InvalidPathException e) {
            throw new IOException("row %d: '%s' can be no file's name".formatted(row, file), e);
        }
    }

    private static Map<String, String> told(CsvTable.Row row) {
        Map<String, String> told = new LinkedHashMap<>();
        COLUMNS.forEach(
                (english, chinese) -> {
                    String cell = row.cell(english, chinese);
                    if (cell != null && !cell.isBlank()) {
                        told.put(english, cell);
                    }
                });
        return told;
    }
}
