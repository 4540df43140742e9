package talktrack.api.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import talktrack.api.http.Problem;
import talktrack.models.events.Json;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * A question as it comes in, held to its limits.
 *
 * @param language of the question; detected when empty
 */
record ChatRequest(String question, Optional<Language> language, Optional<String> conversationId) {

    /**
     * The body.
     *
     * @param language {@code en} or {@code zh}; left out or {@code auto}: detected
     * @param conversationId as the last answer gave it; left out: a new conversation
     */
    record Body(String question, String language, String conversationId) {}

    static ChatRequest read(Context ctx, ChatLimits limits) {
        Body body = read(ctx, Body.class, ChatLimits.QUESTION_BYTES);
        String question = body.question() == null ? "" : body.question().strip();
        if (question.isEmpty() || question.length() > limits.questionCharacters()) {
            throw Problem.badRequest(
                    question.isEmpty()
                            ? "There is no question."
                            : "The question has %d characters.".formatted(question.length()),
                    "Ask in 1 to %d characters.".formatted(limits.questionCharacters()));
        }
        return new ChatRequest(
                question,
                language(body.language()),
                Optional.ofNullable(body.conversationId()).filter(id -> !id.isBlank()));
    }

    /** Reads a JSON body that is no larger than allowed, however large it says it is. */
    static <T> T read(Context ctx, Class<T> type, int mostBytes) {
        byte[] bytes;
        try {
            bytes = ctx.bodyInputStream().readNBytes(mostBytes + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.length > mostBytes) {
            throw new Problem(
                    413,
                    "too-long",
                    "This is too long",
                    "The body has more than %d bytes.".formatted(mostBytes),
                    "Send less at a time.");
        }
        try {
            T body = Json.mapper().readValue(bytes, type);
            if (body != null) {
                return body;
            }
        } catch (JsonProcessingException e) {
            throw malformed(e.getOriginalMessage());
        } catch (IOException e) {
            throw malformed("it ends too early");
        }
        throw malformed("it is null");
    }

    private static Problem malformed(String cause) {
        return Problem.badRequest(
                "The body is not the JSON that is expected: %s.".formatted(cause),
                "A question is {\"question\": \"What does it cost?\"}; /openapi.json has every"
                        + " form.");
    }

    static Optional<Language> language(String id) {
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
}
