package talktrack.api.http;

import java.util.List;
import java.util.Optional;

/**
 * A list in an answer.
 *
 * @param next cursor of the next page; absent on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    /** A list that is never cut into pages. */
    public static <T> Page<T> all(List<T> items) {
        return new Page<>(items, Optional.empty());
    }
}
