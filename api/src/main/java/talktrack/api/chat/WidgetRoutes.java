package talktrack.api.chat;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import talktrack.api.Config;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;

/**
 * The chat for visitors of other websites: public documents, nobody's history, stricter limits. The
 * server's guard has held the request's origin to the list before it comes here.
 */
public final class WidgetRoutes implements Routes {

    private static final String KEY_HEADER = "X-Talktrack-Key";

    private final Config.Widget widget;
    private final Dialogue dialogue;
    private final ChatLimits limits;
    private final Admission admission;

    public WidgetRoutes(Config.Widget widget, Dialogue dialogue, ChatLimits limits) {
        this.widget = widget;
        this.dialogue = dialogue;
        this.limits = limits;
        this.admission = new Admission(limits);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        if (widget.enabled()) {
            routes.get(Config.Widget.SCRIPT, WidgetRoutes::script);
            routes.options(Config.Widget.CHAT, WidgetRoutes::preflight);
            routes.post(Config.Widget.CHAT, this::ask);
        }
    }

    private static void script(Context ctx) throws IOException {
        try (InputStream in = WidgetRoutes.class.getResourceAsStream("/web/widget.js")) {
            ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
            ctx.header("Cache-Control", "public, max-age=300");
            ctx.contentType("text/javascript; charset=utf-8").result(in.readAllBytes());
        }
    }

    private static void preflight(Context ctx) {
        ctx.header("Access-Control-Allow-Methods", "POST");
        ctx.header("Access-Control-Allow-Headers", "Content-Type, " + KEY_HEADER);
        ctx.header("Access-Control-Max-Age", "600");
        ctx.status(204);
    }

    @OpenApi(
            path = Config.Widget.CHAT,
            methods = HttpMethod.POST,
            summary =
                    "As /api/chat, for visitors of allowed websites (X-Talktrack-Key): from public"
                            + " documents only",
            requestBody =
                    @OpenApiRequestBody(content = @OpenApiContent(from = ChatRequest.Body.class)),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Reply.class)),
                @OpenApiResponse(status = "403", description = "another website, or a wrong key"),
                @OpenApiResponse(status = "429", description = "too many questions")
            })
    private void ask(Context ctx) {
        String key = ctx.header(KEY_HEADER);
        if (key == null || !same(key, widget.key())) {
            throw new Problem(
                    403,
                    "widget-key",
                    "Not the widget's key",
                    "The request does not carry the widget's key.",
                    "Put the setting chat.widget-key into data-key of the script tag.");
        }
        ChatRequest asked = ChatRequest.read(ctx, limits);
        ctx.header("Access-Control-Expose-Headers", "Retry-After");
        ChatRoutes.answer(ctx, dialogue, admission, Asker.visitor(ctx), asked);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
