package talktrack.api.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.util.function.Supplier;

/** A link with a code becomes a cookie. */
final class LoginRoutes implements Routes {

    static final String COOKIE = "talktrack";

    private final AccessToken token;
    private final Supplier<String> newLink;

    LoginRoutes(AccessToken token, Supplier<String> newLink) {
        this.token = token;
        this.newLink = newLink;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/login", this::login);
        routes.post("/api/links", this::link);
    }

    /**
     * @param url works once, within ten minutes
     */
    record Link(String url) {}

    @OpenApi(
            path = "/login",
            methods = HttpMethod.GET,
            summary = "Trades the code of a login link for a cookie",
            queryParams = @OpenApiParam(name = "code", required = true),
            responses = {
                @OpenApiResponse(status = "303", description = "logged in; on to the first page"),
                @OpenApiResponse(status = "401", description = "the code was used or is too old")
            })
    private void login(Context ctx) {
        String code = ctx.queryParam("code");
        if (code == null || !token.redeem(code)) {
            throw new Problem(
                    401,
                    "used-link",
                    "This link does not work any more",
                    "A login link works once, and for ten minutes.",
                    "Run `talktrack link` for a new one.");
        }
        Cookie cookie = new Cookie(COOKIE, token.cookie());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setMaxAge((int) AccessToken.COOKIE_LIFE.toSeconds());
        ctx.cookie(cookie);
        ctx.redirect("/", HttpStatus.SEE_OTHER);
    }

    @OpenApi(
            path = "/api/links",
            methods = HttpMethod.POST,
            summary = "A new login link for a person",
            responses =
                    @OpenApiResponse(status = "200", content = @OpenApiContent(from = Link.class)))
    private void link(Context ctx) {
        ctx.json(new Link(newLink.get()));
    }
}
