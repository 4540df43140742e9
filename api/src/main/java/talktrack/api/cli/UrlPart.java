package talktrack.api.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text on its way into an address: ids of reps and teams may be Chinese. */
final class UrlPart {

    private UrlPart() {}

    static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
