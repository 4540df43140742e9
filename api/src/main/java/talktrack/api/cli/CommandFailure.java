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

    private CommandFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static CommandFailure input(String message, Throwable cause) {
        return new CommandFailure(INPUT, message, cause);
    }

    static CommandFailure usage(String message) {
        return new CommandFailure(USAGE, message, null);
    }

    static CommandFailure machine(String message) {
        return new CommandFailure(MACHINE, message, null);
    }

    static CommandFailure machine(String message, Throwable cause) {
        return new CommandFailure(MACHINE, message, cause);
    }

    int exitCode() {
        return exitCode;
    }
}
