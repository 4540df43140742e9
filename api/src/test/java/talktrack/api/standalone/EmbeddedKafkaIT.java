package talktrack.api.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.models.events.Person;
import talktrack.models.events.Topics;

class EmbeddedKafkaIT {

    @Test
    void recordsOutliveARestartOnOtherPorts(@TempDir Path folder) throws Exception {
        Person ann = new Person("ann", "Ann", "default", "Default", false);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder);
                var producer =
                        new KafkaProducer<>(
                                Map.<String, Object>of(
                                        "bootstrap.servers", kafka.bootstrapServers()),
                                new StringSerializer(),
                                new ByteArraySerializer())) {
            producer.send(Topics.PEOPLE.record(ann.repId(), ann)).get();
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder);
                var consumer =
                        new KafkaConsumer<>(
                                Map.<String, Object>of(
                                        "bootstrap.servers", kafka.bootstrapServers()),
                                new StringDeserializer(),
                                new ByteArrayDeserializer())) {
            var partition = new TopicPartition(Topics.PEOPLE.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = consumer.poll(Duration.ofSeconds(30));
            assertThat(records.count()).isEqualTo(1);
            assertThat(Topics.PEOPLE.read(records.iterator().next().value())).isEqualTo(ann);
        }
    }
}
