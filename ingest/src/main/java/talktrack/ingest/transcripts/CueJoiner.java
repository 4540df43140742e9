package talktrack.ingest.transcripts;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts subtitles together again: meeting programs cut a sentence into pieces that fit a screen. A
 * piece goes on when the same speaker continues without a pause and no sentence had ended.
 */
final class CueJoiner {

    private static final double PAUSE_SECONDS = 0.7;
    private static final double LONGEST_SECONDS = 30;

    /** Nobody says more in {@value #LONGEST_SECONDS} s; the times of a file may claim it. */
    private static final int MOST_CHARACTERS = 600;

    private static final Pattern SENTENCE_END = Pattern.compile(".*[.?!…。？！]['\"”’)）」』]?$");
    private static final Pattern CHINESE_AT_END = Pattern.compile(".*[\\p{IsHan}，、；：）」』】》]$");

    private final CueList utterances = CueList.ofUtterances();
    private final StringBuilder said = new StringBuilder();
    private Cue first;
    private Cue last;

    private CueJoiner() {}

    static List<Cue> join(List<Cue> cues) throws Malformed, InterruptedException {
        CueJoiner joiner = new CueJoiner();
        for (Cue cue : cues) {
            joiner.take(cue);
        }
        joiner.endUtterance();
        return joiner.utterances.all();
    }

    private void take(Cue cue) throws Malformed, InterruptedException {
        if (goesOn(cue)) {
            said.append(CHINESE_AT_END.matcher(last.text()).matches() ? "" : " ");
        } else {
            endUtterance();
            first = cue;
        }
        said.append(cue.text());
        last = cue;
    }

    private void endUtterance() throws Malformed, InterruptedException {
        if (first != null) {
            utterances.add(
                    Cue.timed(
                            first.name(),
                            first.startSeconds().getAsDouble(),
                            last.endSeconds().getAsDouble(),
                            said.toString()));
            said.setLength(0);
        }
    }

    private boolean goesOn(Cue next) {
        if (first == null) {
            return false;
        }
        double pause = next.startSeconds().getAsDouble() - last.endSeconds().getAsDouble();
        double length = next.endSeconds().getAsDouble() - first.startSeconds().getAsDouble();
        return first.name().equals(next.name())
                && pause >= 0
                && pause < PAUSE_SECONDS
                && length <= LONGEST_SECONDS
                && said.length() + next.text().length() < MOST_CHARACTERS
                && !SENTENCE_END.matcher(last.text()).matches();
    }
}
