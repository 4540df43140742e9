package talktrack.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import talktrack.api.Config;
import talktrack.api.calls.CallRegistry;
import talktrack.api.cases.CaseLibrary;
import talktrack.api.documents.Documents;
import talktrack.api.index.ElasticIndex;
import talktrack.api.llm.LanguageModel;
import talktrack.api.standalone.ApiServer;
import talktrack.api.standalone.EmbeddedElasticsearch;
import talktrack.api.standalone.EmbeddedKafka;
import talktrack.api.standalone.Features;
import talktrack.api.talktracks.TalkTrackLibrary;
import talktrack.models.events.Json;
import talktrack.models.labels.VoiceEmotion;

/** The API with a real Kafka and a real Elasticsearch; ingest and analysis are played by tests. */
public final class TestServer implements AutoCloseable {

    public static final long MAX_UPLOAD_BYTES = 4L << 20;

    /** No language model. */
    public static final Config.Llm NO_MODEL =
            new Config.Llm(
                    Config.Llm.Provider.NONE,
                    URI.create("http://127.0.0.1:1"),
                    "",
                    "",
                    false,
                    Duration.ofSeconds(1),
                    0,
                    new Config.Llm.Limits(0, 0, 0, 0, 0, 0),
                    false);

    private final Path data;
    private final EmbeddedKafka kafka;
    private final EmbeddedElasticsearch elasticsearch;
    private final KafkaProducer<String, byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Features.Settings settings;
    private final Config.Widget widget;
    private Config.Llm llm = NO_MODEL;
    private ElasticIndex index;
    private Features features;
    private ApiServer api;

    public TestServer(Path temporary) throws IOException, InterruptedException {
        this(temporary, Features.Settings.USUAL, Config.Widget.NONE);
    }

    public TestServer(Path temporary, Features.Settings settings, Config.Widget widget)
            throws IOException, InterruptedException {
        this.settings = settings;
        this.widget = widget;
        // JUnit's folders are closed to Elasticsearch's own user, which runs when we are root.
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        data = Files.createDirectories(temporary.resolve("data"));
        kafka = EmbeddedKafka.start(data.resolve("kafka"));
        try {
            elasticsearch = EmbeddedElasticsearch.start(data.resolve("elasticsearch"));
        } catch (IOException e) {
            kafka.close(); // else it ends the whole JVM when JUnit removes its folder
            throw e;
        }
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer());
        startApi();
    }

    /** Closes the API and starts it again on what Kafka and Elasticsearch hold. */
    public void restartApi() throws IOException, InterruptedException {
        closeApi();
        startApi();
    }

    /** The same, and from then on with this language model. */
    public void restartApi(Config.Llm model) throws IOException, InterruptedException {
        llm = model;
        restartApi();
    }

    private void startApi() throws IOException, InterruptedException {
        index = new ElasticIndex(elasticsearch.url());
        CallRegistry registry = new CallRegistry();
        Config config =
                new Config(
                        data,
                        0,
                        ZoneOffset.UTC,
                        MAX_UPLOAD_BYTES,
                        0.7,
                        true,
                        false,
                        VoiceEmotion.OFF,
                        llm,
                        Optional.empty(),
                        Optional.empty(),
                        widget);
        features =
                new Features(
                        config,
                        kafka.bootstrapServers(),
                        index,
                        registry,
                        LanguageModel.of(config, registry::names),
                        settings);
        api = new ApiServer(config, kafka.bootstrapServers(), index, registry, features, List::of);
        features.start();
        api.start();
    }

    private void closeApi() {
        api.close();
        features.close();
        index.close();
    }

    /** Where the inner Kafka answers. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public Path data() {
        return data;
    }

    public ApiServer api() {
        return api;
    }

    public ElasticIndex index() {
        return index;
    }

    public TalkTrackLibrary talkTracks() {
        return features.talkTracks();
    }

    public CaseLibrary cases() {
        return features.cases();
    }

    public Documents documents() {
        return features.documents();
    }

    public String token() throws IOException {
        return Files.readString(data.resolve("token")).strip();
    }

    /** Plays another stage. */
    public void write(ProducerRecord<String, byte[]> record)
            throws InterruptedException, ExecutionException {
        producer.send(record).get();
    }

    public HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(api.url().resolve(path))
                .header("Authorization", "Bearer " + token());
    }

    public HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return Json.mapper().readTree(get(path).body());
    }

    /** Uploads bytes with form fields given as name, value, name, value… */
    public HttpResponse<String> upload(byte[] file, String... fields)
            throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            head.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(boundary, fields[i], fields[i + 1]));
        }
        head.append(
                """
                --%s\r
                Content-Disposition: form-data; name="file"; filename="call.txt"\r
                Content-Type: application/octet-stream\r
                \r
                """
                        .formatted(boundary));
        return send(
                request("/api/recordings")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                HttpRequest.BodyPublishers.concat(
                                        HttpRequest.BodyPublishers.ofString(head.toString()),
                                        HttpRequest.BodyPublishers.ofByteArray(file),
                                        HttpRequest.BodyPublishers.ofString(
                                                "\r\n--" + boundary + "--\r\n"))));
    }

    /** Hands a document in. */
    public HttpResponse<String> document(String path, String name, byte[] file)
            throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(boundary, name);
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                HttpRequest.BodyPublishers.concat(
                                        HttpRequest.BodyPublishers.ofString(head),
                                        HttpRequest.BodyPublishers.ofByteArray(file),
                                        HttpRequest.BodyPublishers.ofString(
                                                "\r\n--" + boundary + "--\r\n"))));
    }

    /** Uploads a short transcript and returns the call's id. */
    public String uploaded(String text, String rep) throws IOException, InterruptedException {
        HttpResponse<String> answer = upload(text.getBytes(StandardCharsets.UTF_8), "rep", rep);
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return Json.mapper().readTree(answer.body()).path("callId").asText();
    }

    /** A condition with a deadline: what comes through Kafka takes its time. */
    @FunctionalInterface
    public interface Condition {
        boolean met() throws Exception;
    }

    public static void await(Condition condition) throws Exception {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(condition::met);
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable part : List.<AutoCloseable>of(this::closeApi, producer, http)) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
        elasticsearch.close();
        kafka.close();
    }
}
