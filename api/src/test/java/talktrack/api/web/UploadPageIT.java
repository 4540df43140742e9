package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.http.TestServer;

/** The form on a phone whose network comes and goes. */
class UploadPageIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static final int FILE_BYTES = 3 << 20;

    /** A mobile network, upwards: the whole file takes half a minute. */
    private static final int BYTES_A_SECOND = 100_000;

    @TempDir static Path temporary;
    private static TestServer server;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "no browser: install Debian's package chromium to test the pages");
        server = new TestServer(temporary);
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void stop() throws Exception {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void anUploadGoesOnWhenTheNetworkIsBack() throws Exception {
        try (Visitor visitor = new Visitor(server, browser, Visitor.PHONE, "zh-CN")) {
            Page page = chosen(visitor, "陈浩");
            AtomicBoolean away = new AtomicBoolean();
            List<String> offsets = new ArrayList<>();
            page.route(
                    "**/api/uploads/*",
                    route -> {
                        Request request = route.request();
                        if (request.method().equals("PATCH")) {
                            offsets.add(request.headers().get("upload-offset"));
                        }
                        if (offsets.size() == 1 && !away.getAndSet(true)) {
                            halfArrives(request.url());
                        }
                        if (away.get()) {
                            route.abort("internetdisconnected");
                        } else {
                            route.resume();
                        }
                    });
            page.locator("form.upload button[type=submit]").tap();
            assertThat(page.locator(".upload-result")).containsText("网络恢复后会自动继续");
            assertThat(page.locator(".upload-result")).isInViewport();
            assertThat(visitor.fits()).isTrue();

            away.set(false);
            offsets.add("back");
            assertThatItIsUploaded(page);
            assertThat(offsets).containsExactly("0", "back", String.valueOf(FILE_BYTES / 2));
            assertThat(server.json("/api/calls?rep=陈浩").path("items")).hasSize(1);
        }
    }

    /** What a network brings before it breaks off. */
    private static void halfArrives(String url) {
        try {
            server.send(
                    server.request(URI.create(url).getPath())
                            .header("Tus-Resumable", "1.0.0")
                            .header("Upload-Offset", "0")
                            .header("Content-Type", "application/offset+octet-stream")
                            .method(
                                    "PATCH",
                                    HttpRequest.BodyPublishers.ofByteArray(
                                            new byte[FILE_BYTES / 2])));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theSameFileGoesOnAfterThePageWasClosed() throws Exception {
        try (Visitor visitor = new Visitor(server, browser, Visitor.PHONE, "en-GB")) {
            Page page = chosen(visitor, "Ann Closed");
            slowDown(page);
            page.locator("form.upload button[type=submit]").tap();
            onItsWay(page);

            requests.clear();
            page = chosen(visitor, "Ann Closed");
            page.locator("form.upload button[type=submit]").tap();

            assertThatItIsUploaded(page);
            assertThat(requests).startsWith("HEAD").doesNotContain("POST");
            assertThat(server.json("/api/calls?rep=ann-closed").path("items")).hasSize(1);
        }
    }

    @Test
    void aFileThatIsGoneIsNoLostNetwork() throws Exception {
        try (Visitor visitor = new Visitor(server, browser, Visitor.DESK, "en-GB")) {
            Page page = chosen(visitor, "Ann Gone");
            Path file = Files.write(temporary.resolve("gone.wav"), new byte[FILE_BYTES]);
            page.setInputFiles("#file", file);
            Files.delete(file);
            page.locator("form.upload button[type=submit]").click();
            assertThat(page.locator(".upload-result .bad")).containsText("Choose it again");
            assertThat(page.locator("form.upload button[type=submit]")).isEnabled();
        }
    }

    private Page chosen(Visitor visitor, String rep) {
        visitor.asksForUnknown("/api/"); // whatever is asked for while the network is away
        Page page = visitor.open("/calls");
        page.navigate("about:blank"); // else only the fragment would change
        page = visitor.open("/calls#upload");
        page.onRequest(
                request -> {
                    if (request.url().contains("/api/uploads")) {
                        requests.add(request.method());
                    }
                });
        page.setInputFiles("#file", walk());
        page.fill("input[name=rep]", rep);
        return page;
    }

    /** The same file each time, which a browser knows by its name, size and time. */
    private static Path walk() {
        try {
            Path file = temporary.resolve("walk.wav");
            if (!Files.exists(file)) {
                Files.write(file, new byte[FILE_BYTES]);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void onItsWay(Page page) {
        page.waitForFunction(
                "() => document.querySelector('.upload-result progress')?.value > 0.1");
    }

    private static void assertThatItIsUploaded(Page page) {
        assertThat(page.locator(".upload-result a"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(90_000));
    }

    private static void slowDown(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 20);
        conditions.addProperty("downloadThroughput", 1_000_000);
        conditions.addProperty("uploadThroughput", BYTES_A_SECOND);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", conditions);
    }
}
