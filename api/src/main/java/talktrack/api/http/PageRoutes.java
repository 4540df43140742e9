package talktrack.api.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** The pages; each is one HTML file, which fetches what it shows. */
final class PageRoutes implements Routes {

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", page("index"));
        routes.get("/reps/{id}", page("rep"));
        routes.get("/calls", page("calls"));
        routes.get("/calls/{id}", page("call"));
        routes.get("/chat", page("chat"));
        routes.get("/practice", page("role-play"));
        routes.get("/questions", page("questions"));
        routes.get("/documents", page("documents"));
        routes.get("/documents/{id}", page("document"));
        routes.get("/library", page("library"));
        routes.get("/favicon.ico", ctx -> ctx.status(204));
    }

    private static Handler page(String name) {
        return ctx -> ctx.html(WebPage.named(name));
    }
}
