package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reps and teams in a CSV file. */
final class PeopleFile {

    /**
     * @param team absent for the default team
     * @param sharesClips absent: as it was
     */
    record Row(String name, String team, Boolean sharesClips) {}

    private PeopleFile() {}

    /**
     * @throws IOException when the file cannot be read, or a row of it is wrong; says which
     */
    static List<Row> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(file)) {
            rows.add(person(row));
        }
        if (rows.isEmpty()) {
            throw new IOException(
                    "there is nobody in it; the first line must name the columns: name,team");
        }
        return rows;
    }

    private static Row person(CsvTable.Row row) throws IOException {
        String name = row.cell("name", "姓名");
        if (name == null) {
            throw new IOException(
                    "there is no column 'name', only %s; the first line must name the columns: name,team"
                            .formatted(row.cells().keySet()));
        }
        if (name.isBlank()) {
            throw new IOException("row %d has no name".formatted(row.number()));
        }
        String team = row.cell("team", "团队");
        return new Row(name, team == null || team.isBlank() ? null : team, sharesClips(row));
    }

    private static Boolean sharesClips(CsvTable.Row row) throws IOException {
        String cell = row.cell("shares clips", "共享片段");
        if (cell == null || cell.isBlank()) {
            return null;
        }
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true", "是" -> true;
            case "no", "false", "否" -> false;
            default ->
                    throw new IOException(
                            "row %d: 'shares clips' is '%s'; use yes or no"
                                    .formatted(row.number(), cell));
        };
    }
}
