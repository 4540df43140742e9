package talktrack.api.web;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.Config;
import talktrack.api.http.TestServer;
import talktrack.api.standalone.Features;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/**
 * The chat's pages in a real browser, and its widget on another website. The tests stand in one
 * file for each subject; here is what they share.
 */
class ChatPagesIT {

    private static final Path COMPANIES = Path.of("src/test/resources/talktrack/chat");
    private static final String KEY = "a-key-for-everybody-to-read";

    @TempDir static Path temporary;
    static TestServer server;
    private static HttpServer website;
    static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        Chromium.assumeThereIsOne();
        website = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server =
                new TestServer(
                        temporary,
                        Features.Settings.USUAL,
                        new Config.Widget(Set.of(origin()), KEY, 0.25));
        website.createContext("/", ChatPagesIT::showDemonstration);
        website.start();
        add("machines.md", "en/coffee/documents/machines.md", Language.EN);
        add("public/service.txt", "en/coffee/documents/service-and-warranty.txt", Language.EN);
        add("租赁与售后.txt", "zh/water/documents/租赁与售后.txt", Language.ZH);
        server.documents()
                .add(
                        "hostile.md",
                        Language.EN,
                        "# Paint\n\nThe paint <script>alert(1)</script> called `<img src=x onerror=alert(1)>` dries in nine hours.\n"
                                .getBytes(StandardCharsets.UTF_8),
                        false);
        for (String question :
                List.of(
                        "How many cups per day does the H1 manage?",
                        "How long does the paint dry?",
                        "压缩机保修几年？")) {
            untilAnswered(question);
        }
        chromium = Chromium.start();
    }

    private static void add(String name, String file, Language language) throws Exception {
        server.documents()
                .add(
                        name,
                        language,
                        Files.readAllBytes(COMPANIES.resolve(file)),
                        name.startsWith("public/"));
    }

    static void untilAnswered(String question) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> answered(question));
    }

    private static boolean answered(String question) throws Exception {
        byte[] body = Json.bytes(Map.of("question", question));
        String answer =
                server.send(server.request("/api/chat").POST(BodyPublishers.ofByteArray(body)))
                        .body();
        return Json.mapper().readTree(answer).path("answered").asBoolean();
    }

    @AfterAll
    static void stop() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (website != null) {
            website.stop(0);
        }
        if (server != null) {
            server.close();
        }
    }

    static String origin() {
        return "http://127.0.0.1:" + website.getAddress().getPort();
    }

    /** Another website, with as strict a content security policy as the widget bears. */
    private static void showDemonstration(com.sun.net.httpserver.HttpExchange exchange)
            throws java.io.IOException {
        String talktrack = server.api().url().toString();
        String language = exchange.getRequestURI().getPath().equals("/zh") ? "zh" : "auto";
        byte[] page =
                Files.readString(Path.of("..", "docs", "widget.html"))
                        .replace("https://talktrack.example", talktrack)
                        .replace("YOUR-WIDGET-KEY", KEY)
                        .replace(
                                "data-language=\"auto\"",
                                "data-language=\"%s\"".formatted(language))
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src %s; connect-src %s"
                                .formatted(talktrack, talktrack));
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    @Nested
    class Asking extends AskingPages {}

    @Nested
    class Worded extends WordedPages {}

    @Nested
    class TeamQuestions extends TeamQuestionPages {}

    @Nested
    class Widget extends WidgetPages {}

    @Nested
    class Practice extends PracticePages {}
}
