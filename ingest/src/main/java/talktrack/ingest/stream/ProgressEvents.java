package talktrack.ingest.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.Progress;
import talktrack.models.events.CallProgress;
import talktrack.models.events.CallProgress.Stage;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;

/** Tells in Kafka how far calls have come, at most twice a second for each. */
final class ProgressEvents implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ProgressEvents.class);
    private static final long EVERY_NANOS = 500_000_000;

    private final Producer<String, byte[]> producer;
    private final Clock clock;

    ProgressEvents(Producer<String, byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /** For the reading of one call. */
    Progress of(Work work) {
        AtomicLong last = new AtomicLong(System.nanoTime() - EVERY_NANOS);
        RemainingTime remaining = new RemainingTime();
        return (stage, doneSeconds, totalSeconds) -> {
            long before = last.get();
            long now = System.nanoTime();
            if (now - before >= EVERY_NANOS && last.compareAndSet(before, now)) {
                tell(
                        work,
                        stage,
                        doneSeconds,
                        totalSeconds,
                        remaining.seconds(stage, doneSeconds, totalSeconds, now / 1e9));
            }
        };
    }

    /** A stage begins or ends. */
    void tell(Work work, Stage stage, double doneSeconds, double totalSeconds) {
        tell(work, stage, doneSeconds, totalSeconds, OptionalDouble.empty());
    }

    /** A call is through, well or not; told to whoever runs this, too. */
    void ended(Outcome outcome) {
        Work work = outcome.work();
        switch (outcome.end()) {
            case TranscriptEnd.Transcribed end -> {
                double seconds = end.durationSeconds().orElse(0);
                log.info(
                        "transcribed call={} revision={} seconds={} took={} utterances={} model={} cautions={} residentBytes={}",
                        work.callId(),
                        work.revision(),
                        seconds,
                        "%.1f".formatted(outcome.tookSeconds()),
                        end.utteranceCount(),
                        end.model(),
                        end.cautions(),
                        ResidentMemory.bytes());
                tell(work, Stage.DONE, seconds, seconds);
            }
            case TranscriptEnd.CallFailed failed -> {
                log.info(
                        "failed call={} revision={} kind={} took={} cause={}",
                        work.callId(),
                        work.revision(),
                        failed.kind(),
                        "%.1f".formatted(outcome.tookSeconds()),
                        failed.cause());
                tell(work, Stage.FAILED, 0, 0);
            }
        }
    }

    private void tell(
            Work work,
            Stage stage,
            double doneSeconds,
            double totalSeconds,
            OptionalDouble remainingSeconds) {
        CallProgress progress =
                new CallProgress(
                        work.callId(),
                        work.revision(),
                        stage,
                        Math.round(doneSeconds * 10) / 10.0,
                        Math.round(totalSeconds * 10) / 10.0,
                        remainingSeconds,
                        clock.instant());
        try {
            var unused =
                    producer.send(
                            Topics.PROGRESS.record(work.callId(), progress),
                            (sent, failure) -> {
                                if (failure != null) {
                                    log.warn("progress is lost call={}", work.callId(), failure);
                                }
                            });
        } catch (KafkaException e) {
            log.warn("progress is lost call={}", work.callId(), e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
