package talktrack.api.chat;

import java.time.Duration;

/**
 * An answer and what the asker waited for.
 *
 * @param retrieval until the passages were found and ranked
 * @param firstToken from the question until the first piece of the answer, or of what is said in
 *     its place, could be shown
 */
public record TimedAnswer(Answer answer, Duration retrieval, Duration firstToken) {

    /** Notes when the first piece comes. */
    static final class FirstPiece implements Listener {

        private final long start;
        private Duration after = Duration.ZERO;
        private boolean came;

        FirstPiece(long startNanos) {
            this.start = startNanos;
        }

        @Override
        public void said(String piece) {
            if (!came) {
                came = true;
                after = Duration.ofNanos(System.nanoTime() - start);
            }
        }

        /** What was shown first was shown all the same. */
        @Override
        public void withdrawn() {}

        Duration after() {
            return after;
        }
    }
}
