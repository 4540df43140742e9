package talktrack.api.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as file names and spreadsheets have them, for the server's form. */
final class CallStart {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-./_]?(\\d{2})[-./_]?(\\d{2})(?:[T _]+(.+))?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{2})[-:._]?(\\d{2})(?:[-:._]?(\\d{2}))?");

    private CallStart() {}

    /**
     * A local date-time, at midnight when there is no time. What is written in another way is
     * returned as it is: the server takes more forms, or says that it is none.
     *
     * @param time empty when the date has it, or nobody knows
     */
    static String of(String date, String time) {
        Matcher day = DATE.matcher(date.strip());
        if (!day.matches()) {
            return date.strip();
        }
        String told = day.group(4) == null ? time.strip() : day.group(4).strip();
        Matcher hour = TIME.matcher(told);
        if (!told.isEmpty() && !hour.matches()) {
            return date.strip();
        }
        return "%s-%s-%sT%s:%s:%s"
                .formatted(
                        day.group(1),
                        day.group(2),
                        day.group(3),
                        told.isEmpty() ? "00" : hour.group(1),
                        told.isEmpty() ? "00" : hour.group(2),
                        told.isEmpty() || hour.group(3) == null ? "00" : hour.group(3));
    }
}
