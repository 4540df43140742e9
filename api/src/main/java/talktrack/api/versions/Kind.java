package talktrack.api.versions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.api.sheets.Sheet.Column;
import talktrack.api.sheets.Sheet.Row;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.Versioned;

/** What one kind of thing in a library is, for the parts that treat all kinds alike. */
public interface Kind<V extends Versioned> {

    /** Its name in sentences, such as {@code talk track}. */
    String what();

    /** Its name in problems, such as {@code talk-track}. */
    default String id() {
        return what().replace(' ', '-');
    }

    /** The columns of its files. */
    List<Column> columns();

    /** What people compare, by column. */
    Map<String, String> cells(V value);

    /** The same in another version. */
    V stamped(V value, Stamp stamp);

    /**
     * What a row of a file says, as a draft.
     *
     * @param id never empty
     * @param there what is to be changed by it
     * @throws IllegalArgumentException saying what is wrong, a clause without a full stop
     */
    V of(Row row, String id, Optional<V> there);

    /**
     * Whether this one may be approved.
     *
     * @throws IllegalArgumentException saying why not
     */
    default void checkApproval(V value) {}

    /** Who made a version when, and of what state it is. */
    record Stamp(TalkTrack.Status status, int version, String author, Instant at, String note) {}
}
