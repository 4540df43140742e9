package talktrack.api.documents.sandbox;

import java.time.Duration;

/**
 * What one file may take.
 *
 * @param heapMegabytes of the process that reads
 * @param mostCharacters of the text in an Office or PDF file
 * @param idle how long the process waits for the next file before it is ended
 */
public record Limits(int heapMegabytes, Duration time, int mostCharacters, Duration idle) {

    public static final Limits USUAL =
            new Limits(384, Duration.ofSeconds(40), 2_000_000, Duration.ofSeconds(30));

    private static final int LONGEST_REFUSAL_BYTES = 10_000;

    /**
     * Of what a reader answers: four bytes a character at most, once as people read it and once in
     * sentences, and as much again for headings and what JSON needs; or why there is no answer.
     */
    int mostAnswerBytes() {
        return LONGEST_REFUSAL_BYTES + 16 * mostCharacters;
    }
}
