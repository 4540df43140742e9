package talktrack.api.chat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.events.ChatConversation.Turn;
import talktrack.models.labels.Language;

/**
 * What a question may mean that follows another, by rules: it points back ("how long does that
 * take?"), leaves out what it is about ("and the warranty?") or what it asks ("and for the small
 * one?"). Rules cannot tell the last two apart, so there are several readings, and the documents
 * decide. Pure functions.
 */
final class FollowUp {

    private static final int MOST = 3;

    /** What is longer is no question, and the next one would be built on it. */
    private static final int MOST_CHARACTERS = 2_000;

    private FollowUp() {}

    /**
     * @param past oldest first; only the last turn in the same language is built on, and not on one
     *     answered from calls, whose words would make the next a question about calls as well: that
     *     one {@link CallSource} goes on with
     * @return the likeliest first; empty when the question stands alone or nothing was said before
     */
    static List<String> readings(String question, Language language, List<Turn> past) {
        return last(past, language)
                .filter(turn -> !fromCalls(turn))
                .map(turn -> readings(question, language, turn))
                .orElse(List.of());
    }

    /** The last turn in this language. */
    static Optional<Turn> last(List<Turn> past, Language language) {
        return past.reversed().stream().filter(turn -> turn.language() == language).findFirst();
    }

    private static List<String> readings(String question, Language language, Turn last) {
        String heading =
                last.answered() && !last.passages().isEmpty()
                        ? innermost(last.passages().getFirst().heading())
                        : "";
        Stream<String> readings =
                language == Language.ZH
                        ? ChineseFollowUp.readings(question, last.standAlone(), heading)
                        : EnglishFollowUp.readings(question, last.standAlone(), heading);
        return readings.filter(one -> !one.equals(question))
                .filter(one -> one.length() <= MOST_CHARACTERS)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The documents answer with passages. */
    static boolean fromCalls(Turn turn) {
        return turn.answered() && turn.passages().isEmpty();
    }

    private static String innermost(String headings) {
        return headings.substring(headings.lastIndexOf(" > ") + 1).replaceFirst("^> ", "").strip();
    }
}
