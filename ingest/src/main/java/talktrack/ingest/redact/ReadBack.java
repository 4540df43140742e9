package talktrack.ingest.redact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whoever writes a number down repeats it in pieces: finds the pieces in the utterances that a
 * number was said in and in the next one.
 */
final class ReadBack {

    private static final int FEWEST_DIGITS = 3;

    /**
     * Longer than two card numbers, so no number; that bounds the pieces that must be looked for.
     */
    private static final int MOST_DIGITS = 40;

    /** A number said over more utterances is looked for in so many of them. */
    private static final int MOST_UTTERANCES = 100;

    /** By utterance: the numbers whose pieces may be in it, the first one first. */
    private final List<Map<String, Secret>> numbers = new ArrayList<>();

    /** How many utterances the call has. */
    ReadBack(int utterances) {
        for (int i = 0; i < utterances; i++) {
            numbers.add(new LinkedHashMap<>());
        }
    }

    /**
     * @param first the utterance in which the number began
     * @param last the utterance in which it ended
     */
    void expect(String digits, Secret secret, int first, int last) {
        if (digits.length() <= MOST_DIGITS) {
            int end = Math.min(Math.min(last + 2, numbers.size()), first + MOST_UTTERANCES);
            for (int i = first; i < end; i++) {
                numbers.get(i).putIfAbsent(digits, secret);
            }
        }
    }

    /**
     * Each piece of each number is looked up once, so the work grows with the length of what was
     * said, whatever is in it.
     *
     * @param tokens of the utterance
     * @param spans of the utterance; the pieces are added to them
     */
    void addTo(Spans spans, int utterance, List<Token> tokens) {
        Map<String, Secret> expected = numbers.get(utterance);
        if (expected.isEmpty()) {
            return;
        }
        Map<String, List<DigitRun>> said =
                DigitRuns.in(tokens, FEWEST_DIGITS).stream()
                        .filter(run -> !spans.cover(start(run, tokens), end(run, tokens)))
                        .collect(Collectors.groupingBy(DigitRun::digits));
        expected.forEach(
                (digits, secret) -> {
                    for (int i = 0; i + FEWEST_DIGITS <= digits.length() && !said.isEmpty(); i++) {
                        for (int j = i + FEWEST_DIGITS; j <= digits.length(); j++) {
                            Optional.ofNullable(said.remove(digits.substring(i, j)))
                                    .ifPresent(runs -> add(spans, runs, tokens, secret));
                        }
                    }
                });
    }

    private static void add(Spans spans, List<DigitRun> runs, List<Token> tokens, Secret secret) {
        for (DigitRun run : runs) {
            spans.add(new Span(start(run, tokens), end(run, tokens), secret));
        }
    }

    private static int start(DigitRun run, List<Token> tokens) {
        return tokens.get(run.firstToken()).start();
    }

    private static int end(DigitRun run, List<Token> tokens) {
        return tokens.get(run.lastToken()).end();
    }
}
