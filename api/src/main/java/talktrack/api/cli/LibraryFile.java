package talktrack.api.cli;

import java.nio.file.Path;
import java.util.Locale;

/** A file of talk tracks or cases. */
final class LibraryFile {

    private LibraryFile() {}

    /** The format that the name says. */
    static String format(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return "csv";
        }
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return "markdown";
        }
        throw CommandFailure.usage(
                file + ": Name it .md for Markdown or .csv for a table; nothing was done.");
    }

    /** How much is in it, in words. */
    static String rows(String text, String format) {
        return format.equals("csv")
                ? "a table"
                : "%d sections"
                        .formatted(text.lines().filter(line -> line.startsWith("## ")).count());
    }
}
