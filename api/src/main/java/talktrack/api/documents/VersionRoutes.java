package talktrack.api.documents;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import talktrack.api.documents.sandbox.UnreadableDocument;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.models.events.Document;

/** What a version of a document says, so that a citation can be opened. */
final class VersionRoutes implements Routes {

    private final Documents documents;

    VersionRoutes(Documents documents) {
        this.documents = documents;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/documents/{id}/versions/{version}", this::download);
        routes.get("/api/documents/{id}/versions/{version}/passages", this::passages);
        routes.get("/api/documents/{id}/versions/{version}/passages/{number}", this::passage);
    }

    /**
     * @param heading the headings above it, outermost first, joined by {@code " > "}
     * @param page of a PDF file, or slide
     */
    record PassageView(int number, String heading, String text, Optional<Integer> page) {
        static PassageView of(Passage passage) {
            return new PassageView(
                    passage.number(), passage.heading(), passage.text(), passage.page());
        }
    }

    /**
     * @param current the version that answers rest on today
     */
    record Text(String id, String name, int version, int current, List<PassageView> passages) {}

    @OpenApi(
            path = "/api/documents/{id}/versions/{version}",
            methods = HttpMethod.GET,
            summary = "The bytes of a version, as they were handed in",
            pathParams = {
                @OpenApiParam(name = "id", required = true),
                @OpenApiParam(name = "version", type = Integer.class, required = true)
            },
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(mimeType = "application/octet-stream")),
                @OpenApiResponse(status = "404", description = "there is no such version")
            })
    private void download(Context ctx) throws IOException {
        Document.Version version = version(ctx);
        String name = version.location().substring(version.location().lastIndexOf('/') + 1);
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        ctx.contentType("application/octet-stream")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .result(documents.bytes(version));
    }

    @OpenApi(
            path = "/api/documents/{id}/versions/{version}/passages",
            methods = HttpMethod.GET,
            summary = "All that a version says, passage by passage",
            pathParams = {
                @OpenApiParam(name = "id", required = true),
                @OpenApiParam(name = "version", type = Integer.class, required = true)
            },
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Text.class)),
                @OpenApiResponse(status = "404", description = "there is no such version"),
                @OpenApiResponse(status = "422", description = "the version cannot be read")
            })
    private void passages(Context ctx) throws IOException {
        Document document = DocumentRoutes.document(documents, ctx);
        ctx.json(
                new Text(
                        document.documentId(),
                        document.name(),
                        version(ctx).number(),
                        document.version(),
                        all(ctx).stream().map(PassageView::of).toList()));
    }

    @OpenApi(
            path = "/api/documents/{id}/versions/{version}/passages/{number}",
            methods = HttpMethod.GET,
            summary = "One passage of a version",
            pathParams = {
                @OpenApiParam(name = "id", required = true),
                @OpenApiParam(name = "version", type = Integer.class, required = true),
                @OpenApiParam(name = "number", type = Integer.class, required = true)
            },
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = PassageView.class)),
                @OpenApiResponse(status = "404", description = "there is no such passage")
            })
    private void passage(Context ctx) throws IOException {
        ctx.json(
                all(ctx).stream()
                        .filter(one -> ctx.pathParam("number").equals("" + one.number()))
                        .map(PassageView::of)
                        .findFirst()
                        .orElseThrow(DocumentRoutes::none));
    }

    private List<Passage> all(Context ctx) throws IOException {
        try {
            return documents.passages(version(ctx));
        } catch (UnreadableDocument e) {
            throw new Problem(
                    422,
                    "unreadable-document",
                    "The document cannot be read",
                    "The document cannot be read: %s.".formatted(e.getMessage()),
                    "Download the file instead.");
        }
    }

    private Document.Version version(Context ctx) {
        return DocumentRoutes.document(documents, ctx).versions().stream()
                .filter(one -> ctx.pathParam("version").equals("" + one.number()))
                .findFirst()
                .orElseThrow(DocumentRoutes::none);
    }
}
