package talktrack.api.chat;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import talktrack.api.conversations.ChatRecords;
import talktrack.api.http.JsonBody;
import talktrack.api.http.Page;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.models.events.AnswerFeedback;
import talktrack.models.events.ChatConversation;
import talktrack.models.events.ChatConversation.Turn;

/** The asker's own conversations, and what people think of answers. */
public final class ConversationRoutes implements Routes {

    private final ChatRecords records;
    private final Clock clock;

    public ConversationRoutes(ChatRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/chat/conversations", this::list);
        routes.get("/api/chat/conversations/{id}", this::open);
        routes.delete("/api/chat/conversations/{id}", this::delete);
        routes.put("/api/chat/turns/{id}/feedback", this::judge);
        routes.get("/api/chat/feedback", this::feedback);
    }

    /**
     * @param title its first question
     */
    record Listed(String id, String title, Instant startedAt, Instant lastAt, int turns) {
        static Listed of(ChatConversation one) {
            return new Listed(
                    one.conversationId(),
                    one.turns().getFirst().question(),
                    one.startedAt(),
                    one.lastAt(),
                    one.turns().size());
        }
    }

    /** A conversation with all that was said. */
    record Opened(String id, Instant startedAt, List<Turn> turns) {}

    @OpenApi(
            path = "/api/chat/conversations",
            methods = HttpMethod.GET,
            summary = "The asker's own conversations, the newest first; kept for 30 days",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = Listed[].class)))
    private void list(Context ctx) {
        ctx.json(
                Page.all(
                        records.conversations().of(Asker.loggedIn(ctx).id()).stream()
                                .map(Listed::of)
                                .toList()));
    }

    @OpenApi(
            path = "/api/chat/conversations/{id}",
            methods = HttpMethod.GET,
            pathParams = @OpenApiParam(name = "id", required = true),
            summary = "One of the asker's own conversations",
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Opened.class)),
                @OpenApiResponse(status = "404", description = "none of theirs")
            })
    private void open(Context ctx) {
        ChatConversation one =
                records.conversations()
                        .find(Asker.loggedIn(ctx).id(), ctx.pathParam("id"))
                        .orElseThrow(ConversationRoutes::noSuchConversation);
        ctx.json(new Opened(one.conversationId(), one.startedAt(), one.turns()));
    }

    @OpenApi(
            path = "/api/chat/conversations/{id}",
            methods = HttpMethod.DELETE,
            pathParams = @OpenApiParam(name = "id", required = true),
            summary = "Deletes one of the asker's own conversations",
            responses = {
                @OpenApiResponse(status = "204", description = "it is gone"),
                @OpenApiResponse(status = "404", description = "none of theirs")
            })
    private void delete(Context ctx) {
        if (!records.conversations().remove(Asker.loggedIn(ctx).id(), ctx.pathParam("id"))) {
            throw noSuchConversation();
        }
        ctx.status(204);
    }

    @OpenApi(
            path = "/api/chat/turns/{id}/feedback",
            methods = HttpMethod.PUT,
            pathParams =
                    @OpenApiParam(
                            name = "id",
                            required = true,
                            description = "turnId of an answer"),
            summary = "Whether an answer helps, and why not",
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = Judgement.class)),
            responses = {
                @OpenApiResponse(status = "204", description = "noted"),
                @OpenApiResponse(status = "404", description = "no answer of theirs")
            })
    private void judge(Context ctx) {
        Judgement judgement = JsonBody.read(ctx, Judgement.class, "Send {\"helpful\": true}.");
        Turn turn =
                records.conversations()
                        .turn(Asker.loggedIn(ctx).id(), ctx.pathParam("id"))
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                404,
                                                "no-such-answer",
                                                "No such answer",
                                                "There is no answer with this id in your"
                                                        + " conversations.",
                                                "Judge an answer that you were given."));
        records.feedback().give(judgement.of(turn, false, clock.instant()));
        ctx.status(204);
    }

    @OpenApi(
            path = "/api/chat/feedback",
            methods = HttpMethod.GET,
            summary = "What people think of answers, newest first, with question and answer",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = AnswerFeedback[].class)))
    private void feedback(Context ctx) {
        ctx.json(Page.all(records.feedback().all()));
    }

    private static Problem noSuchConversation() {
        return new Problem(
                404,
                "no-such-conversation",
                "No such conversation",
                "There is no conversation of yours with this id; perhaps it was deleted.",
                "Begin a new one.");
    }
}
