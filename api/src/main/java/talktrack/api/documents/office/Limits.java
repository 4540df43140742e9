package talktrack.api.documents.office;

import java.time.Duration;

/**
 * What one file may take.
 *
 * @param heapMegabytes of the process that reads
 * @param mostCharacters of the text that comes out
 * @param idle how long the process waits for the next file before it is ended
 */
record Limits(int heapMegabytes, Duration time, int mostCharacters, Duration idle) {

    /** More pages than any manual has; a longer one is several. */
    static final int MOST_PAGES = 2000;

    static final Limits USUAL =
            new Limits(384, Duration.ofSeconds(40), 2_000_000, Duration.ofSeconds(30));
}
