package talktrack.models.demonstration;

import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import talktrack.models.corpora.Corpus;
import talktrack.models.events.Recording;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** The invented calls that ship with Talktrack: two teams, six reps, ten weeks. */
public final class Demonstration {

    private static final String FOLDER = "/talktrack/demonstration/";
    private static final int WEEKS = 10;

    private Demonstration() {}

    /**
     * One call to feed in.
     *
     * @param file inside the demonstration folder
     * @param week 1 is ten weeks back, 10 the latest
     */
    public record Call(
            String file,
            Recording.Kind kind,
            String rep,
            String team,
            String customer,
            Language language,
            int week,
            DayOfWeek weekday,
            LocalTime time,
            ChannelLayout channels) {

        /**
         * When the call took place, counted back from the demonstration's first start: week 10 is
         * the last full week before it.
         */
        public ZonedDateTime startedAt(LocalDate firstStart, ZoneId zone) {
            LocalDate lastMonday =
                    firstStart
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .minusWeeks(1);
            return lastMonday
                    .minusWeeks(WEEKS - week)
                    .with(TemporalAdjusters.nextOrSame(weekday))
                    .atTime(time)
                    .atZone(zone);
        }

        /** The file's name without folders. */
        public String fileName() {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }

    public static List<Call> calls() {
        return Corpus.read(FOLDER + "calls.tsv").stream().map(Demonstration::call).toList();
    }

    /** The bytes of a call's file; the caller closes it. */
    public static InputStream open(Call call) {
        return Demonstration.class.getResourceAsStream(FOLDER + call.file());
    }

    /** What is said in a recorded call, one line a turn; the caller closes it. */
    public static InputStream openText(Call recorded) {
        return Demonstration.class.getResourceAsStream(
                FOLDER + recorded.file().replaceFirst("\\.[^.]+$", ".txt"));
    }

    /** Names of the product handbook's documents in a language. */
    public static List<String> handbook() {
        return List.of(
                "overview.md",
                "pricing.md",
                "integrations.md",
                "security.md",
                "onboarding.md",
                "support.md");
    }

    /** One document of the product handbook; the caller closes it. */
    public static InputStream openHandbook(Language language, String name) {
        return Demonstration.class.getResourceAsStream(
                FOLDER + "handbook/" + language.id() + "/" + name);
    }

    private static Call call(Map<String, String> row) {
        Recording.Kind kind =
                row.get("kind").equals("recording")
                        ? Recording.Kind.AUDIO
                        : Recording.Kind.TRANSCRIPT;
        return new Call(
                row.get("file"),
                kind,
                row.get("rep"),
                row.get("team"),
                row.get("customer"),
                Label.parse(Language.class, row.get("language")),
                Integer.parseInt(row.get("week")),
                DayOfWeek.of(Integer.parseInt(row.get("weekday"))),
                LocalTime.parse(row.get("time")),
                kind == Recording.Kind.AUDIO
                        ? Label.parse(ChannelLayout.class, row.get("channels"))
                        : ChannelLayout.AUTO);
    }
}
