package talktrack.api.chat;

import io.javalin.http.Context;
import java.util.Optional;
import talktrack.api.http.JsonBody;
import talktrack.api.http.Problem;
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
        Body body =
                JsonBody.read(
                        ctx,
                        Body.class,
                        ChatLimits.QUESTION_BYTES,
                        "A question is {\"question\": \"What does it cost?\"}.");
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
