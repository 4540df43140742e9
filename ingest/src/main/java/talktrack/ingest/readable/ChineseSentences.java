package talktrack.ingest.readable;

import java.util.List;
import java.util.Set;

/** Puts Chinese punctuation where pauses, particles and conjunctions tell, and takes spaces out. */
final class ChineseSentences {

    private static final double SENTENCE_PAUSE_SECONDS = 0.45;
    private static final double COMMA_PAUSE_SECONDS = 0.25;
    private static final int SHORTEST_CLAUSE = 4;

    private static final Set<String> CONJUNCTIONS =
            Set.of("但是", "不过", "所以", "因为", "如果", "然后", "而且", "比如", "那么");

    private final StringBuilder text = new StringBuilder();
    private int sentence;
    private int clause;

    private ChineseSentences() {}

    static boolean han(Piece piece) {
        return Character.isIdeographic(piece.heard().codePointAt(0));
    }

    static String written(List<Piece> pieces) {
        ChineseSentences sentences = new ChineseSentences();
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                sentences.between(pieces, i);
            }
            sentences.text.append(pieces.get(i).shown());
        }
        sentences.close();
        return sentences.text.toString();
    }

    private void between(List<Piece> pieces, int i) {
        Piece next = pieces.get(i);
        boolean asked =
                pieces.get(i - 1).heard().equals("吗")
                        && !Set.of("呢", "啊", "吗", "的").contains(next.heard());
        String pair = next.heard() + (i + 1 < pieces.size() ? pieces.get(i + 1).heard() : "");
        boolean joined = CONJUNCTIONS.contains(pair) && text.length() - clause >= SHORTEST_CLAUSE;
        if (asked
                || (next.pauseSeconds() >= SENTENCE_PAUSE_SECONDS
                        && text.length() - sentence >= SHORTEST_CLAUSE)) {
            close();
        } else if (next.pauseSeconds() >= COMMA_PAUSE_SECONDS
                || joined
                || leadIn(pieces.size() - i)) {
            text.append('，');
            clause = text.length();
        } else if (!han(next) && !han(pieces.get(i - 1)) && text.length() > clause) {
            text.append(' ');
        }
    }

    private boolean leadIn(int left) {
        return sentence == clause
                && left >= 3
                && Set.of("好的", "是的", "嗯", "没错", "您好", "你好", "喂", "哦")
                        .contains(text.substring(sentence));
    }

    private void close() {
        text.append(ChineseQuestions.isQuestion(text.substring(sentence)) ? '？' : '。');
        sentence = text.length();
        clause = sentence;
    }
}
