package talktrack.api.chat;

/**
 * How much the chat takes.
 *
 * @param askerPerMinute questions of one asker
 * @param allPerMinute questions of all askers together
 * @param askerStreams answers that one asker gets at the same time
 * @param allStreams answers that are under way at the same time
 * @param questionCharacters the longest question
 * @param turns the longest conversation; a visitor's forgets its oldest instead
 */
public record ChatLimits(
        int askerPerMinute,
        int allPerMinute,
        int askerStreams,
        int allStreams,
        int questionCharacters,
        int turns) {

    /** The largest body of a question. */
    static final int QUESTION_BYTES = 16 << 10;

    /** People of the house. */
    public static final ChatLimits HOUSE = new ChatLimits(30, 300, 3, 32, 1_000, 50);

    /** Visitors of the widget, whom nobody knows. */
    public static final ChatLimits VISITORS = new ChatLimits(10, 120, 2, 16, 500, Memory.TURNS);
}
