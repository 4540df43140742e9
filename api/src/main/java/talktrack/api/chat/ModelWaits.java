package talktrack.api.chat;

import java.time.Duration;

/**
 * How long an asker waits for the language model, whose own timeout is for work that nobody waits
 * for.
 *
 * @param reading until it has said what a question means that follows others; then the rules'
 *     readings stand
 * @param firstSentence until a first sentence of its answer is there and supported; then the
 *     passages' own sentences stand
 */
public record ModelWaits(Duration reading, Duration firstSentence) {

    /**
     * A reading is one sentence, and nothing can be looked up before it. An answer begins with
     * reading three passages, which takes a small model on a processor alone some seconds.
     */
    public static final ModelWaits USUAL =
            new ModelWaits(Duration.ofSeconds(3), Duration.ofSeconds(10));
}
