package talktrack.api.chat;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import talktrack.api.conversations.UnansweredQuestions;
import talktrack.api.documents.Documents;
import talktrack.api.http.JsonBody;
import talktrack.api.http.Page;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.models.events.CitedPassage;
import talktrack.models.events.UnansweredQuestion;
import talktrack.models.events.UnansweredQuestion.Status;
import talktrack.models.labels.Audience;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** The team's list of what the documents do not answer; a document can be written from there. */
public final class QuestionRoutes implements Routes {

    private static final int CONTACT_CHARACTERS = 200;
    private static final int TITLE_CHARACTERS = 200;
    private static final int NAME_CHARACTERS = 60;

    private final UnansweredQuestions questions;
    private final Documents documents;

    public QuestionRoutes(UnansweredQuestions questions, Documents documents) {
        this.questions = questions;
        this.documents = documents;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/chat/questions", this::list);
        routes.get("/api/chat/questions/answered", this::answered);
        routes.post("/api/chat/questions/{id}/contact", this::contact);
        routes.post("/api/chat/questions/{id}/status", this::status);
        routes.post("/api/chat/questions/{id}/document", this::document);
    }

    /** A question as the team sees it: who asked is nobody's business, but for their contact. */
    record Listed(
            String id,
            String question,
            Language language,
            List<String> wordings,
            List<String> contacts,
            int timesAsked,
            List<CitedPassage> nearest,
            Status status,
            Optional<String> answeredBy,
            Instant firstAskedAt,
            Instant lastAskedAt) {
        static Listed of(UnansweredQuestion one) {
            return new Listed(
                    one.questionId(),
                    one.question(),
                    one.language(),
                    one.wordings(),
                    one.contacts(),
                    one.timesAsked(),
                    one.nearest(),
                    one.status(),
                    one.answeredBy(),
                    one.firstAskedAt(),
                    one.lastAskedAt());
        }
    }

    /** What came of a question of the asker's. */
    record Answered(String id, String question, Optional<String> document, Instant answeredAt) {}

    record Contact(String contact) {}

    /**
     * @param status {@code open} or {@code dismissed}
     */
    record NewStatus(String status) {}

    /**
     * @param text Markdown
     * @param language {@code en} or {@code zh}; left out: the question's
     * @param forVisitors whether visitors of the widget are told of it, too
     */
    record NewDocument(String title, String text, String language, boolean forVisitors) {}

    @OpenApi(
            path = "/api/chat/questions",
            methods = HttpMethod.GET,
            summary = "Questions that the documents do not answer, what is asked most first",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = Listed[].class)))
    private void list(Context ctx) {
        ctx.json(Page.all(questions.all().stream().map(Listed::of).toList()));
    }

    @OpenApi(
            path = "/api/chat/questions/answered",
            methods = HttpMethod.GET,
            summary = "Questions of the asker's own that a document answers by now",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = Answered[].class)))
    private void answered(Context ctx) {
        ctx.json(
                Page.all(
                        questions.answeredFor(Asker.loggedIn(ctx).id()).stream()
                                .map(
                                        one ->
                                                new Answered(
                                                        one.questionId(),
                                                        one.question(),
                                                        one.answeredBy(),
                                                        one.closedAt().orElse(one.lastAskedAt())))
                                .toList()));
    }

    @OpenApi(
            path = "/api/chat/questions/{id}/contact",
            methods = HttpMethod.POST,
            pathParams =
                    @OpenApiParam(
                            name = "id",
                            required = true,
                            description = "unansweredId of a refusal"),
            summary = "Where to reach the asker when the team knows the answer",
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = Contact.class)),
            responses = {
                @OpenApiResponse(status = "204", description = "noted"),
                @OpenApiResponse(status = "404", description = "no question of theirs")
            })
    private void contact(Context ctx) {
        Contact given =
                JsonBody.read(ctx, Contact.class, "Send {\"contact\": \"me@example.com\"}.");
        String contact = contact(given.contact());
        if (!questions.contact(ctx.pathParam("id"), Asker.loggedIn(ctx).id(), contact)) {
            throw noSuchQuestion();
        }
        ctx.status(204);
    }

    /**
     * Where somebody says that they can be reached.
     *
     * @throws Problem 400 when it is too long
     */
    static String contact(String given) {
        String contact = given == null ? "" : given.strip();
        if (contact.length() > CONTACT_CHARACTERS) {
            throw Problem.badRequest(
                    "The contact has %d characters.".formatted(contact.length()),
                    "Write at most %d, such as an address.".formatted(CONTACT_CHARACTERS));
        }
        return contact;
    }

    @OpenApi(
            path = "/api/chat/questions/{id}/status",
            methods = HttpMethod.POST,
            pathParams = @OpenApiParam(name = "id", required = true),
            summary = "Dismisses a question, or opens it again",
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = NewStatus.class)),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Listed.class)),
                @OpenApiResponse(status = "404", description = "no such question")
            })
    private void status(Context ctx) {
        String wanted =
                JsonBody.read(ctx, NewStatus.class, "Send {\"status\": \"dismissed\"}.").status();
        if (!"open".equals(wanted) && !"dismissed".equals(wanted)) {
            throw Problem.badRequest(
                    "The status is not right.",
                    "Use open or dismissed; a document makes a question answered.");
        }
        ctx.json(
                questions
                        .close(
                                ctx.pathParam("id"),
                                Label.parse(Status.class, wanted),
                                Optional.empty())
                        .map(Listed::of)
                        .orElseThrow(QuestionRoutes::noSuchQuestion));
    }

    @OpenApi(
            path = "/api/chat/questions/{id}/document",
            methods = HttpMethod.POST,
            pathParams = @OpenApiParam(name = "id", required = true),
            summary = "Writes a Markdown document that answers a question",
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = NewDocument.class)),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Listed.class)),
                @OpenApiResponse(status = "400", description = "no title or text"),
                @OpenApiResponse(status = "404", description = "no such question")
            })
    private void document(Context ctx) throws IOException, InterruptedException {
        NewDocument written = JsonBody.read(ctx, NewDocument.class, "Send a `title` and a `text`.");
        String title = written.title() == null ? "" : written.title().strip();
        String text = written.text() == null ? "" : written.text().strip();
        if (title.isEmpty() || text.isEmpty() || title.length() > TITLE_CHARACTERS) {
            throw Problem.badRequest(
                    "A document needs a title of at most %d characters, and a text."
                            .formatted(TITLE_CHARACTERS),
                    "Fill in both.");
        }
        UnansweredQuestion question =
                questions.find(ctx.pathParam("id")).orElseThrow(QuestionRoutes::noSuchQuestion);
        String name = name(title, question.questionId());
        documents.add(
                name,
                ChatRequest.language(written.language()).orElse(question.language()),
                "---\naudience: %s\n---\n\n# %s\n\n%s\n"
                        .formatted(
                                (written.forVisitors() ? Audience.PUBLIC : Audience.INTERNAL).id(),
                                title.replaceAll("\\s+", " "),
                                text)
                        .getBytes(StandardCharsets.UTF_8),
                false);
        ctx.json(
                questions
                        .close(question.questionId(), Status.ANSWERED, Optional.of(name))
                        .map(Listed::of)
                        .orElseThrow(QuestionRoutes::noSuchQuestion));
    }

    /** Ends in the question's id, so that it takes the place of no other document. */
    static String name(String title, String questionId) {
        String words = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return "%s-%s.md"
                .formatted(shortened(words), questionId.substring(0, 8))
                .replaceFirst("^-+", "")
                .replace("--", "-");
    }

    /** Half a character is none that a file's name may hold. */
    private static String shortened(String words) {
        if (words.length() <= NAME_CHARACTERS) {
            return words;
        }
        boolean inTwo = Character.isHighSurrogate(words.charAt(NAME_CHARACTERS - 1));
        return words.substring(0, inTwo ? NAME_CHARACTERS - 1 : NAME_CHARACTERS);
    }

    private static Problem noSuchQuestion() {
        return new Problem(
                404,
                "no-such-question",
                "No such question",
                "There is no unanswered question with this id.",
                "Look for it in the list.");
    }
}
