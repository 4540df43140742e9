package talktrack.api.status;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator wants to know of Kafka. */
public final class KafkaHealth implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaHealth.class);
    private static final long LIMIT_SECONDS = 5;

    private final Admin admin;

    public KafkaHealth(String bootstrapServers) {
        admin =
                Admin.create(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "default.api.timeout.ms", "5000",
                                "request.timeout.ms", "5000"));
    }

    /** Whether a broker answers. */
    public boolean answers() {
        try {
            return !admin.describeCluster().nodes().get(LIMIT_SECONDS, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("kafka does not answer", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Records that each consumer group has not read yet; empty while Kafka does not answer. */
    public Map<String, Long> lag() {
        try {
            Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
            for (GroupListing group :
                    admin.listGroups().all().get(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                groups.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
            }
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                    admin.listConsumerGroupOffsets(groups)
                            .all()
                            .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            committed
                    .values()
                    .forEach(
                            offsets ->
                                    offsets.keySet()
                                            .forEach(p -> wanted.put(p, OffsetSpec.latest())));
            var ends = admin.listOffsets(wanted).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            Map<String, Long> lag = new TreeMap<>();
            committed.forEach(
                    (group, offsets) ->
                            lag.put(
                                    group,
                                    offsets.entrySet().stream()
                                            .filter(e -> e.getValue() != null)
                                            .mapToLong(
                                                    e ->
                                                            Math.max(
                                                                    0,
                                                                    ends.get(e.getKey()).offset()
                                                                            - e.getValue()
                                                                                    .offset()))
                                            .sum()));
            return lag;
        } catch (ExecutionException | TimeoutException e) {
            log.warn("kafka does not tell its consumers' lag cause={}", e.getMessage());
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
