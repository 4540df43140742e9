package talktrack.api.cli.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML elements; every text and attribute value is escaped, there is no other way in. */
final class Html {

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes name, value, name, value …
     */
    Html open(String tag, String... attributes) {
        tag(tag, attributes);
        open.push(tag);
        return this;
    }

    /** An element without content, such as {@code meta}. */
    Html empty(String tag, String... attributes) {
        tag(tag, attributes);
        return this;
    }

    Html text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        String tag = open.pop();
        html.append("</").append(tag).append('>');
        if (!tag.equals("span") && !tag.equals("a") && !tag.equals("q")) {
            html.append('\n');
        }
        return this;
    }

    /** An element with nothing but text in it. */
    Html leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A style sheet of ours: the one thing that is not escaped. */
    Html style(String css) {
        html.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Bug: not closed: " + open);
        }
        return "<!DOCTYPE html>\n" + html;
    }

    private void tag(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        html.append('>');
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int c : text.codePoints().toArray()) {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return escaped.toString();
    }
}
