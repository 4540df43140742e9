package talktrack.api.chat;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.http.Problem;
import talktrack.api.index.IndexUnavailable;

/**
 * An answer as server-sent events: {@code token} for each piece as soon as it may be shown, {@code
 * withdrawn} when what was said so far is not the answer, {@code citations}, and {@code done} with
 * the whole reply; or {@code problem}. Whoever goes away ends the answering.
 */
final class AnswerStream {

    private static final Logger log = LoggerFactory.getLogger(AnswerStream.class);

    /** Only sending tells that somebody has gone. */
    private static final long HEARTBEAT_SECONDS = 1;

    private AnswerStream() {}

    record Token(String text) {}

    record ProblemEvent(String type, String title, int status, String detail, String action) {
        static ProblemEvent of(Problem problem) {
            return new ProblemEvent(
                    "urn:talktrack:problem:" + problem.type(),
                    problem.title(),
                    problem.status(),
                    problem.getMessage(),
                    problem.action());
        }
    }

    private record Event(String name, Object data) {
        boolean last() {
            return name.equals("done") || name.equals("problem");
        }
    }

    /** Whether the client wants events. */
    static boolean wanted(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    /**
     * Answers in events, after the handler has returned.
     *
     * @param work is handed where to say the answer piece by piece, and is interrupted when nobody
     *     listens any more
     * @param done runs when all is said, the client has gone or never was handed out
     */
    static void send(Context ctx, Function<Listener, Reply> work, Runnable done) {
        AtomicBoolean handedOver = new AtomicBoolean();
        try {
            new SseHandler(
                            client -> {
                                client.keepAlive();
                                Thread.ofVirtual()
                                        .name("answer-events")
                                        .start(() -> run(client, work, done));
                                handedOver.set(true);
                            })
                    .handle(ctx);
        } catch (Throwable e) { // also what is thrown without being declared
            if (!handedOver.get()) {
                done.run();
            }
            throw e;
        }
    }

    private static void run(SseClient client, Function<Listener, Reply> work, Runnable done) {
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        Thread worker = Thread.ofVirtual().name("answer").start(() -> answer(client, work, events));
        try {
            client.sendComment("talktrack");
            while (!client.terminated()) {
                Event event = events.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    client.sendComment("still here");
                } else {
                    client.sendEvent(event.name(), event.data());
                    if (event.last()) {
                        return;
                    }
                }
            }
            log.info("the asker went away, the answer is given up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            worker.interrupt();
            done.run();
            client.close();
        }
    }

    private static void answer(
            SseClient client, Function<Listener, Reply> work, BlockingQueue<Event> events) {
        try {
            Reply reply = work.apply(new Into(client, events));
            events.add(new Event("citations", reply.citations()));
            events.add(new Event("done", reply));
        } catch (CancellationException e) {
            log.debug("given up", e);
        } catch (Throwable e) { // an error too must end the waiting
            if (client.terminated() && e instanceof RuntimeException) {
                log.debug("given up", e);
                return;
            }
            events.add(new Event("problem", ProblemEvent.of(problem(e))));
        }
    }

    private record Into(SseClient client, BlockingQueue<Event> events) implements Listener {

        @Override
        public void said(String piece) {
            add(new Event("token", new Token(piece)));
        }

        @Override
        public void withdrawn() {
            add(new Event("withdrawn", Map.of()));
        }

        private void add(Event event) {
            if (client.terminated() || Thread.interrupted()) {
                throw new CancellationException("nobody listens");
            }
            events.add(event);
        }
    }

    private static Problem problem(Throwable e) {
        return switch (e) {
            case Problem known -> known;
            case IndexUnavailable away -> {
                log.warn("elasticsearch is away cause={}", away.getMessage());
                yield Problem.unavailable(
                        "The search server (Elasticsearch) does not answer; nothing is lost.",
                        away);
            }
            default -> {
                log.error("answering failed", e);
                yield new Problem(
                        500,
                        "internal",
                        "Something went wrong in the server",
                        "This should not happen; the server's log has the cause.",
                        "Try again.");
            }
        };
    }
}
