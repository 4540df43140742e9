package talktrack.api.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.util.Optional;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.models.events.Json;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** Questions to the documents. */
public final class ChatRoutes implements Routes {

    private static final int LONGEST_QUESTION = 1000;
    private static final int QUESTIONS_A_MINUTE = 30;

    private final Chat chat;
    private final RateLimit limit;

    public ChatRoutes(Chat chat) {
        this(chat, new RateLimit(QUESTIONS_A_MINUTE));
    }

    ChatRoutes(Chat chat, RateLimit limit) {
        this.chat = chat;
        this.limit = limit;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/chat", this::ask);
    }

    /**
     * @param language {@code en} or {@code zh}; left out: detected
     */
    record Question(String question, String language) {}

    @OpenApi(
            path = "/api/chat",
            methods = HttpMethod.POST,
            summary = "Answers a product question from the documents, with citations",
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = Question.class)),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Answer.class)),
                @OpenApiResponse(status = "400", description = "no question, or a too long one"),
                @OpenApiResponse(status = "429", description = "too many questions in a minute")
            })
    private void ask(Context ctx) {
        Question asked = read(ctx);
        String question = asked.question() == null ? "" : asked.question().strip();
        if (question.isEmpty() || question.length() > LONGEST_QUESTION) {
            throw Problem.badRequest(
                    question.isEmpty()
                            ? "There is no question."
                            : "The question has %d characters.".formatted(question.length()),
                    "Ask in 1 to %d characters.".formatted(LONGEST_QUESTION));
        }
        Optional<Language> language = language(asked.language());
        if (!limit.allows(asker(ctx))) {
            throw new Problem(
                    429,
                    "too-many-questions",
                    "Too many questions",
                    "More than %d questions in a minute came from here."
                            .formatted(QUESTIONS_A_MINUTE),
                    "Wait a minute, then ask again.");
        }
        ctx.json(chat.ask(question, language));
    }

    private static Question read(Context ctx) {
        try {
            Question question = Json.mapper().readValue(ctx.body(), Question.class);
            if (question != null) {
                return question;
            }
        } catch (JsonProcessingException e) {
            throw malformed(e.getOriginalMessage());
        }
        throw malformed("it is null");
    }

    private static Problem malformed(String cause) {
        return Problem.badRequest(
                "The body is not a JSON question: %s.".formatted(cause),
                "Send {\"question\": \"What does it cost?\"}.");
    }

    private static Optional<Language> language(String id) {
        if (id == null || id.isBlank() || id.equals("auto")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Label.parse(Language.class, id));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The language is not right: %s.".formatted(e.getMessage()),
                    "Use en or zh, or leave it out.");
        }
    }

    /** The session or token that the request was let in with; only compared, never shown. */
    private static String asker(Context ctx) {
        String token = ctx.header("Authorization");
        String session = ctx.cookie("talktrack");
        return token != null ? token : session != null ? session : ctx.ip();
    }
}
