package talktrack.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A problem as a page. */
final class ProblemPage {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private ProblemPage() {}

    /** The page that says how to get in. */
    static String signIn() {
        try (InputStream page = ProblemPage.class.getResourceAsStream("/web/signin.html")) {
            return new String(
                    Objects.requireNonNull(page, "Bug: /web/signin.html is missing").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(Problem problem) {
        return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Talktrack · %1$s</title>
        <h1>%1$s</h1>
        <p>%2$s</p>
        <p>%3$s</p>
        </html>
        """
                .formatted(
                        escaped(problem.title()),
                        escaped(problem.getMessage()),
                        withCode(escaped(problem.action())));
    }

    private static String withCode(String text) {
        Matcher matcher = CODE.matcher(text);
        return matcher.replaceAll("<code>$1</code>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
