package talktrack.api.chat;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import talktrack.api.conversations.Conversations;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;

/** Questions to the documents. */
public final class ChatRoutes implements Routes {

    private final Dialogue dialogue;
    private final Conversations conversations;
    private final ChatLimits limits;
    private final Admission admission;

    public ChatRoutes(Dialogue dialogue, Conversations conversations, ChatLimits limits) {
        this.dialogue = dialogue;
        this.conversations = conversations;
        this.limits = limits;
        this.admission = new Admission(limits);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/chat", this::ask);
    }

    @OpenApi(
            path = "/api/chat",
            methods = HttpMethod.POST,
            summary =
                    "Answers a question from the documents, with citations. With `Accept:"
                            + " text/event-stream` in events: `token` {text}, `withdrawn` (what"
                            + " was said so far), `citations`, `done` (the whole reply), or"
                            + " `problem`",
            requestBody =
                    @OpenApiRequestBody(content = @OpenApiContent(from = ChatRequest.Body.class)),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = {
                            @OpenApiContent(from = Reply.class),
                            @OpenApiContent(mimeType = "text/event-stream", type = "string")
                        }),
                @OpenApiResponse(status = "400", description = "no question, or a too long one"),
                @OpenApiResponse(status = "409", description = "the conversation is full"),
                @OpenApiResponse(status = "413", description = "a body of more than 16 KB"),
                @OpenApiResponse(
                        status = "429",
                        description = "too many questions; Retry-After says how long to wait")
            })
    private void ask(Context ctx) {
        ChatRequest asked = ChatRequest.read(ctx, limits);
        Asker asker = Asker.loggedIn(ctx);
        boolean full =
                asked.conversationId()
                        .flatMap(id -> conversations.find(asker.id(), id))
                        .filter(one -> one.turns().size() >= limits.turns())
                        .isPresent();
        if (full) {
            throw new Problem(
                    409,
                    "conversation-full",
                    "This conversation is full",
                    "No more questions fit into this conversation.",
                    "Begin a new one.");
        }
        answer(ctx, dialogue, admission, asker, asked);
    }

    /** In events or as JSON, as the client wants it. */
    static void answer(
            Context ctx, Dialogue dialogue, Admission admission, Asker asker, ChatRequest asked) {
        Admission.Place place = admission.admit(ctx, asker.id());
        if (AnswerStream.wanted(ctx)) {
            AnswerStream.send(
                    ctx, listener -> reply(dialogue, asker, asked, listener), place::close);
            return;
        }
        try {
            ctx.json(reply(dialogue, asker, asked, Listener.NOBODY));
        } finally {
            place.close();
        }
    }

    private static Reply reply(
            Dialogue dialogue, Asker asker, ChatRequest asked, Listener listener) {
        return dialogue.ask(
                asker, asked.conversationId(), asked.question(), asked.language(), listener);
    }
}
