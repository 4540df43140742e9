package talktrack.api.talktracks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import talktrack.api.sheets.Sheet;
import talktrack.api.sheets.Sheet.Row;
import talktrack.api.versions.ImportedRow;
import talktrack.api.versions.VersionStore.Change;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Label;

/**
 * What a file of talk tracks would change. All of it is taken or nothing: one wrong row stops the
 * whole file, and every wrong row is named.
 */
final class TalkTrackImport {

    private static final Pattern ID = Pattern.compile("(?:en|zh)-[a-z0-9][a-z0-9-]{0,76}");

    private final TalkTrackLibrary library;
    private final Instant now;
    private final List<ImportedRow> rows = new ArrayList<>();
    private final List<Change<TalkTrack>> changes = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private TalkTrackImport(TalkTrackLibrary library, Instant now) {
        this.library = library;
        this.now = now;
    }

    static TalkTrackImport of(Sheet sheet, TalkTrackLibrary library, Instant now) {
        TalkTrackImport all = new TalkTrackImport(library, now);
        for (Row row : sheet.rows()) {
            try {
                all.take(row);
            } catch (IllegalArgumentException e) {
                all.wrong.add("line %d: %s".formatted(row.line(), e.getMessage()));
            }
        }
        return all;
    }

    /** What is wrong, row by row; nothing may be written unless this is empty. */
    List<String> wrong() {
        return wrong;
    }

    List<ImportedRow> rows() {
        return rows;
    }

    List<Change<TalkTrack>> changes() {
        return changes;
    }

    private void take(Row row) {
        TalkTrackEdit edit = TalkTrackSheet.edit(row);
        String id = row.cell("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id '%s' does not start with en- or zh-, or has more than small letters, digits and hyphens".formatted(id));
        }
        if (!id.isEmpty() && !ids.add(id)) {
            throw new IllegalArgumentException("the id '%s' stands twice in the file".formatted(id));
        }
        Optional<TalkTrack> there = id.isEmpty() ? Optional.empty() : library.find(id);
        int version = there.map(TalkTrack::version).orElse(0);
        TalkTrack.Status status = status(row, there);
        TalkTrack made =
                edit.as(
                                id.isEmpty() ? newId(edit) : id,
                                version + 1,
                                now,
                                there.flatMap(TalkTrack::minedFrom))
                        .as(status);
        if (there.isPresent() && cells(there.get()).equals(cells(made))) {
            rows.add(row(row, made.id(), made, ImportedRow.What.SAME));
            return;
        }
        if (there.isPresent() && edit.version().isPresent()
                && edit.version().getAsInt() != version) {
            throw new IllegalArgumentException(
                    "'%s' was changed since: the file has version %d, here is version %d; clear its version to overwrite that"
                            .formatted(id, edit.version().getAsInt(), version));
        }
        changes.add(new Change<>(made, version));
        rows.add(
                row(
                        row,
                        made.id(),
                        made,
                        there.isPresent() ? ImportedRow.What.CHANGED : ImportedRow.What.NEW));
    }

    private static Map<String, String> cells(TalkTrack track) {
        return TalkTrackSheet.cells(track);
    }

    private static ImportedRow row(Row row, String id, TalkTrack made, ImportedRow.What what) {
        return new ImportedRow(row.line(), id, made.title(), made.status(), what);
    }

    private static String newId(TalkTrackEdit edit) {
        return "%s-own-%s".formatted(edit.language(), UUID.randomUUID().toString().substring(0, 8));
    }

    private static TalkTrack.Status status(Row row, Optional<TalkTrack> there) {
        String cell = row.cell("status");
        return cell.isEmpty()
                ? there.map(TalkTrack::status).orElse(TalkTrack.Status.DRAFT)
                : Label.parse(TalkTrack.Status.class, cell);
    }
}
