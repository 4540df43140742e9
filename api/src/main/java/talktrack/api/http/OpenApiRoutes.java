package talktrack.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import talktrack.models.events.Json;

/** {@code /openapi.json}: made by the annotation processor, named and secured here. */
final class OpenApiRoutes implements Routes {

    private static final String GENERATED = "/openapi-plugin/openapi-default.json";

    private final byte[] document;

    OpenApiRoutes(String version) {
        try (InputStream generated = OpenApiRoutes.class.getResourceAsStream(GENERATED)) {
            if (generated == null) {
                throw new IllegalStateException(
                        "Bug: built without the OpenAPI annotation processor");
            }
            document =
                    Json.bytes(complete((ObjectNode) Json.mapper().readTree(generated), version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/openapi.json", this::send);
    }

    private void send(Context ctx) {
        ctx.contentType("application/json").result(document);
    }

    private static ObjectNode complete(ObjectNode document, String version) {
        document.set(
                "info",
                node(
                        Map.of(
                                "title",
                                "Talktrack",
                                "version",
                                version,
                                "description",
                                "Conversation analytics for sales calls. Errors are RFC"
                                        + " 9457 problem documents with an extra `action`.")));
        document.set(
                "security",
                node(
                        new Object[] {
                            Map.of("token", new String[0]), Map.of("cookie", new String[0])
                        }));
        document.withObject("/components/securitySchemes")
                .<ObjectNode>set("token", node(Map.of("type", "http", "scheme", "bearer")))
                .set(
                        "cookie",
                        node(Map.of("type", "apiKey", "in", "cookie", "name", LoginRoutes.COOKIE)));
        return document;
    }

    private static JsonNode node(Object value) {
        return Json.mapper().valueToTree(value);
    }
}
