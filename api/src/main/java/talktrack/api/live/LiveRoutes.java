package talktrack.api.live;

import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiResponse;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.calls.Call;
import talktrack.api.calls.CallRegistry;
import talktrack.api.calls.CallStatus;
import talktrack.api.http.Routes;
import talktrack.models.events.CallProgress;
import talktrack.models.events.RepWeek;

/** {@code /api/events}: how calls come along, as it happens. */
public final class LiveRoutes implements Routes, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LiveRoutes.class);

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final CallRegistry registry;

    public LiveRoutes(CallRegistry registry) {
        this.registry = registry;
        registry.listen(this::changed);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.sse("/api/events", this::listen);
    }

    /** A call, or something that is shown with it, can be read anew. */
    public void changed(Call call) {
        publish(new Event("call", CallChange.of(call)));
    }

    /** A rep's week has changed in the heatmaps, which can be read again now. */
    public void changed(RepWeek week) {
        publish(new Event("rep-week", new WeekChange(week.key(), week.repId(), week.week())));
    }

    /** Ends all streams; browsers try again by themselves. */
    @Override
    public void close() {
        listeners.forEach(Listener::close);
    }

    /** One event of the stream. */
    record Event(String name, Object data) {}

    /** Data of the event {@code call}. */
    record CallChange(
            String id,
            CallStatus status,
            Optional<CallProgress.Stage> stage,
            OptionalDouble doneSeconds,
            OptionalDouble totalSeconds,
            OptionalDouble remainingSeconds,
            String repId,
            String repName) {

        static CallChange of(Call call) {
            Optional<CallProgress> progress =
                    call.end().isPresent() ? Optional.empty() : call.progress();
            return new CallChange(
                    call.id(),
                    call.status(),
                    progress.map(CallProgress::stage),
                    progress.map(p -> OptionalDouble.of(p.doneSeconds()))
                            .orElse(OptionalDouble.empty()),
                    progress.map(p -> OptionalDouble.of(p.totalSeconds()))
                            .orElse(OptionalDouble.empty()),
                    progress.map(CallProgress::remainingSeconds).orElse(OptionalDouble.empty()),
                    call.details().repId(),
                    call.details().repName());
        }
    }

    /** Data of the event {@code rep-week}. */
    record WeekChange(String id, String repId, String week) {}

    @OpenApi(
            path = "/api/events",
            methods = HttpMethod.GET,
            summary =
                    "Server-sent events: `call` when a call comes along (at first all that are in"
                            + " work), `rep-week` when a heatmap has changed",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content =
                                    @OpenApiContent(
                                            mimeType = "text/event-stream",
                                            type = "string")))
    private void listen(SseClient client) {
        Listener listener = new Listener(client);
        listeners.add(listener);
        client.onClose(() -> listeners.remove(listener));
        client.keepAlive();
        registry.calls().stream()
                .filter(call -> call.status() != CallStatus.ANALYSED)
                .filter(call -> call.status() != CallStatus.FAILED)
                .forEach(call -> listener.offer(new Event("call", CallChange.of(call))));
        Thread.ofVirtual()
                .name("events")
                .start(() -> listener.run(() -> listeners.remove(listener)));
    }

    private void publish(Event event) {
        for (Listener listener : listeners) {
            if (!listener.offer(event)) {
                log.info("a page was too slow for its events and has to connect again");
                listener.close();
            }
        }
    }
}
