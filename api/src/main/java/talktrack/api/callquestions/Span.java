package talktrack.api.callquestions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days that a question is about.
 *
 * @param to the last of them
 */
record Span(LocalDate from, LocalDate to) {

    Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("from %s to %s".formatted(from, to));
        }
    }

    boolean holds(Instant moment, ZoneId zone) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        return !day.isBefore(from) && !day.isAfter(to);
    }

    @Override
    public String toString() {
        return from + "/" + to;
    }
}
