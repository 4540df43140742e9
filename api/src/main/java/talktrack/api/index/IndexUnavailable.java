package talktrack.api.index;

/** Elasticsearch does not answer; whoever asked may try again, nothing is lost. */
public final class IndexUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    IndexUnavailable(Throwable cause) {
        super("Elasticsearch does not answer: " + cause.getMessage(), cause);
    }
}
