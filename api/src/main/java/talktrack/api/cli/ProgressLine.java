package talktrack.api.cli;

import java.io.PrintStream;
import talktrack.api.cli.report.Columns;

/**
 * One line on standard error that moves while something takes its time; nothing at all when
 * standard error is no terminal.
 */
final class ProgressLine implements AutoCloseable {

    private static final int BAR = 24;
    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean shown;
    private String last = "";

    ProgressLine() {
        this(System.err, Terminal.showsErrors());
    }

    ProgressLine(PrintStream out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    /**
     * @param what is being done, and to which file
     * @param done of {@code total}; a total of 0 draws no bar
     */
    synchronized void at(String what, double done, double total) {
        String line = Columns.plain(what);
        if (total > 0) {
            double share = Math.clamp(done / total, 0.0, 1.0);
            int full = (int) (share * BAR);
            line =
                    "%s%s %3d %%  %s"
                            .formatted(
                                    "█".repeat(full),
                                    "░".repeat(BAR - full),
                                    (int) (share * 100),
                                    line);
        }
        if (shown && !line.equals(last)) {
            out.print(BACK_AND_CLEAR + line);
            out.flush();
            last = line;
        }
    }

    @Override
    public synchronized void close() {
        if (!last.isEmpty()) {
            out.print(BACK_AND_CLEAR);
            out.flush();
            last = "";
        }
    }
}
