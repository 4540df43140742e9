package talktrack.api.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import talktrack.models.events.Json;

/** What Jetty refuses before Javalin sees it, such as a broken request line. */
final class PlainErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        byte[] body =
                Json.bytes(
                        new ProblemAnswers.Document(
                                "urn:talktrack:problem:http-" + status,
                                "The request cannot be read",
                                status,
                                "The server could not make sense of the request.",
                                "Check the address and the headers.",
                                request.getHttpURI().getPath() == null
                                        ? "/"
                                        : request.getHttpURI().getPath()));
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "application/problem+json")
                .put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
