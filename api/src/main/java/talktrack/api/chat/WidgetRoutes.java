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
import java.time.Clock;
import talktrack.api.Config;
import talktrack.api.conversations.ChatRecords;
import talktrack.api.http.JsonBody;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.models.events.ChatConversation.Turn;

/**
 * The chat for visitors of other websites: public documents, nobody's history, stricter limits. The
 * server's guard has held the request's origin to the list before it comes here.
 */
public final class WidgetRoutes implements Routes {

    private static final String KEY_HEADER = "X-Talktrack-Key";

    private final Config.Widget widget;
    private final Dialogue dialogue;
    private final ChatRecords records;
    private final ChatLimits limits;
    private final Admission admission;

    /** For what is said of answers, so that thumbs cost nobody a question. */
    private final Admission notes;

    private final Clock clock;

    public WidgetRoutes(
            Config.Widget widget,
            Dialogue dialogue,
            ChatRecords records,
            ChatLimits limits,
            Clock clock) {
        this.widget = widget;
        this.dialogue = dialogue;
        this.records = records;
        this.limits = limits;
        this.admission = new Admission(limits);
        this.notes = new Admission(limits);
        this.clock = clock;
    }

    /**
     * @param turnId of an answer that the visitor was given
     * @param reason as of people of the house
     */
    record VisitorJudgement(String turnId, boolean helpful, String reason, String comment) {}

    /**
     * @param turnId of a refusal that the visitor was given
     */
    record VisitorContact(String turnId, String contact) {}

    @Override
    public void addTo(RoutesConfig routes) {
        if (widget.enabled()) {
            routes.get(Config.Widget.SCRIPT, WidgetRoutes::script);
            Config.Widget.POSTS.forEach(path -> routes.options(path, WidgetRoutes::preflight));
            routes.post(Config.Widget.CHAT, this::ask);
            routes.post(Config.Widget.FEEDBACK, this::judge);
            routes.post(Config.Widget.CONTACT, this::contact);
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
        check(ctx);
        ChatRequest asked = ChatRequest.read(ctx, limits);
        ChatRoutes.answer(ctx, dialogue, admission, Asker.visitor(ctx), asked);
    }

    @OpenApi(
            path = Config.Widget.FEEDBACK,
            methods = HttpMethod.POST,
            summary = "Whether an answer helps a visitor, and why not",
            requestBody =
                    @OpenApiRequestBody(content = @OpenApiContent(from = VisitorJudgement.class)),
            responses = {
                @OpenApiResponse(status = "204", description = "noted"),
                @OpenApiResponse(status = "403", description = "another website, or a wrong key"),
                @OpenApiResponse(status = "404", description = "no answer that is still known"),
                @OpenApiResponse(status = "429", description = "too many in a minute")
            })
    private void judge(Context ctx) {
        VisitorJudgement given =
                noted(ctx, VisitorJudgement.class, "Send a `turnId` and {\"helpful\": true}.");
        Turn turn = given(given.turnId()).turn();
        Judgement judgement = new Judgement(given.helpful(), given.reason(), given.comment());
        records.feedback().give(judgement.of(turn, true, clock.instant()));
        ctx.status(204);
    }

    @OpenApi(
            path = Config.Widget.CONTACT,
            methods = HttpMethod.POST,
            summary = "Where the team reaches a visitor whose question was refused",
            requestBody =
                    @OpenApiRequestBody(content = @OpenApiContent(from = VisitorContact.class)),
            responses = {
                @OpenApiResponse(status = "204", description = "noted"),
                @OpenApiResponse(status = "403", description = "another website, or a wrong key"),
                @OpenApiResponse(status = "404", description = "no refusal that can be noted"),
                @OpenApiResponse(status = "429", description = "too many in a minute")
            })
    private void contact(Context ctx) {
        VisitorContact given = noted(ctx, VisitorContact.class, "Send a `turnId` and a `contact`.");
        String contact = QuestionRoutes.contact(given.contact());
        boolean noted =
                given(given.turnId())
                        .unansweredId()
                        .filter(id -> records.questions().contactOfVisitor(id, contact))
                        .isPresent();
        if (!noted) {
            throw notKnown();
        }
        ctx.status(204);
    }

    /** What a visitor says of an answer, of which as much is let in as of questions. */
    private <T> T noted(Context ctx, Class<T> type, String action) {
        check(ctx);
        notes.admit(ctx, Asker.visitor(ctx).id()).close(); // Nothing is under way for long.
        return JsonBody.read(ctx, type, ChatLimits.QUESTION_BYTES, action);
    }

    private VisitorConversations.Given given(String turnId) {
        return dialogue.givenToVisitor(turnId == null ? "" : turnId)
                .orElseThrow(WidgetRoutes::notKnown);
    }

    /** The same whatever the cause: nobody learns of others' answers from it. */
    private static Problem notKnown() {
        return new Problem(
                404,
                "no-such-answer",
                "No such answer",
                "There is no answer with this id that can still be noted.",
                "Ask the question again.");
    }

    private void check(Context ctx) {
        ctx.header("Access-Control-Expose-Headers", "Retry-After");
        String key = ctx.header(KEY_HEADER);
        if (key == null || !same(key, widget.key())) {
            throw new Problem(
                    403,
                    "widget-key",
                    "Not the widget's key",
                    "The request does not carry the widget's key.",
                    "Put the setting chat.widget-key into data-key of the script tag.");
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
