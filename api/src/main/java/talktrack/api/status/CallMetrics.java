package talktrack.api.status;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import talktrack.api.calls.Call;
import talktrack.api.calls.CallRegistry;
import talktrack.api.calls.CallStatus;
import talktrack.api.index.Indexer;
import talktrack.models.labels.FailureKind;

/** What {@code /metrics} tells of the index and the calls. */
public final class CallMetrics implements MeterBinder {

    private final CallRegistry calls;
    private final Indexer indexer;

    public CallMetrics(CallRegistry calls, Indexer indexer) {
        this.calls = calls;
        this.indexer = indexer;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
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
        Gauge.builder("talktrack.ingest.real.time.factor", calls, CallMetrics::realTimeFactor)
                .description(
                        "seconds from start to end of a reading per second of sound, over all recordings whose newest revision was heard")
                .register(registry);
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
