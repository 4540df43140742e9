package talktrack.api.versions;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import talktrack.api.http.JsonBody;
import talktrack.api.http.Parameters;
import talktrack.api.http.Problem;
import talktrack.api.sheets.Sheet;
import talktrack.api.sheets.Sheet.Column;
import talktrack.api.sheets.UnreadableSheet;
import talktrack.models.events.Versioned;

/** What requests to a library have in common: bodies, versions, files. */
public final class Requests {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");
    private static final int MOST_ERRORS = 10;

    private Requests() {}

    /** The request's JSON. */
    public static <T> T body(Context ctx, Class<T> type) {
        return JsonBody.read(ctx, type, "/openapi.json says what to send.");
    }

    /** The version that the sender saw: by {@code If-Match}, else as the body says. */
    public static OptionalInt seen(Context ctx, OptionalInt inBody) {
        String header = ctx.header("If-Match");
        if (header == null) {
            return inBody;
        }
        Matcher etag = ETAG.matcher(header.strip());
        if (!etag.matches()) {
            throw Problem.badRequest(
                    "If-Match is '%s', no version.".formatted(header),
                    "Send the ETag that came with it.");
        }
        return OptionalInt.of(Integer.parseInt(etag.group(1)));
    }

    /** As {@link #seen}, where no version would be a mistake. */
    public static int seenForSure(Context ctx, OptionalInt inBody) {
        return seen(ctx, inBody)
                .orElseThrow(
                        () ->
                                Problem.badRequest(
                                        "The version that you saw is missing.",
                                        "Send it as `version`, or the ETag as If-Match."));
    }

    /** A version in a path. */
    public static int version(String text) {
        Matcher number = ETAG.matcher(text);
        if (!number.matches()) {
            throw Problem.badRequest(
                    "'%s' is no version.".formatted(text), "Versions count from 1.");
        }
        return Integer.parseInt(number.group(1));
    }

    /** Answers with this version. */
    public static void answer(Context ctx, Versioned one) {
        ctx.header("ETag", "\"%d\"".formatted(one.version())).json(one);
    }

    /** A file to be kept by whoever asks. */
    public static void file(Context ctx, Sheet sheet, String name) {
        Sheet.Format format = format(ctx);
        boolean csv = format == Sheet.Format.CSV;
        ctx.header(
                        "Content-Disposition",
                        "attachment; filename=\"%s.%s\"".formatted(name, csv ? "csv" : "md"))
                .contentType((csv ? "text/csv" : "text/markdown") + "; charset=utf-8")
                .result(sheet.text(format));
    }

    /** The file in the body. */
    public static Sheet sheet(Context ctx, List<Column> columns) {
        Sheet sheet;
        try {
            sheet = Sheet.read(format(ctx), columns, ctx.body());
        } catch (UnreadableSheet e) {
            throw wrong(List.of(e.getMessage()));
        }
        if (sheet.rows().isEmpty()) {
            throw wrong(List.of("line 1: there is nothing in it"));
        }
        return sheet;
    }

    private static Sheet.Format format(Context ctx) {
        return Parameters.label(ctx, "format", Sheet.Format.class).orElse(Sheet.Format.MARKDOWN);
    }

    /** Whether the sender only wants to know what would happen. */
    public static boolean dryRun(Context ctx) {
        return Parameters.text(ctx, "dry-run")
                .filter(value -> !value.toLowerCase(Locale.ROOT).equals("false"))
                .isPresent();
    }

    /** A file with mistakes; nothing of it was taken. */
    public static Problem wrong(List<String> mistakes) {
        String first = mistakes.stream().limit(MOST_ERRORS).collect(Collectors.joining("; "));
        int more = mistakes.size() - MOST_ERRORS;
        return new Problem(
                400,
                "wrong-file",
                "The file is not right",
                more > 0 ? "%s; and %d more".formatted(first, more) : first,
                "Nothing was taken in. Mend these lines and import the file again.");
    }
}
