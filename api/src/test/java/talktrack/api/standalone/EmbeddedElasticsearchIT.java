package talktrack.api.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedElasticsearchIT {

    @Test
    void analysesEnglishAndChineseAndLeavesNoProcess(@TempDir Path temporary) throws Exception {
        Path folder = open(temporary).resolve("data with a space").resolve("elasticsearch");
        long pid;
        try (EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(folder)) {
            pid = pidOf(folder);
            assertToldNoKeys(pid);
            assertThat(post(elasticsearch.url(), "english", "worried about prices"))
                    .contains("\"worri\"", "\"price\"");
            assertThat(post(elasticsearch.url(), "smartcn", "我们公司对价格有疑虑")).contains("公司", "价格");
            assertThat(post(elasticsearch.url(), "cjk", "价格高")).contains("价格", "格高");
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aLeftoverOfTheSameFolderIsEndedFirst(@TempDir Path temporary) throws Exception {
        Path folder = open(temporary).resolve("data").resolve("elasticsearch");
        int port = Ports.free();
        Process first = EmbeddedElasticsearch.launch(ElasticsearchFolder.prepare(folder), port);
        awaitAnswer(URI.create("http://127.0.0.1:" + port));
        ProcessHandle leftover = ProcessHandle.of(pidOf(folder)).orElseThrow();
        try (EmbeddedElasticsearch second = EmbeddedElasticsearch.start(folder)) {
            leftover.onExit().get(30, TimeUnit.SECONDS);
            assertThat(post(second.url(), "english", "prices")).contains("\"price\"");
        }
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void itIsStartedAgainWhenItDiesUnlessItIsClosed(@TempDir Path temporary) throws Exception {
        Path folder = open(temporary).resolve("data").resolve("elasticsearch");
        ProcessHandle again;
        try (EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(folder)) {
            ProcessHandle killed = ProcessHandle.of(pidOf(folder)).orElseThrow();
            killed.destroyForcibly();
            killed.onExit().get(30, TimeUnit.SECONDS);
            awaitAnswer(elasticsearch.url());
            again = ProcessHandle.of(pidOf(folder)).orElseThrow();
            assertThat(again).isNotEqualTo(killed);
            again.destroyForcibly();
        }
        await().until(() -> !keeperLives());
        assertThat(again.isAlive()).isFalse();
        assertThat(pidOf(folder)).as("nothing was started since").isEqualTo(again.pid());
    }

    @Test
    void asRootItsUserReadsNothingElseInTheDataFolder(@TempDir Path temporary) throws Exception {
        assumeTrue(UnprivilegedUser.weAreRoot(), "only root gives it a user of its own");
        Path data = Files.createDirectories(open(temporary).resolve("data"));
        Path settings = Files.writeString(data.resolve("talktrack.yaml"), "talktrack:\n");
        ElasticsearchFolder place = ElasticsearchFolder.prepare(data.resolve("elasticsearch"));
        UnprivilegedUser user = place.user().orElseThrow();
        assertThat(place.root()).isEqualTo(data.resolve("elasticsearch").toRealPath());
        assertThat(user.canEnter(data)).isTrue();
        assertThat(user.canRead(settings)).isFalse();
    }

    @Test
    void asRootItIsKnownThatTheDataLiesElsewhere(@TempDir Path closed) throws Exception {
        assumeTrue(UnprivilegedUser.weAreRoot(), "only root gives it a user of its own");
        Path folder = Files.createDirectories(closed.resolve("data").resolve("elasticsearch"));
        assertThat(ElasticsearchFolder.elsewhere(folder)).as("before the first start").isEmpty();
        Files.writeString(folder.resolveSibling("elasticsearch.uid"), "61234\n");
        assertThat(ElasticsearchFolder.elsewhere(folder))
                .hasValueSatisfying(place -> assertThat(place).startsWithRaw(Path.of("/var/lib")));
        open(closed);
        assertThat(ElasticsearchFolder.elsewhere(folder)).isEmpty();
    }

    private static boolean keeperLives() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("keeper of elasticsearch"));
    }

    private static void awaitAnswer(URI url) {
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> post(url, "english", "prices").contains("\"price\""));
    }

    /**
     * JUnit's temporary folders are closed to everybody else, and as root Elasticsearch is somebody
     * else.
     */
    private static Path open(Path temporary) throws Exception {
        return Files.setPosixFilePermissions(
                temporary, PosixFilePermissions.fromString("rwx--x--x"));
    }

    private static void assertToldNoKeys(long pid) throws Exception {
        assertThat(System.getenv()).as("set by the build").containsKey("TALKTRACK_TEST_KEY");
        Path told = Path.of("/proc", String.valueOf(pid), "environ");
        if (Files.exists(told)) { // on Linux
            assertThat(Files.readString(told))
                    .contains("ES_PATH_CONF=")
                    .doesNotContain("TALKTRACK_TEST_KEY");
        }
    }

    private static long pidOf(Path folder) throws Exception {
        return Long.parseLong(Files.readString(folder.resolve("elasticsearch.pid")).strip());
    }

    private static String post(URI url, String analyzer, String text) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(url.resolve("/_analyze"))
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "{\"analyzer\":\"%s\",\"text\":\"%s\"}"
                                                            .formatted(analyzer, text)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
