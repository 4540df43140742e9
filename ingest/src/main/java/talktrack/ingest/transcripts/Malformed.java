package talktrack.ingest.transcripts;

/** A transcript that cannot be read; the message is a clause for a rep. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1;

    Malformed(String what) {
        super(what);
    }

    Malformed(String what, Throwable cause) {
        super(what, cause);
    }
}
