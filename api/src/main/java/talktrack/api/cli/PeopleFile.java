package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reps and teams in a CSV file. */
final class PeopleFile {

    /**
     * @param team empty for the default team
     */
    record Row(String name, String team) {}

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
        return new Row(name, team == null || team.isBlank() ? null : team);
    }
}
