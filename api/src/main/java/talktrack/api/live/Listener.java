package talktrack.api.live;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One open page: a queue of its own, so that a slow one holds nobody up. */
final class Listener {

    /** Also how a page that is gone gets noticed: only sending tells. */
    private static final long HEARTBEAT_SECONDS = 15;

    private static final int MOST_WAITING = 1_000;

    private static final LiveRoutes.Event END = new LiveRoutes.Event("end", "");

    private final SseClient client;
    private final BlockingQueue<LiveRoutes.Event> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

    Listener(SseClient client) {
        this.client = client;
    }

    /** Whether there was room for it. */
    boolean offer(LiveRoutes.Event event) {
        return waiting.offer(event);
    }

    /** Sends until the page is gone or the server closes. */
    void run(Runnable gone) {
        try {
            client.sendComment("talktrack");
            while (!client.terminated()) {
                LiveRoutes.Event event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    client.sendComment("still here");
                } else if (event.equals(END)) {
                    return;
                } else {
                    client.sendEvent(event.name(), event.data());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            gone.run();
            client.close();
        }
    }

    void close() {
        do {
            waiting.clear(); // whoever closes does not wait for what was still to be said
        } while (!waiting.offer(END));
    }
}
