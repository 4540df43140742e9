package talktrack.api.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import talktrack.api.sheets.Sheet;
import talktrack.api.sheets.Sheet.Row;
import talktrack.api.versions.Kind.Stamp;
import talktrack.api.versions.VersionStore.Change;
import talktrack.models.events.TalkTrack.Status;
import talktrack.models.events.Versioned;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * What a file would change. All of it is taken or nothing: one wrong row stops the whole file, and
 * every wrong row is named.
 *
 * @param rows what each row does
 * @param changes what is to be written
 */
public record SheetImport<V extends Versioned>(List<ImportedRow> rows, List<Change<V>> changes) {

    private static final Pattern ID = Pattern.compile("(?:en|zh)-[a-z0-9][a-z0-9-]{0,76}");

    static <V extends Versioned> SheetImport<V> of(
            Sheet sheet, Kind<V> kind, Function<String, Optional<V>> find, Instant now) {
        List<String> wrong = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        SheetImport<V> all = new SheetImport<>(new ArrayList<>(), new ArrayList<>());
        for (Row row : sheet.rows()) {
            try {
                all.take(row, id(row, ids), kind, find, now);
            } catch (IllegalArgumentException e) {
                wrong.add("line %d: %s".formatted(row.line(), e.getMessage()));
            }
        }
        if (!wrong.isEmpty()) {
            throw Requests.wrong(wrong);
        }
        return all;
    }

    /** Everything of one, by column. */
    static <V extends Versioned> Map<String, String> cells(Kind<V> kind, V value) {
        Map<String, String> cells = kind.cells(value);
        cells.put("id", value.id());
        cells.put("version", String.valueOf(value.version()));
        cells.put("author", value.author());
        cells.put("note", value.changeNote());
        return cells;
    }

    private static String id(Row row, Set<String> ids) {
        String id = row.cell("id");
        if (id.isEmpty()) {
            return Library.newId(language(row));
        }
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id '%s' does not start with en- or zh-, or has more than small letters, digits and hyphens"
                            .formatted(id));
        }
        if (!ids.add(id)) {
            throw new IllegalArgumentException(
                    "the id '%s' stands twice in the file".formatted(id));
        }
        return id;
    }

    private static Language language(Row row) {
        if (row.cell("language").isEmpty()) {
            throw new IllegalArgumentException("the language is missing: en or zh");
        }
        return Label.parse(Language.class, row.cell("language"));
    }

    private void take(
            Row row, String id, Kind<V> kind, Function<String, Optional<V>> find, Instant now) {
        Optional<V> there = find.apply(id);
        int version = there.map(Versioned::version).orElse(0);
        Status status = status(row, there);
        V made =
                kind.stamped(
                        kind.of(row, id, there),
                        new Stamp(status, version + 1, row.cell("author"), now, row.cell("note")));
        if (status == Status.APPROVED) {
            kind.checkApproval(made);
        }
        String title = row.cell("title");
        if (there.isPresent() && kind.cells(there.get()).equals(kind.cells(made))) {
            rows.add(new ImportedRow(row.line(), id, title, status, ImportedRow.What.SAME));
            return;
        }
        checkSeen(row, id, there.isPresent(), version);
        changes.add(new Change<>(made, version));
        rows.add(
                new ImportedRow(
                        row.line(),
                        id,
                        title,
                        status,
                        there.isPresent() ? ImportedRow.What.CHANGED : ImportedRow.What.NEW));
    }

    private static void checkSeen(Row row, String id, boolean there, int version) {
        String seen = row.cell("version");
        if (there && !seen.isEmpty() && !seen.equals(String.valueOf(version))) {
            throw new IllegalArgumentException(
                    "'%s' was changed since: the file has version %s, here is version %d; clear the version to overwrite that"
                            .formatted(id, seen, version));
        }
    }

    private static <V extends Versioned> Status status(Row row, Optional<V> there) {
        String cell = row.cell("status");
        return cell.isEmpty()
                ? there.map(Versioned::status).orElse(Status.DRAFT)
                : Label.parse(Status.class, cell);
    }
}
