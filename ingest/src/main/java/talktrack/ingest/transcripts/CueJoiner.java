package talktrack.ingest.transcripts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts subtitles together again: meeting programs cut a sentence into pieces that fit a screen. A
 * piece goes on when the same speaker continues without a pause and no sentence had ended.
 */
final class CueJoiner {

    private static final double PAUSE_SECONDS = 0.7;
    private static final double LONGEST_SECONDS = 30;
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.?!…。？！]['\"”’)）」』]?$");
    private static final Pattern CHINESE_AT_END = Pattern.compile(".*[\\p{IsHan}，、；：）」』】》]$");

    private CueJoiner() {}

    static List<Cue> join(List<Cue> cues) {
        List<Cue> joined = new ArrayList<>();
        for (Cue cue : cues) {
            if (!joined.isEmpty() && goesOn(joined.getLast(), cue)) {
                Cue last = joined.removeLast();
                String space = CHINESE_AT_END.matcher(last.text()).matches() ? "" : " ";
                joined.add(
                        Cue.timed(
                                last.name(),
                                last.startSeconds().getAsDouble(),
                                cue.endSeconds().getAsDouble(),
                                last.text() + space + cue.text()));
            } else {
                joined.add(cue);
            }
        }
        return joined;
    }

    private static boolean goesOn(Cue last, Cue next) {
        double pause = next.startSeconds().getAsDouble() - last.endSeconds().getAsDouble();
        double length = next.endSeconds().getAsDouble() - last.startSeconds().getAsDouble();
        return last.name().equals(next.name())
                && pause >= 0
                && pause < PAUSE_SECONDS
                && length <= LONGEST_SECONDS
                && !SENTENCE_END.matcher(last.text()).matches();
    }
}
