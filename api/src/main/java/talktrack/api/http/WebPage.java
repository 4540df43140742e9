package talktrack.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages' files. What every page's head begins with stands in one of them. */
final class WebPage {

    private static final String HEAD = "    <!-- head.html -->\n";

    private WebPage() {}

    /** The page of this name, whole. */
    static String named(String name) {
        return file(name).replace(HEAD, file("head"));
    }

    private static String file(String name) {
        try (InputStream html = WebPage.class.getResourceAsStream("/web/" + name + ".html")) {
            if (html == null) {
                throw new IllegalStateException("Bug: the page %s is missing".formatted(name));
            }
            return new String(html.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
