package talktrack.api.sheets;

/** A file that is not what it should be; the message says what is wrong in which line. */
public final class UnreadableSheet extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableSheet(int line, String what) {
        super("line %d: %s".formatted(line, what));
    }
}
