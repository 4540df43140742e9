package talktrack.api.http;

/**
 * A request that cannot be answered as asked; becomes an RFC 9457 problem document.
 *
 * <p>The message is the {@code detail}: a sentence for people that says what happened.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;
    private final String title;
    private final String action;

    /**
     * @param type short name of this kind of problem, such as {@code no-such-call}
     * @param action what the reader can do about it
     */
    public Problem(int status, String type, String title, String detail, String action) {
        super(detail);
        this.status = status;
        this.type = type;
        this.title = title;
        this.action = action;
    }

    /** 400: something in the request is missing or wrong. */
    public static Problem badRequest(String detail, String action) {
        return new Problem(400, "bad-request", "The request is not right", detail, action);
    }

    /** 404: one answer for what never was and for what was deleted. */
    public static Problem noSuchCall() {
        return new Problem(
                404,
                "no-such-call",
                "No such call",
                "There is no call with this id; perhaps it was deleted.",
                "Look for it in the list of calls.");
    }

    /** 404: one answer for who never was and for who has no call any more. */
    public static Problem noSuchRep() {
        return new Problem(
                404,
                "no-such-rep",
                "No such rep",
                "There is no rep with this id.",
                "Look for the id in /api/reps; a first upload makes one.");
    }

    /** 503: a part of the server is away for now. */
    public static Problem unavailable(String detail, Throwable cause) {
        Problem problem =
                new Problem(
                        503,
                        "unavailable",
                        "Not available right now",
                        detail,
                        "Try again in a minute; `talktrack status` says what is wrong.");
        problem.initCause(cause);
        return problem;
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public String action() {
        return action;
    }
}
