package talktrack.api.http;

import io.javalin.http.Context;
import java.util.Map;

/** What every answer says to browsers: nothing from elsewhere, nobody may frame us. */
final class SecurityHeaders {

    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data:; media-src 'self' blob:; object-src"
                            + " 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "Referrer-Policy",
                    "no-referrer",
                    "X-Frame-Options",
                    "DENY",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin");

    private SecurityHeaders() {}

    static void add(Context ctx) {
        HEADERS.forEach(ctx::header);
        if (!ctx.path().startsWith("/assets/")) {
            ctx.header("Cache-Control", "no-store"); // calls are nobody else's business
        }
    }
}
