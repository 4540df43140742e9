package talktrack.api.heatmap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An ISO week.
 *
 * @param monday its first day
 */
record IsoWeek(LocalDate monday) implements Comparable<IsoWeek> {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_WEEK_DATE;

    static IsoWeek of(ZonedDateTime moment) {
        LocalDate day = moment.toLocalDate();
        return new IsoWeek(day.minusDays(day.getDayOfWeek().getValue() - 1L));
    }

    /** The week written like {@code 2026-W45}; empty when the text is none. */
    static Optional<IsoWeek> parse(String text) {
        try {
            return Optional.of(new IsoWeek(LocalDate.parse(text + "-1", ISO)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** So many weeks in a row that end with this one, the oldest first. */
    List<IsoWeek> last(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new IsoWeek(monday.minusWeeks(count - 1L - i)))
                .toList();
    }

    @Override
    public int compareTo(IsoWeek other) {
        return monday.compareTo(other.monday);
    }

    @Override
    public String toString() {
        return monday.format(ISO).substring(0, "2026-W45".length());
    }
}
