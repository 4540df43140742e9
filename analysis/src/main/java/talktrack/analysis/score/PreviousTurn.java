package talktrack.analysis.score;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Speaker;

/**
 * What an utterance follows: the turn that the other side took last. A recogniser cuts a turn at
 * every pause, and whoever listens says "yeah" meanwhile; neither ends it.
 */
final class PreviousTurn {

    /** What was said earlier in a long turn is seldom what is answered. */
    private static final int MOST_CHARACTERS = 500;

    private PreviousTurn() {}

    /**
     * Its words, oldest first; empty when nothing was said before. Among unknown speakers whatever
     * was said last.
     *
     * @param before what was said in the same call, oldest first
     */
    static String of(Utterance utterance, List<Utterance> before) {
        if (utterance.speaker() == Speaker.UNKNOWN) {
            return before.isEmpty() ? "" : before.getLast().text();
        }
        Deque<String> turn = new ArrayDeque<>();
        int characters = 0;
        for (Utterance said : before.reversed()) {
            if (tellsNothing(said)) {
                continue;
            }
            if (said.speaker() == utterance.speaker()) {
                if (!turn.isEmpty()) {
                    break;
                }
            } else {
                characters += said.text().length();
                if (!turn.isEmpty() && characters > MOST_CHARACTERS) {
                    break;
                }
                turn.addFirst(said.text());
            }
        }
        return turn.isEmpty() ? last(utterance, before) : String.join(" ", turn);
    }

    private static boolean tellsNothing(Utterance said) {
        return Backchannels.is(said) || UtteranceScorer.unclear(said);
    }

    /** Better a "yeah", or words that were hardly recognised, than nothing. */
    private static String last(Utterance utterance, List<Utterance> before) {
        return before.reversed().stream()
                .filter(said -> said.speaker() != utterance.speaker())
                .findFirst()
                .map(Utterance::text)
                .orElse("");
    }
}
