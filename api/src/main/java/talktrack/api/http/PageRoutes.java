package talktrack.api.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;

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
        return ctx -> send(ctx, "/web/" + name + ".html");
    }

    private static void send(Context ctx, String resource) throws IOException {
        try (InputStream html = PageRoutes.class.getResourceAsStream(resource)) {
            if (html == null) {
                throw new IllegalStateException("Bug: the page %s is missing".formatted(resource));
            }
            ctx.contentType("text/html; charset=utf-8").result(html.readAllBytes());
        }
    }
}
