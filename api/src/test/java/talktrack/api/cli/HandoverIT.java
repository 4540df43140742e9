package talktrack.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.http.TestServer;
import talktrack.api.standalone.DataFolder;
import talktrack.models.events.Json;

/** {@code watch} and {@code import} against a server that runs. */
class HandoverIT {

    @TempDir static Path temporary;
    private static TestServer server;
    private static DataFolder held;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer(temporary);
        held = DataFolder.hold(server.data());
    }

    @AfterAll
    static void stop() throws Exception {
        if (held != null) {
            held.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void theServerIsKnown() throws Exception {
        announce();
    }

    @Test
    void aManifestIsImportedOnceAndItsBadRowsAreTold() throws Exception {
        call("a.vtt", "what happens when an order gets lost");
        call("b.vtt", "that is too expensive");
        Path manifest =
                Files.writeString(
                        folder.resolve("list.csv"),
                        """
                        文件;销售;客户;日期
                        a.vtt;Import Ann;Lake Street Clinic;2026-11-04 10:30
                        b.vtt;Import Bob;;2026-11-05
                        missing.vtt;Import Bob;;2026-11-05
                        """);

        assertThat(run("import", manifest.toString())).as("one is missing").isEqualTo(1);
        assertThat(callsOf("import ann")).isEqualTo(1);
        JsonNode first = only("import ann");
        assertThat(first.path("customer").asText()).isEqualTo("Lake Street Clinic");
        assertThat(first.path("startedAt").asText()).isEqualTo("2026-11-04T10:30:00Z");
        assertThat(callsOf("import bob")).isEqualTo(1);

        call("missing.vtt", "here it is now");
        assertThat(run("import", manifest.toString())).isZero();
        assertThat(callsOf("import ann")).isEqualTo(1);
        assertThat(callsOf("import bob")).isEqualTo(2);
    }

    @Test
    void aDeletedCallDoesNotComeBackByItself() throws Exception {
        call("a.vtt", "this will be deleted");
        String path = folder.toString();
        assertThat(run("import", path, "--rep", "Gone Again")).isZero();
        String id = only("gone again").path("id").asText();
        server.send(server.request("/api/calls/" + id).DELETE());

        assertThat(run("import", path, "--rep", "Gone Again")).isZero();
        assertThat(callsOf("gone again")).isZero();

        assertThat(run("import", path, "--rep", "Gone Again", "--again")).isZero();
        assertThat(callsOf("gone again")).isEqualTo(1);
    }

    @Test
    void aWatchedFolderGivesWholeFilesAndWaitsForTheServer() throws Exception {
        String[] command = {
            "watch", folder.toString(), "--pattern", "(?<rep>[^_]+)_.*", "--stable-for", "5"
        };
        Path slow = call("Watch Slow_1.vtt", "the first part");
        Thread watch = Thread.ofPlatform().start(() -> run(command));
        for (int i = 0; i < 8; i++) {
            Files.writeString(slow, "\nand more " + i, UTF_8, StandardOpenOption.APPEND);
            call("Watch Fast_" + i + ".vtt", "quickly written " + i);
            await().pollDelay(Duration.ofMillis(500)).until(() -> true); // as a copy goes on
            assertThat(callsOf("watch slow")).as("still growing").isZero();
        }
        call("nobody.vtt", "no name tells whose call this is");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> callsOf("watch fast") == 8 && callsOf("watch slow") == 1);

        server.restartApi(); // now it answers at another port, which nobody knows yet
        call("Watch Late_1.vtt", "while the server is away");
        await().pollDelay(Duration.ofSeconds(4)).until(() -> callsOf("watch late") == 0);
        announce();
        await().atMost(Duration.ofSeconds(30)).until(() -> callsOf("watch late") == 1);

        watch.interrupt();
        watch.join();
        assertThat(Files.readString(server.data().resolve("handed-over")).lines())
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(slow).as("files stay where they are").exists();
    }

    private Path call(String name, String words) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n<v Anna>%s\n".formatted(words));
    }

    private static int run(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--data";
        all[words.length + 1] = server.data().toString();
        return Talktrack.commandLine().execute(all);
    }

    private static int callsOf(String rep) throws Exception {
        return server.json("/api/calls?limit=500&rep=" + rep.replace(' ', '-'))
                .path("items")
                .size();
    }

    private static JsonNode only(String rep) throws Exception {
        JsonNode calls =
                server.json("/api/calls?limit=500&rep=" + rep.replace(' ', '-')).path("items");
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private static void announce() throws Exception {
        Files.write(
                server.data().resolve("server.json"),
                Json.bytes(
                        Map.of(
                                "url",
                                server.api().url().toString(),
                                "pid",
                                ProcessHandle.current().pid())));
    }
}
