package talktrack.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code watch} and {@code import} send, seen from a server. */
class HandoverCommandsTest {

    @TempDir Path data;
    @TempDir Path folder;

    private final List<String> forms = new CopyOnWriteArrayList<>();
    private volatile boolean full = true;
    private AnnouncedServer server;

    @BeforeEach
    void start() throws IOException {
        server = AnnouncedServer.in(data);
        server.http().createContext("/api/recordings", this::take);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void theHelpOfImportNamesEveryColumn() {
        var command = Talktrack.commandLine().getSubcommands().get("import");
        assertThat(String.join(" ", command.getCommandSpec().usageMessage().description()))
                .contains(ImportManifest.COLUMNS.keySet());
    }

    @Test
    void aFileThatTheServerHasNoRoomForWaitsAndHoldsUpNoOther() throws Exception {
        Files.writeString(folder.resolve("a-too-big.wav"), "too big");
        Files.writeString(folder.resolve("b-wrong.wav"), "wrong");
        Files.writeString(folder.resolve("c.wav"), "small");
        Thread watch =
                Thread.ofPlatform()
                        .start(
                                () ->
                                        run(
                                                "watch",
                                                folder.toString(),
                                                "--rep",
                                                "Ann",
                                                "--stable-for",
                                                "0"));
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> sent("c.wav") == 1);
            full = false;
            await().atMost(Duration.ofSeconds(30)).until(() -> sent("a-too-big.wav") >= 2);
            await().atMost(Duration.ofSeconds(30)).until(() -> handedOver() == 2);
            assertThat(sent("b-wrong.wav")).as("refused for good").isEqualTo(1);
            assertThat(sent("c.wav")).isEqualTo(1);
        } finally {
            watch.interrupt();
            watch.join();
        }
    }

    @Test
    void soundWithoutAHeaderIsSentAsDeclared() throws Exception {
        Files.writeString(folder.resolve("a.pcm"), "aaaa");
        Files.writeString(folder.resolve("b.pcm"), "bbbb");
        Path manifest =
                Files.writeString(
                        folder.resolve("raw.csv"),
                        """
                        文件;销售;原始格式
                        a.pcm;Ann;8000,2,mulaw
                        b.pcm;Ann;
                        """);

        assertThat(run("import", manifest.toString(), "--raw", "16000")).isZero();

        assertThat(forms).hasSize(2);
        assertThat(forms.get(0)).contains("name=\"raw\"", "8000,2,mulaw");
        assertThat(forms.get(1)).contains("name=\"raw\"", "16000");
    }

    private int run(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--data";
        all[words.length + 1] = data.toString();
        return Talktrack.commandLine().execute(all);
    }

    private long sent(String name) {
        return forms.stream().filter(form -> form.contains(name)).count();
    }

    private long handedOver() throws IOException {
        Path journal = data.resolve("handed-over");
        return Files.exists(journal) ? Files.readAllLines(journal).size() : 0;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            forms.add(form);
            int status =
                    form.contains("too-big") && full ? 507 : form.contains("b-wrong") ? 400 : 202;
            byte[] answer =
                    "{\"callId\": \"call-%d\", \"detail\": \"So it is.\"}"
                            .formatted(forms.size())
                            .getBytes(UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
