package talktrack.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import talktrack.models.events.Json;
import talktrack.models.labels.Label;

/**
 * The JSON in a request's body, read in one way for all routes: held to a size however large it
 * says it is, fields that nobody knows ignored, and what is wrong said without a word of Java.
 */
public final class JsonBody {

    /** Enough for any form, and for a document that somebody writes by hand. */
    public static final int MOST_BYTES = 256 << 10;

    private static final int LONGEST_VALUE = 80;

    private JsonBody() {}

    /**
     * The body as this type.
     *
     * @param action what to send instead when it is wrong, with an example
     * @throws Problem 400 when it is not that JSON, or null; 413 when it is too long
     */
    public static <T> T read(Context ctx, Class<T> type, String action) {
        return read(ctx, type, MOST_BYTES, action);
    }

    /** As {@link #read(Context, Class, String)}, with a limit of its own. */
    public static <T> T read(Context ctx, Class<T> type, int mostBytes, String action) {
        byte[] bytes = bytes(ctx, mostBytes);
        if (bytes.length == 0) {
            throw wrong("it is empty", action, null);
        }
        try {
            T body = Json.read(bytes, type);
            if (body != null) {
                return body;
            }
        } catch (JsonMappingException e) {
            throw wrong(inPlace(e), action, e);
        } catch (JsonProcessingException e) {
            throw wrong("it is no JSON: " + e.getOriginalMessage(), action, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Bug: bytes in memory cannot be read", e);
        }
        throw wrong("it is null", action, null);
    }

    private static byte[] bytes(Context ctx, int mostBytes) {
        byte[] bytes;
        try {
            bytes = ctx.bodyInputStream().readNBytes(mostBytes + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.length > mostBytes) {
            throw new Problem(
                    413,
                    "too-long",
                    "This is too long",
                    "The body has more than %d bytes.".formatted(mostBytes),
                    "Send less at a time.");
        }
        return bytes;
    }

    private static Problem wrong(String what, String action, JsonProcessingException cause) {
        Problem problem =
                Problem.badRequest(
                        "The body is not the JSON that belongs here: %s.".formatted(what), action);
        problem.initCause(cause);
        return problem;
    }

    /** Which field is wrong, and why: Jackson's own words name Java's types. */
    private static String inPlace(JsonMappingException e) {
        String where =
                e.getPath().stream()
                        .map(
                                step ->
                                        step.getFieldName() == null
                                                ? "[%d]".formatted(step.getIndex())
                                                : "." + step.getFieldName())
                        .collect(Collectors.joining());
        String place =
                where.isEmpty()
                        ? "it"
                        : "`%s`".formatted(where.startsWith(".") ? where.substring(1) : where);
        if (e.getCause() instanceof IllegalArgumentException ours) {
            return "%s is not right, %s".formatted(place, ours.getMessage());
        }
        if (e instanceof InvalidFormatException format) {
            return "%s cannot be '%s'%s"
                    .formatted(place, shortened(format.getValue()), words(format.getTargetType()));
        }
        return place + " is of another form";
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    private static String words(Class<?> type) {
        if (!Label.class.isAssignableFrom(type) || !type.isEnum()) {
            return "";
        }
        return Arrays.stream(type.getEnumConstants())
                .map(label -> ((Label) label).id())
                .collect(Collectors.joining(", ", " but one of ", ""));
    }
}
