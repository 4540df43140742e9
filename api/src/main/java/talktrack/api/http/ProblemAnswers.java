package talktrack.api.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.index.IndexUnavailable;
import talktrack.ingest.store.StoreUnreachable;
import talktrack.models.events.Json;

/** Every error becomes one RFC 9457 problem document; for a person in a browser, a small page. */
final class ProblemAnswers {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    private ProblemAnswers() {}

    /** The document. */
    record Document(
            String type, String title, int status, String detail, String action, String instance) {}

    static void addTo(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, ctx) -> answer(ctx, problem));
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, known(e, ctx)));
        routes.exception(IndexUnavailable.class, (e, ctx) -> answer(ctx, away(e)));
        routes.exception(StoreUnreachable.class, (e, ctx) -> answer(ctx, away(e)));
        routes.exception(
                InterruptedException.class,
                (e, ctx) -> {
                    Thread.currentThread().interrupt();
                    answer(ctx, Problem.unavailable("The server is closing.", e));
                });
        routes.exception(Exception.class, ProblemAnswers::unexpected);
    }

    private static Problem away(IndexUnavailable e) {
        log.warn("elasticsearch is away cause={}", e.getMessage());
        return Problem.unavailable(
                "The search server (Elasticsearch) does not answer; nothing is lost.", e);
    }

    private static Problem away(StoreUnreachable e) {
        log.warn("the recording store is away cause={}", e.getMessage());
        return Problem.unavailable(e.getMessage(), e);
    }

    private static void unexpected(Exception e, Context ctx) {
        if (isBadForm(e)) {
            answer(ctx, badForm(e));
        } else if (causedBy(e, EofException.class)) {
            log.debug("client went away path={}", ctx.path(), e);
        } else {
            log.error("request failed method={} path={}", ctx.method(), ctx.path(), e);
            answer(
                    ctx,
                    new Problem(
                            500,
                            "internal",
                            "Something went wrong in the server",
                            "This should not happen; the server's log has the cause.",
                            "Try again; if it stays, report it with the log's lines of this"
                                    + " moment."));
        }
    }

    /** Jetty throws the same for a form that is too large and for one that is broken. */
    private static boolean isBadForm(Exception e) {
        return causedBy(e, HttpException.class)
                || ((e instanceof IOException || e instanceof IllegalStateException)
                        && messages(e).contains("multipart"));
    }

    private static Problem badForm(Exception e) {
        String messages = messages(e);
        if (messages.contains("exceed") || messages.contains("too large")) {
            return new Problem(
                    413,
                    "too-large",
                    "The request is too large",
                    "What was sent is larger than this server accepts.",
                    "Export the recording in a compressed format such as MP3 or M4A, or raise"
                            + " max-upload-bytes in talktrack.yaml.");
        }
        return Problem.badRequest(
                "The form that was sent is broken or ends too early.", "Send it again.");
    }

    private static String messages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            all.append(t.getMessage()).append('\n');
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean causedBy(Throwable failure, Class<?> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static Problem known(HttpResponseException e, Context ctx) {
        return switch (e.getStatus()) {
            case 404 ->
                    new Problem(
                            404,
                            "not-found",
                            "Nothing here",
                            "This server has nothing at %s.".formatted(ctx.path()),
                            "/openapi.json lists every path.");
            case 405 ->
                    new Problem(
                            405,
                            "method",
                            "Not with this method",
                            "%s does not answer to %s.".formatted(ctx.path(), ctx.method()),
                            "/openapi.json lists every path and its methods.");
            case 413 ->
                    new Problem(
                            413,
                            "too-large",
                            "The request is too large",
                            "The body is larger than this path accepts.",
                            "Send less at a time.");
            default ->
                    new Problem(
                            e.getStatus(),
                            "http-" + e.getStatus(),
                            "The request cannot be answered",
                            String.valueOf(e.getMessage()),
                            "/openapi.json has the form of every request.");
        };
    }

    static void answer(Context ctx, Problem problem) {
        if (ctx.res().isCommitted()) {
            return; // the answer has begun: its end tells the client
        }
        ctx.status(problem.status());
        if (leavesBodyUnread(ctx)) {
            ctx.header("Connection", "close");
        }
        if (problem.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        String accept = ctx.header("Accept");
        if (accept != null && accept.contains("text/html") && !ctx.path().startsWith("/api/")) {
            ctx.html(
                    switch (problem.status()) {
                        case 401 -> WebPage.named("signin");
                        case 404 -> WebPage.named("missing");
                        default -> ProblemPage.of(problem);
                    });
            return;
        }
        ctx.contentType("application/problem+json")
                .result(
                        Json.bytes(
                                new Document(
                                        "urn:talktrack:problem:" + problem.type(),
                                        problem.title(),
                                        problem.status(),
                                        problem.getMessage(),
                                        problem.action(),
                                        ctx.path())));
    }

    /**
     * Jetty ends a connection when a request's body was not read to its end, and does not always
     * say so: the client would send its next request into a connection that is about to end.
     */
    private static boolean leavesBodyUnread(Context ctx) {
        HttpServletRequest request = ctx.req();
        if (request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
            return false;
        }
        try {
            return !request.getInputStream().isFinished();
        } catch (IOException e) {
            log.debug("body cannot be read path={}", ctx.path(), e);
            return true;
        }
    }
}
