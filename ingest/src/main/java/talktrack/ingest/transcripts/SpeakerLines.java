package talktrack.ingest.transcripts;

import java.util.ArrayList;
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
     */
    private static final Pattern LINE =
            Pattern.compile(
                    "^\\s*(?:[\\[(（]?%1$s[\\])）]?\\s+)?".formatted(CLOCK)
                            + "(?=[^:：]*\\p{L})"
                            + "(?<name>[\\p{L}\\p{N}][^:：<>{}\\[\\]\"。，！？!?;；/\\\\=]{0,59}?)"
                            + "\\s*(?:[\\[(（]%1$s[\\])）])?".formatted(CLOCK)
                            + "\\s*[:：](?!//)\\s*(?<text>\\S.*)$");

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
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                        && SPACES.split(matcher.group("name")).length <= MOST_WORDS_OF_A_NAME
                ? Optional.of(new Line(matcher.group("name"), matcher.group("text")))
                : Optional.empty();
    }

    /** A line without a name goes on with what the last speaker says. */
    static List<Cue> parse(String text) throws Malformed {
        List<Cue> cues = new ArrayList<>();
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
            Optional<Line> read = read(line);
            if (read.isPresent()) {
                cues.add(
                        Cue.untimed(
                                CueText.plain(read.get().name()),
                                CueText.plain(read.get().text())));
            } else if (!cues.isEmpty()) {
                Cue last = cues.removeLast();
                cues.add(Cue.untimed(last.name(), CueText.plain(last.text() + " " + line)));
            }
        }
        return cues;
    }
}
