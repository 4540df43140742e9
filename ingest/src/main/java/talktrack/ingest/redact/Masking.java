package talktrack.ingest.redact;

import java.util.ArrayList;
import java.util.List;
import talktrack.models.events.Utterance;
import talktrack.models.events.Word;

/** Puts marks over spans of an utterance, in its text and in its words. */
final class Masking {

    private Masking() {}

    /**
     * @param spans of this utterance, in order, without overlaps
     */
    static Utterance mask(Utterance utterance, List<Span> spans) {
        return spans.isEmpty()
                ? utterance
                : utterance.withWords(text(utterance.text(), spans), words(utterance, spans));
    }

    static String text(String text, List<Span> spans) {
        StringBuilder masked = new StringBuilder();
        int at = 0;
        for (Span span : spans) {
            masked.append(text, at, span.start()).append(span.secret().mark());
            at = span.end();
        }
        return masked.append(text.substring(at)).toString();
    }

    /** Words under one span become one word, from the start of the first to the end of the last. */
    private static List<Word> words(Utterance utterance, List<Span> spans) {
        List<Word> masked = new ArrayList<>();
        List<Word> hidden = new ArrayList<>();
        int start = 0;
        int hiddenStart = 0;
        for (Word word : utterance.words()) {
            int end = start + word.word().length();
            if (hidden.isEmpty()) {
                hiddenStart = start;
            }
            hidden.add(word);
            int wordEnd = end;
            boolean goesOn = spans.stream().anyMatch(s -> s.start() < wordEnd && s.end() > wordEnd);
            if (!goesOn) {
                masked.add(merged(utterance.text(), hidden, hiddenStart, end, spans));
                hidden.clear();
            }
            start = end + 1; // one space between words
        }
        return masked;
    }

    private static Word merged(
            String text, List<Word> words, int start, int end, List<Span> spans) {
        List<Span> here =
                spans.stream()
                        .filter(span -> span.start() < end && span.end() > start)
                        .map(
                                span ->
                                        new Span(
                                                Math.max(span.start(), start) - start,
                                                Math.min(span.end(), end) - start,
                                                span.secret()))
                        .toList();
        if (here.isEmpty()) {
            return words.getFirst();
        }
        return new Word(
                text(text.substring(start, end), here),
                words.getFirst().startSeconds(),
                words.getLast().endSeconds(),
                words.stream().mapToDouble(Word::confidence).min().orElse(0));
    }
}
