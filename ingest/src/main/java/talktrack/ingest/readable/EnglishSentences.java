package talktrack.ingest.readable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts an English utterance into sentences, by pauses and by how questions begin, and closes them
 * with a full stop or a question mark. What breaks off is not closed.
 */
final class EnglishSentences {

    private static final double SENTENCE_PAUSE_SECONDS = 0.45;
    private static final int SHORTEST_SENTENCE_WORDS = 3;

    /** After these a sentence goes on. */
    private static final Set<String> DANGLING =
            Set.of(
                    "the", "a", "an", "of", "to", "and", "or", "but", "in", "at", "for", "with",
                    "my", "your", "our", "their", "his", "is", "are", "was", "were", "i", "we",
                    "you're", "i'm", "we're", "they", "because", "if", "so", "from", "very", "than",
                    "as", "by", "would", "could", "should", "will", "can", "um", "uh", "which",
                    "who", "every", "into", "about", "whether", "when", "while", "it's", "that's",
                    "there's", "per", "don't", "not", "have", "has");

    /** Nobody ends with these: the speaker broke off or goes on after the pause. */
    private static final Set<String> CUT_OFF =
            Set.of(
                    "the", "a", "an", "and", "or", "but", "my", "your", "our", "their", "because",
                    "if", "i", "i'm", "we're", "you're", "they're", "um", "uh", "than", "every",
                    "whether");

    private static final Set<String> SENTENCE_STARTS =
            Set.of(
                    "i", "i'm", "i'll", "i've", "i'd", "we", "we're", "we've", "we'll", "you",
                    "you're", "it's", "that's", "there's", "they", "they're", "he", "she", "so",
                    "but", "and", "well", "okay", "yes", "no", "yeah", "let", "let's", "please",
                    "thank", "thanks", "what", "how", "why", "who", "where", "when", "which", "do",
                    "does", "did", "is", "are", "can", "could", "would", "will", "have", "this",
                    "that", "if", "our", "my", "the", "now", "then", "maybe", "great", "right",
                    "it", "there");

    private final List<Piece> pieces;

    private EnglishSentences(List<Piece> pieces) {
        this.pieces = pieces;
    }

    static String written(List<Piece> pieces) {
        return new EnglishSentences(pieces).written();
    }

    private String written() {
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (int i = 1; i <= pieces.size(); i++) {
            if (i == pieces.size() || (i - start >= 1 && startsSentence(start, i))) {
                append(text, pieces.subList(start, i));
                start = i;
            }
        }
        return text.toString();
    }

    private boolean startsSentence(int start, int i) {
        String last = pieces.get(i - 1).heard();
        String next = pieces.get(i).heard();
        if (DANGLING.contains(last)) {
            return false;
        }
        if (pieces.get(i).pauseSeconds() >= SENTENCE_PAUSE_SECONDS
                && SENTENCE_STARTS.contains(next)) {
            return i - start >= SHORTEST_SENTENCE_WORDS || EnglishQuestions.leadIn(last);
        }
        return i - start >= SHORTEST_SENTENCE_WORDS
                && EnglishQuestions.beginsAt(heard(i, pieces.size()))
                && !EnglishQuestions.embeds(heard(start, i));
    }

    private void append(StringBuilder text, List<Piece> sentence) {
        if (!text.isEmpty()) {
            text.append(' ');
        }
        List<String> heard = sentence.stream().map(Piece::heard).toList();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            boolean comma =
                    i + 1 < sentence.size()
                            && i < 2
                            && EnglishQuestions.answers(heard.subList(0, i + 1), heard.get(i + 1));
            shown.add(sentence.get(i).shown() + (comma ? "," : ""));
        }
        shown.set(0, capitalised(sentence.getFirst(), shown.getFirst()));
        text.append(String.join(" ", shown));
        boolean stop = text.charAt(text.length() - 1) == '.';
        if (EnglishQuestions.isQuestion(heard)) {
            text.append('?');
        } else if (!stop && !(CUT_OFF.contains(heard.getLast()) && heard.size() > 1)) {
            text.append('.');
        }
    }

    /** A name keeps the spelling it has, such as iPhone. */
    private static String capitalised(Piece piece, String shown) {
        if (piece.fixed() && Character.isLetter(shown.codePointAt(0))) {
            return shown;
        }
        int first = shown.offsetByCodePoints(0, 1);
        return shown.substring(0, first).toUpperCase(Locale.ROOT) + shown.substring(first);
    }

    private List<String> heard(int from, int to) {
        return EnglishNumberWords.heard(pieces, from, to);
    }
}
