package talktrack.ingest.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import talktrack.models.events.Topics;
import talktrack.models.events.Utterance;

/** Writes a finished call: all or nothing, together with the offset that says it is done. */
final class CallWriter implements AutoCloseable {

    private final Producer<String, byte[]> producer;

    /** Aborts what a killed process of the same instance left open, and fences it off. */
    CallWriter(Producer<String, byte[]> producer) {
        this.producer = producer;
        producer.initTransactions();
    }

    /**
     * One short transaction.
     *
     * @param offsets of the request's partition; when it belongs to another worker by now, the
     *     transaction fails and nothing is written
     * @throws RecordTooLargeException when Kafka takes no record of such a size; nothing is
     *     written, and the next call can be
     */
    void write(
            Outcome outcome,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata group)
            throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        producer.beginTransaction();
        try {
            for (Utterance utterance : outcome.utterances()) {
                sent.add(
                        producer.send(
                                Topics.UTTERANCES.record(utterance.utteranceId(), utterance)));
            }
            sent.add(
                    producer.send(
                            Topics.TRANSCRIPTS.record(outcome.work().callId(), outcome.end())));
            producer.sendOffsetsToTransaction(offsets, group);
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
            producer.commitTransaction();
        } catch (ExecutionException e) {
            producer.abortTransaction();
            throw tooLarge(sent)
                    .orElseGet(
                            () ->
                                    new KafkaException(
                                            "a finished call could not be written", e.getCause()));
        } catch (ProducerFencedException e) {
            throw e; // another process of this instance is at work: nothing to abort
        } catch (KafkaException e) {
            producer.abortTransaction();
            throw tooLarge(sent).orElse(e);
        }
    }

    /**
     * Whether one of the records was. The failure of the transaction itself does not say so for
     * sure: it may name a record that was only sent after the large one.
     */
    private static Optional<KafkaException> tooLarge(List<Future<RecordMetadata>> sent) {
        return sent.stream()
                .filter(record -> record.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .filter(RecordTooLargeException.class::isInstance)
                .map(KafkaException.class::cast)
                .findFirst();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
