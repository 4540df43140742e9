package talktrack.api.http;

import io.javalin.http.Context;
import java.util.Optional;
import talktrack.models.labels.Label;

/** Query parameters, checked once; what is wrong becomes a problem that says what is right. */
public final class Parameters {

    private Parameters() {}

    /** The parameter's text; empty when it is left out or blank. */
    public static Optional<String> text(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).filter(value -> !value.isBlank());
    }

    /** A whole number within limits. */
    public static int number(Context ctx, String name, int otherwise, int least, int most) {
        Optional<String> text = text(ctx, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notANumber(name, text.get(), least, most);
        }
        throw notANumber(name, text.get(), least, most);
    }

    /** One of the words of a closed set. */
    public static <E extends Enum<E> & Label> Optional<E> label(
            Context ctx, String name, Class<E> labels) {
        try {
            return text(ctx, name).map(id -> Label.parse(labels, id));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The parameter `%s` is not right: %s.".formatted(name, e.getMessage()),
                    "Use one of these words, or leave it out.");
        }
    }

    private static Problem notANumber(String name, String text, int least, int most) {
        return Problem.badRequest(
                "The parameter `%s` is '%s'.".formatted(name, text),
                "Use a whole number from %d to %d.".formatted(least, most));
    }
}
