package talktrack.ingest.transcripts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain lines {@code Speaker: text}, with a half-width or a full-width colon. */
final class SpeakerLines {

    /** A short name without sentence marks, a colon, and something said. */
    static final Pattern LINE =
            Pattern.compile(
                    "^\\s*(?<name>[\\p{L}\\p{N}][^:：<>{}\"。，！？!?;；/\\\\]{0,59}?)\\s*[:：]\\s*(?<text>\\S.*)$");

    private SpeakerLines() {}

    /** Whether most lines of the text name a speaker, as nothing but a transcript does. */
    static boolean looksLike(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        long named = lines.stream().filter(line -> LINE.matcher(line).matches()).count();
        return named >= 1 && named * 2 >= lines.size();
    }

    static Matcher match(String line) {
        return LINE.matcher(line);
    }
}
