package talktrack.api.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A problem as a page without scripts, in both languages where it is the login. */
final class ProblemPage {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final String LOGIN_IN_CHINESE =
            "<p lang=\"zh\">请在运行 Talktrack 的机器上执行 <code>talktrack link</code>，然后打开它给出的链接。</p>";

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
        %4$s
        </html>
        """
                .formatted(
                        escaped(problem.title()),
                        escaped(problem.getMessage()),
                        withCode(escaped(problem.action())),
                        problem.status() == 401 ? LOGIN_IN_CHINESE : "");
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
