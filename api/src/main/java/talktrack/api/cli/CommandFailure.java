package talktrack.api.cli;

/** A command cannot go on: one clear text for people on standard error, and an exit code. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Some input failed. */
    static final int INPUT = 1;

    /** The command was called wrongly. */
    static final int USAGE = 2;

    /** This machine lacks something: a server, a model, a JDK. */
    static final int MACHINE = 3;

    private final int exitCode;
    private final int httpStatus;

    private CommandFailure(int exitCode, int httpStatus, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.httpStatus = httpStatus;
    }

    /** A server refused: from 500 on for no fault of what was sent. */
    static CommandFailure refused(int httpStatus, String message) {
        return new CommandFailure(httpStatus >= 500 ? MACHINE : INPUT, httpStatus, message, null);
    }

    static CommandFailure input(String message, Throwable cause) {
        return new CommandFailure(INPUT, 0, message, cause);
    }

    static CommandFailure usage(String message) {
        return new CommandFailure(USAGE, 0, message, null);
    }

    static CommandFailure machine(String message) {
        return new CommandFailure(MACHINE, 0, message, null);
    }

    static CommandFailure machine(String message, Throwable cause) {
        return new CommandFailure(MACHINE, 0, message, cause);
    }

    int exitCode() {
        return exitCode;
    }

    /** With what a server refused; 0 when none answered. */
    int httpStatus() {
        return httpStatus;
    }
}
