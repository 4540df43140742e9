package talktrack.api.documents;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiContentProperty;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import talktrack.api.documents.sandbox.UnreadableDocument;
import talktrack.api.http.JsonBody;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.models.events.Document;
import talktrack.models.labels.Audience;
import talktrack.models.labels.Label;

/** The knowledge base: documents come, change, are looked at and go. */
public final class DocumentRoutes implements Routes {

    /** Around a file in its form. */
    private static final int FORM_BYTES = 100_000;

    private static final int LONGEST_NAME = 100;

    /** Uploads whose bytes may be in memory at the same time. */
    private static final int MOST_AT_ONCE = 2;

    private static final int PATIENCE_SECONDS = 10;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Documents documents;

    public DocumentRoutes(Documents documents) {
        this.documents = documents;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/documents", this::list);
        routes.post("/api/documents", this::add);
        routes.get("/api/documents/{id}", this::show);
        routes.patch("/api/documents/{id}", this::change);
        routes.delete("/api/documents/{id}", this::remove);
        routes.post("/api/documents/{id}/versions", this::addVersion);
        new VersionRoutes(documents).addTo(routes);
    }

    record DocumentList(List<DocumentView> documents) {}

    @OpenApi(
            path = "/api/documents",
            methods = HttpMethod.GET,
            summary = "All documents, by name, with their state",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = DocumentList.class)))
    private void list(Context ctx) {
        ctx.json(
                new DocumentList(
                        documents.all().stream()
                                .map(one -> DocumentView.of(one, documents))
                                .toList()));
    }

    @OpenApi(
            path = "/api/documents",
            methods = HttpMethod.POST,
            summary = "Adds a document, or a new version of the uploaded one of this name",
            requestBody =
                    @OpenApiRequestBody(
                            required = true,
                            content =
                                    @OpenApiContent(
                                            mimeType = "multipart/form-data",
                                            properties =
                                                    @OpenApiContentProperty(
                                                            name = "file",
                                                            type = "string",
                                                            format = "binary"))),
            responses = {
                @OpenApiResponse(
                        status = "201",
                        content = @OpenApiContent(from = DocumentView.class)),
                @OpenApiResponse(status = "413", description = "the file is too large"),
                @OpenApiResponse(status = "422", description = "the file cannot be read"),
                @OpenApiResponse(status = "429", description = "too many at once; Retry-After says")
            })
    private void add(Context ctx) throws IOException, InterruptedException, ServletException {
        take(ctx, (name, bytes) -> documents.upload(name, bytes));
    }

    @OpenApi(
            path = "/api/documents/{id}/versions",
            methods = HttpMethod.POST,
            summary = "Replaces a document; what it said before stays readable",
            pathParams = @OpenApiParam(name = "id", required = true),
            requestBody =
                    @OpenApiRequestBody(
                            required = true,
                            content =
                                    @OpenApiContent(
                                            mimeType = "multipart/form-data",
                                            properties =
                                                    @OpenApiContentProperty(
                                                            name = "file",
                                                            type = "string",
                                                            format = "binary"))),
            responses = {
                @OpenApiResponse(
                        status = "201",
                        content = @OpenApiContent(from = DocumentView.class)),
                @OpenApiResponse(status = "404", description = "there is no such document"),
                @OpenApiResponse(
                        status = "409",
                        description = "the document's file is replaced in its folder"),
                @OpenApiResponse(status = "422", description = "the file cannot be read"),
                @OpenApiResponse(status = "429", description = "too many at once; Retry-After says")
            })
    private void addVersion(Context ctx)
            throws IOException, InterruptedException, ServletException {
        Document document = document(documents, ctx);
        if (!DocumentFiles.ours(document.location())) {
            throw new Problem(
                    409,
                    "kept-by-hand",
                    "The document is kept by hand",
                    "This document is a file in the server's folder of documents.",
                    "Replace the file there and restart the server.");
        }
        take(ctx, (name, bytes) -> documents.upload(document.documentId(), name, bytes));
    }

    @FunctionalInterface
    private interface Taking {
        Document take(String name, byte[] bytes) throws IOException, InterruptedException;
    }

    private void take(Context ctx, Taking taking)
            throws IOException, InterruptedException, ServletException {
        checkSize(ctx.req().getContentLengthLong() - FORM_BYTES);
        if (!ctx.isMultipartFormData()) {
            throw noFile();
        }
        try {
            UploadedFile file = ctx.uploadedFile("file");
            if (file == null) {
                throw noFile();
            }
            checkSize(file.size());
            ctx.status(201).json(DocumentView.of(take(ctx, file, taking), documents));
        } catch (UnreadableDocument e) {
            throw new Problem(
                    422,
                    "unreadable-document",
                    "The document cannot be read",
                    "The document cannot be read: %s.".formatted(e.getMessage()),
                    "Nothing was changed.");
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    e.getMessage() + ".", "Give the file an ending that says what it is.");
        } finally {
            for (Part part : ctx.req().getParts()) {
                part.delete();
            }
        }
    }

    private Document take(Context ctx, UploadedFile file, Taking taking)
            throws IOException, InterruptedException {
        if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            ctx.header("Retry-After", String.valueOf(PATIENCE_SECONDS));
            throw new Problem(
                    429,
                    "too-many-at-once",
                    "Too many documents at once",
                    "%d documents are being read already.".formatted(MOST_AT_ONCE),
                    "Wait until they are in the list, then add this one again.");
        }
        try (InputStream content = file.content()) {
            return taking.take(
                    file.filename(), content.readNBytes(DocumentFolder.LARGEST_BYTES + 1));
        } finally {
            places.release();
        }
    }

    private static void checkSize(long bytes) {
        if (bytes > DocumentFolder.LARGEST_BYTES) {
            int megabytes = DocumentFolder.LARGEST_BYTES / 1_000_000;
            throw new Problem(
                    413,
                    "document-too-large",
                    "The document is too large",
                    "The document is larger than %d MB.".formatted(megabytes),
                    "Split it, or make its pictures smaller.");
        }
    }

    private static Problem noFile() {
        return Problem.badRequest(
                "A document comes as a form (multipart/form-data) with the field `file`.",
                "Like: curl -F file=@pricing.pdf …");
    }

    @OpenApi(
            path = "/api/documents/{id}",
            methods = HttpMethod.GET,
            summary = "One document with its state and versions",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = DocumentView.class)),
                @OpenApiResponse(status = "404", description = "there is no such document")
            })
    private void show(Context ctx) {
        ctx.json(DocumentView.of(document(documents, ctx), documents));
    }

    /**
     * What is to be different; what is left out stays.
     *
     * @param audience {@code public} or {@code internal}
     * @param expires an ISO date; empty: never
     * @param reviewedBy who has found the current version to be right today
     */
    record Change(String audience, String expires, String reviewedBy) {}

    @OpenApi(
            path = "/api/documents/{id}",
            methods = HttpMethod.PATCH,
            summary = "Says who may read a document, when it expires, or that it was reviewed",
            pathParams = @OpenApiParam(name = "id", required = true),
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = Change.class)),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = DocumentView.class)),
                @OpenApiResponse(status = "400", description = "a value is not right"),
                @OpenApiResponse(status = "404", description = "there is no such document")
            })
    private void change(Context ctx) throws InterruptedException {
        String id = document(documents, ctx).documentId();
        Change wanted =
                JsonBody.read(
                        ctx,
                        Change.class,
                        "Send {\"audience\": \"public\"}, {\"expires\": \"2027-05-31\"} or"
                                + " {\"reviewedBy\": \"Dana Cole\"}.");
        Optional<Audience> audience =
                Optional.ofNullable(wanted.audience()).map(DocumentRoutes::audience);
        boolean datesIt = wanted.expires() != null;
        Optional<LocalDate> expires = datesIt ? day(wanted.expires()) : Optional.empty();
        Optional<String> by = Optional.ofNullable(wanted.reviewedBy()).map(DocumentRoutes::name);
        Document changed =
                documents.change(
                        id,
                        now -> {
                            Document next = audience.map(now::with).orElse(now);
                            Document dated = datesIt ? next.expiring(expires) : next;
                            return by.map(who -> dated.reviewed(documents.today(), who))
                                    .orElse(dated);
                        });
        ctx.json(DocumentView.of(changed, documents));
    }

    private static Audience audience(String id) {
        try {
            return Label.parse(Audience.class, id);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The audience is not right: %s.".formatted(e.getMessage()),
                    "Use public or internal.");
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw Problem.badRequest(
                    "'%s' is no date.".formatted(text),
                    "Write it like 2027-05-31, or leave it empty.");
        }
    }

    private static String name(String text) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.badRequest(
                    "Nobody is said to have reviewed it.",
                    "Give a name of 1 to %d characters.".formatted(LONGEST_NAME));
        }
        return name;
    }

    @OpenApi(
            path = "/api/documents/{id}",
            methods = HttpMethod.DELETE,
            summary = "Removes a document with all its versions",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(status = "204"),
                @OpenApiResponse(status = "404", description = "there is no such document")
            })
    private void remove(Context ctx) throws IOException, InterruptedException {
        documents.remove(document(documents, ctx).documentId());
        ctx.status(204);
    }

    static Document document(Documents documents, Context ctx) {
        return documents.get(ctx.pathParam("id")).orElseThrow(DocumentRoutes::none);
    }

    static Problem none() {
        return new Problem(
                404,
                "no-such-document",
                "No such document",
                "There is no such document, version or passage; perhaps it was removed.",
                "Look for it in the list of documents.");
    }
}
