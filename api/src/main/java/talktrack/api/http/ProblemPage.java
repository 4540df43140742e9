package talktrack.api.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A problem as a page. */
final class ProblemPage {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private ProblemPage() {}

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
