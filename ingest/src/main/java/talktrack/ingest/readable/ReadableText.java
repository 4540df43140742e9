package talktrack.ingest.readable;

import java.util.ArrayList;
import java.util.List;
import talktrack.models.events.Utterance;
import talktrack.models.events.Word;

/** The readable form of what was recognised. Pure: the same words give the same text. */
public final class ReadableText {

    private ReadableText() {}

    /**
     * The text with digits, capitals and punctuation as far as the words and the pauses between
     * them tell; what may be meant in two ways stays in words. Imported text, which has no
     * recognised words, stays as somebody wrote it.
     */
    public static String of(Utterance utterance) {
        List<Piece> pieces = pieces(utterance.words());
        if (pieces.isEmpty()) {
            return utterance.displayText();
        }
        return switch (utterance.language()) {
            case EN -> EnglishSentences.written(EnglishNames.cased(EnglishNumbers.written(pieces)));
            case ZH -> ChineseSentences.written(ChineseNumbers.written(pieces));
        };
    }

    private static List<Piece> pieces(List<Word> words) {
        List<Piece> pieces = new ArrayList<>();
        double end = Double.NaN;
        for (Word word : words) {
            double pause = Double.isNaN(end) ? 0 : Math.max(0, word.startSeconds() - end);
            pieces.add(Piece.of(word.word(), pause));
            end = word.endSeconds();
        }
        return pieces;
    }
}
