package talktrack.api.llm;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Keeps and times a stream's tokens on their way to the listener. Holds back what a model thinks
 * aloud before it answers, and the halves of marks that stand for masked words.
 */
final class SpokenText implements Consumer<String> {

    private static final String THINKS = "<think>";
    private static final String HAS_THOUGHT = "</think>";

    private final UnaryOperator<String> restoring;
    private final Consumer<String> listener;
    private final long startNanos = System.nanoTime();
    private final StringBuilder heard = new StringBuilder();
    private final StringBuilder spoken = new StringBuilder();
    private boolean speaks;
    private long firstNanos;

    /**
     * @param restoring puts masked words back
     */
    SpokenText(UnaryOperator<String> restoring, Consumer<String> listener) {
        this.restoring = restoring;
        this.listener = listener;
    }

    @Override
    public void accept(String token) {
        heard.append(token);
        if (speaks || hasBegunToSpeak()) {
            speaks = true;
            say(MaskedText.settled(heard));
        }
    }

    /** Everything has come: nothing needs to be held back any more. */
    void end() {
        say(heard.length());
    }

    private boolean hasBegunToSpeak() {
        String all = heard.toString();
        String begun = all.stripLeading();
        if (begun.length() < THINKS.length() && THINKS.startsWith(begun)) {
            return false; // not known yet
        }
        if (!begun.startsWith(THINKS)) {
            return true;
        }
        int end = all.indexOf(HAS_THOUGHT);
        if (end < 0) {
            return false;
        }
        heard.delete(0, end + HAS_THOUGHT.length());
        return true;
    }

    private void say(int until) {
        if (until == 0) {
            return;
        }
        if (spoken.isEmpty()) {
            firstNanos = System.nanoTime();
        }
        String piece = restoring.apply(heard.substring(0, until));
        heard.delete(0, until);
        spoken.append(piece);
        listener.accept(piece);
    }

    long startNanos() {
        return startNanos;
    }

    boolean isBlank() {
        return spoken.toString().isBlank();
    }

    LanguageModel.Streamed streamed() {
        return new LanguageModel.Streamed(
                spoken.toString(),
                Duration.ofNanos(firstNanos - startNanos),
                Duration.ofNanos(System.nanoTime() - startNanos));
    }
}
