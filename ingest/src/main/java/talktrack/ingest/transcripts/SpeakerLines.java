package talktrack.ingest.transcripts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain lines {@code Speaker: text}, with a half-width or a full-width colon. */
final class SpeakerLines {

    /** A line that begins with a name. */
    record Line(String name, String text) {}

    private static final String CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?";

    /**
     * A short name with a letter and without sentence marks, a colon, and something said. A time
     * before or after the name is dropped: it says when a speaker began, but not when it ended.
     *
     * <p>The name ends in no blank, and all other repetitions are possessive: each row of blanks is
     * looked at once, however long a line somebody made of them.
     */
    private static final Pattern LINE =
            Pattern.compile(
                    "^\\s*+(?:[\\[(（]?%1$s[\\])）]?\\s++)?+".formatted(CLOCK)
                            + "(?=[^:：]*\\p{L})"
                            + "(?<name>[\\p{L}\\p{N}][^:：<>{}\\[\\]\"。，！？!?;；/\\\\=]{0,59}?)(?<!\\s)"
                            + "\\s*+(?:[\\[(（]%1$s[\\])）]\\s*+)?+".formatted(CLOCK)
                            + "[:：](?!//)\\s*+(?<text>\\S.*+)$");

    /** A name with a time on either side is shorter. */
    private static final int COLON_WITHIN = 120;

    private static final int MOST_WORDS_OF_A_NAME = 6;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SpeakerLines() {}

    /**
     * Whether the text is a transcript and no letter, list or program: most lines name somebody,
     * and the names come again.
     */
    static boolean looksLike(String text) {
        int lines = 0;
        int named = 0;
        Set<String> names = new HashSet<>();
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
            lines++;
            Optional<Line> read = read(line);
            if (read.isPresent()) {
                named++;
                names.add(read.get().name());
            }
        }
        return named >= 2 && named * 2 >= lines && names.size() <= Math.max(2, named * 3 / 4);
    }

    /** The name and what is said; empty when the line begins with no name. */
    static Optional<Line> read(String line) {
        if (!hasColon(line)) {
            return Optional.empty();
        }
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                        && SPACES.split(matcher.group("name")).length <= MOST_WORDS_OF_A_NAME
                ? Optional.of(new Line(matcher.group("name"), matcher.group("text")))
                : Optional.empty();
    }

    private static boolean hasColon(String line) {
        return line.chars().limit(COLON_WITHIN).anyMatch(c -> c == ':' || c == '：');
    }

    /** A line without a name goes on with what the last speaker says. */
    static List<Cue> parse(String text) throws Malformed, InterruptedException {
        CueList cues = CueList.ofUtterances();
        String name = "";
        StringBuilder said = new StringBuilder();
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
            Optional<Line> read = read(line);
            if (read.isPresent()) {
                add(name, said, cues);
                name = CueText.plain(read.get().name());
                said.append(read.get().text());
            } else if (!said.isEmpty()) {
                said.append(' ').append(line);
            }
        }
        add(name, said, cues);
        return cues.all();
    }

    private static void add(String name, StringBuilder said, CueList cues)
            throws Malformed, InterruptedException {
        if (!said.isEmpty()) {
            cues.add(Cue.untimed(name, CueText.plain(said.toString())));
            said.setLength(0);
        }
    }
}
