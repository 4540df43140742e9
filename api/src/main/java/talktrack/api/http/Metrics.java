package talktrack.api.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import talktrack.api.calls.Call;
import talktrack.api.calls.CallRegistry;
import talktrack.api.calls.CallStatus;
import talktrack.api.index.Indexer;
import talktrack.models.labels.FailureKind;

/** {@code /metrics} for Prometheus: the process, requests by path pattern, the index, the calls. */
final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();

    Metrics(CallRegistry calls, Indexer indexer) {
        collector.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        FunctionCounter.builder("talktrack.indexed.records", indexer, Indexer::indexedRecords)
                .description("records that went into an index since the start")
                .register(registry);
        FunctionCounter.builder("talktrack.unreadable.records", indexer, Indexer::unreadableRecords)
                .description("records that no index could take")
                .register(registry);
        Gauge.builder("talktrack.indexer.lag", indexer, Indexer::lag)
                .description("records that are not in an index yet")
                .register(registry);
        for (CallStatus status : CallStatus.values()) {
            Gauge.builder("talktrack.calls", calls, all -> count(all, status))
                    .description("calls by status")
                    .tag("status", status.id())
                    .register(registry);
        }
        for (FailureKind kind : FailureKind.values()) {
            Gauge.builder("talktrack.calls.failed", calls, all -> failed(all, kind))
                    .description("calls that could not be read, by reason")
                    .tag("reason", kind.id())
                    .register(registry);
        }
        Gauge.builder("talktrack.ingest.real.time.factor", calls, Metrics::realTimeFactor)
                .description(
                        "seconds from start to end of a reading per second of sound, over all recordings whose newest revision was heard")
                .register(registry);
    }

    void addTo(JavalinConfig config) {
        config.routes.get("/metrics", this::send);
        config.requestLogger.http(this::measure);
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }

    private void send(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    /** By path pattern, never by path: ids would make endless series. */
    private void measure(Context ctx, float milliseconds) {
        Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        Timer.builder("http.server.requests")
                .tag("method", ctx.method().toString())
                .tag("path", endpoint == null ? "none" : endpoint.path)
                .tag("status", String.valueOf(ctx.statusCode()))
                .register(registry)
                .record(Duration.ofNanos((long) (milliseconds * 1_000_000)));
    }

    private static long failed(CallRegistry calls, FailureKind kind) {
        return calls.calls().stream()
                .filter(call -> call.failed().filter(end -> end.kind() == kind).isPresent())
                .count();
    }

    /** Not a number while no recording was read. */
    private static double realTimeFactor(CallRegistry calls) {
        double sound = 0;
        double reading = 0;
        for (Call call : calls.calls()) {
            if (call.transcribed().isPresent()
                    && call.transcribed().get().readSeconds().isPresent()) {
                reading += call.transcribed().get().readSeconds().getAsDouble();
                sound += call.transcribed().get().durationSeconds().orElse(0);
            }
        }
        return reading / sound;
    }

    private static long count(CallRegistry calls, CallStatus status) {
        return calls.calls().stream().filter(call -> call.status() == status).count();
    }
}
