package talktrack.api.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Whether somebody watches, and how wide his window is. */
final class Terminal {

    private static final int USUAL_WIDTH = 100;
    private static final int WIDEST = 120;

    private Terminal() {}

    /** Whether standard error goes to a terminal, so that a moving line helps and does no harm. */
    static boolean showsErrors() {
        return isTerminal(2);
    }

    /** Whether a person types at standard input. */
    static boolean asks() {
        return isTerminal(0) && isTerminal(1);
    }

    /** Columns to write into. */
    static int width() {
        if (!isTerminal(1)) {
            return USUAL_WIDTH;
        }
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(Path.of("/dev/tty").toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String answer =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                            .strip();
            boolean answered = stty.waitFor(1, TimeUnit.SECONDS) && answer.contains(" ");
            int columns =
                    answered
                            ? Integer.parseInt(answer.substring(answer.indexOf(' ') + 1))
                            : USUAL_WIDTH;
            return columns == 0 ? USUAL_WIDTH : Math.min(columns, WIDEST);
        } catch (IOException | NumberFormatException e) {
            return USUAL_WIDTH; // no stty, no terminal of our own: any width will do
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }

    /** By the name behind the file descriptor: {@code System.console()} tells nothing about one. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd", String.valueOf(descriptor));
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false; // not Linux: do without the moving line
        }
    }
}
