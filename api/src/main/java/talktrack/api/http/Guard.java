package talktrack.api.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.regex.Pattern;
import talktrack.api.Config;

/**
 * Who may come in. A web page of somebody else must not reach this server through the user's
 * browser: a foreign Host is DNS rebinding, a foreign Origin a forged request.
 */
final class Guard {

    /** The problem of those who are not logged in. */
    static final String LOGIN = "login";

    private static final Pattern OWN_HOST =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

    private static final Set<String> OPEN = Set.of("/health", "/login", "/favicon.ico");

    private final AccessToken token;
    private final Config.Widget widget;

    Guard(AccessToken token, Config.Widget widget) {
        this.token = token;
        this.widget = widget;
    }

    void check(Context ctx) {
        String host = ctx.header("Host");
        if (host == null || !OWN_HOST.matcher(host).matches()) {
            throw new Problem(
                    403,
                    "foreign-host",
                    "Not this server's address",
                    "The request is for a host that this server does not answer for.",
                    "Use the address that `talktrack link` prints; it starts with"
                            + " http://127.0.0.1 or http://localhost.");
        }
        if (widget.enabled() && isWidget(ctx)) {
            letVisitorsIn(ctx);
            return;
        }
        if (foreign(ctx.header("Origin"), host, ctx.header("Sec-Fetch-Site"))) {
            throw foreignOrigin();
        }
        if (!isOpen(ctx.path()) && !authenticated(ctx)) {
            throw new Problem(
                    401,
                    LOGIN,
                    "Login needed",
                    "This request has neither a valid token nor a login.",
                    "Run `talktrack link` and open the address that it prints; programs send"
                            + " Authorization: Bearer <token> with the token from the data"
                            + " folder.");
        }
    }

    /** Exactly these paths, and no login opens anything there. */
    private static boolean isWidget(Context ctx) {
        return ctx.path().equals(Config.Widget.SCRIPT)
                || (Config.Widget.POSTS.contains(ctx.path())
                        && (ctx.method().equals(HandlerType.POST)
                                || ctx.method().equals(HandlerType.OPTIONS)));
    }

    /** The script is for everybody; its chat only for pages of the websites on the list. */
    private void letVisitorsIn(Context ctx) {
        if (Config.Widget.POSTS.contains(ctx.path())) {
            String origin = ctx.header("Origin");
            if (origin == null || !widget.origins().contains(origin)) {
                throw foreignOrigin();
            }
            ctx.header("Access-Control-Allow-Origin", origin);
            ctx.header("Vary", "Origin");
        }
    }

    private static Problem foreignOrigin() {
        return new Problem(
                403,
                "foreign-origin",
                "A request from another page",
                "The request comes from a page that does not belong to this server.",
                "Use the server's own pages, or a program with the token.");
    }

    /** A form of our own pages has the origin "null", since they send no referrer. */
    private static boolean foreign(String origin, String host, String site) {
        return origin != null
                && !origin.equals("http://" + host)
                && !(origin.equals("null") && "same-origin".equals(site));
    }

    private static boolean isOpen(String path) {
        return OPEN.contains(path) || path.startsWith("/assets/");
    }

    private boolean authenticated(Context ctx) {
        String header = ctx.header("Authorization");
        if (header != null) {
            return header.startsWith("Bearer ")
                    && token.matches(header.substring("Bearer ".length()).strip());
        }
        String cookie = ctx.cookie(LoginRoutes.COOKIE);
        return cookie != null && token.matchesCookie(cookie);
    }
}
