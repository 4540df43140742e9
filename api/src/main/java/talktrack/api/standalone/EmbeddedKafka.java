package talktrack.api.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import talktrack.models.events.Topics;

/**
 * A one-node KRaft Kafka inside this process: loopback only, data under one folder, all topics of
 * the catalogue created. No authentication of its own: it suits a machine with one trusted user.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts the broker on free ports and returns when it answers. */
    public static EmbeddedKafka start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = Ports.free();
        Properties properties = properties(folder, port, Ports.free());
        format(folder);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        EmbeddedKafka kafka = new EmbeddedKafka(server, "127.0.0.1:" + port);
        try {
            server.startup();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers))) {
                Topics.create(admin, (short) 1);
            }
            return kafka;
        } catch (RuntimeException | InterruptedException e) {
            kafka.close();
            throw e;
        }
    }

    /** Host and port for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties properties(Path folder, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(
                Map.of(
                        "process.roles", "broker,controller",
                        "node.id", "1",
                        "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                        "listeners",
                                "PLAINTEXT://127.0.0.1:"
                                        + port
                                        + ",CONTROLLER://127.0.0.1:"
                                        + controllerPort,
                        "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port,
                        "controller.listener.names", "CONTROLLER",
                        "inter.broker.listener.name", "PLAINTEXT",
                        "listener.security.protocol.map",
                                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
                        "log.dirs", folder.toString(),
                        "auto.create.topics.enable", "false"));
        // One node: one replica of everything, and few partitions, which keeps start-up and memory
        // low.
        properties.putAll(
                Map.of(
                        "offsets.topic.replication.factor", "1",
                        "offsets.topic.num.partitions", "4",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1",
                        "transaction.state.log.num.partitions", "4",
                        "share.coordinator.state.topic.replication.factor", "1",
                        "share.coordinator.state.topic.min.isr", "1",
                        "share.coordinator.state.topic.num.partitions", "1",
                        "default.replication.factor", "1",
                        "min.insync.replicas", "1"));
        properties.putAll(
                Map.of(
                        "group.initial.rebalance.delay.ms", "0",
                        "num.network.threads", "2",
                        "num.io.threads", "2",
                        "background.threads", "2",
                        "message.max.bytes", String.valueOf(Topics.MOST_RECORD_BYTES),
                        "log.cleaner.dedupe.buffer.size", "4194304", // 128 MB of heap by default
                        "log.segment.bytes", String.valueOf(64 << 20),
                        "log.index.size.max.bytes", String.valueOf(1 << 20),
                        // After a kill -9 the next start waits for the old broker's session to end.
                        "broker.session.timeout.ms", "2000",
                        "broker.heartbeat.interval.ms", "500"));
        return properties;
    }

    /** Does what kafka-storage.sh format does; nothing when the folder is formatted already. */
    private static void format(Path folder) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(
                            new PrintStream(
                                    OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(1)
                    .setClusterId(clusterId(folder))
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .setDirectories(List.of(folder.toString()))
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // the formatter declares no less
            throw new IOException(
                    "Kafka's folder %s cannot be prepared: %s".formatted(folder, e.getMessage()),
                    e);
        }
    }

    /** A formatted folder refuses any other cluster id. */
    private static String clusterId(Path folder) throws IOException {
        Path stored = folder.resolve("meta.properties");
        if (!Files.exists(stored)) {
            return Uuid.randomUuid().toString();
        }
        Properties meta = new Properties();
        try (InputStream in = Files.newInputStream(stored)) {
            meta.load(in);
        }
        return meta.getProperty("cluster.id");
    }
}
