package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
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
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The upload form on a phone whose network comes and goes, on {@link PagesIT}'s PagesIT.server. */
abstract class UploadOnTheMove {

    private static final int FILE_BYTES = 3 << 20;

    /** A mobile network, upwards: the whole file takes half a minute. */
    private static final int BYTES_A_SECOND = 100_000;

    private static final int UNLIMITED = -1;

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    @Test
    void anUploadGoesOnWhenTheNetworkIsBack() throws Exception {
        try (Visitor visitor = visitor(Visitor.PHONE, "zh-CN")) {
            Page page = chosen(visitor, "何欣");
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
            assertThat(PagesIT.server.json("/api/calls?rep=何欣").path("items")).hasSize(1);
        }
    }

    /** What a network brings before it breaks off. */
    private static void halfArrives(String url) {
        try {
            PagesIT.server.send(
                    PagesIT.server
                            .request(URI.create(url).getPath())
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
        try (Visitor visitor = visitor(Visitor.PHONE, "en-GB")) {
            Page page = chosen(visitor, "Ann Closed");
            CDPSession network = page.context().newCDPSession(page);
            network.send("Network.enable");
            carriesUp(network, BYTES_A_SECOND);
            page.locator("form.upload button[type=submit]").tap();
            onItsWay(page);

            requests.clear();
            page = chosen(visitor, "Ann Closed");
            carriesUp(network, UNLIMITED); // else the rest alone would take half a minute
            page.locator("form.upload button[type=submit]").tap();

            assertThatItIsUploaded(page);
            assertThat(requests).startsWith("HEAD").doesNotContain("POST");
            assertThat(PagesIT.server.json("/api/calls?rep=ann-closed").path("items")).hasSize(1);
        }
    }

    @Test
    void aFileThatIsGoneIsNoLostNetwork() throws Exception {
        try (Visitor visitor = visitor(Visitor.DESK, "en-GB")) {
            Page page = chosen(visitor, "Ann Gone");
            Path file = Files.write(PagesIT.temporary.resolve("gone.wav"), new byte[FILE_BYTES]);
            page.setInputFiles("#file", file);
            Files.delete(file);
            page.locator("form.upload button[type=submit]").click();
            assertThat(page.locator(".upload-result .bad")).containsText("Choose it again");
            assertThat(page.locator("form.upload button[type=submit]")).isEnabled();
        }
    }

    private static Visitor visitor(int width, String locale) {
        return new Visitor(PagesIT.server, PagesIT.chromium.browser(), width, locale);
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
            Path file = PagesIT.temporary.resolve("walk.wav");
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

    private static void carriesUp(CDPSession network, int bytesASecond) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 20);
        conditions.addProperty("downloadThroughput", 1_000_000);
        conditions.addProperty("uploadThroughput", bytesASecond);
        network.send("Network.emulateNetworkConditions", conditions);
    }
}
