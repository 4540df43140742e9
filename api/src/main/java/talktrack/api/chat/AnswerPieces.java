package talktrack.api.chat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import talktrack.models.labels.Language;

/** Cuts an answer, or the next part of one, into sentences for those who read along. */
final class AnswerPieces {

    private AnswerPieces() {}

    /** Joined they are the answer again. */
    static List<String> of(String answer, Language language) {
        BreakIterator ends =
                BreakIterator.getSentenceInstance(
                        language == Language.ZH ? Locale.CHINESE : Locale.ENGLISH);
        ends.setText(answer);
        List<String> pieces = new ArrayList<>();
        int start = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
            pieces.add(answer.substring(start, end));
            start = end;
        }
        return pieces;
    }
}
