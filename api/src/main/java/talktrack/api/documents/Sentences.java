package talktrack.api.documents;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/** Cuts written text into sentences. */
final class Sentences {

    private Sentences() {}

    static List<String> of(String text) {
        Language language = TextNormaliser.detect(text);
        BreakIterator breaks =
                BreakIterator.getSentenceInstance(
                        language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String sentence = text.substring(from, to).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    /** What stands between two sentences of this text. */
    static String joiner(String text) {
        return TextNormaliser.detect(text) == Language.ZH ? "" : " ";
    }

    /** A paragraph that may be cut between sentences. */
    static Block.Content paragraph(String text) {
        return new Block.Content(
                "",
                of(text).stream().map(sentence -> new Block.Piece(sentence, sentence)).toList(),
                joiner(text));
    }
}
