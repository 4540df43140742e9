package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.api.http.TestServer;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.Recording;

/** The pages in a real browser, on a real server with calls of one rep. */
class PagesIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String REP = "Anna Brooks";

    @TempDir static Path temporary;
    private static TestServer server;
    private static Playwright playwright;
    private static Browser browser;
    private static String recordedCall;

    private final List<String> errors = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "no browser: install Debian's package chromium to test the pages");
        server = new TestServer(temporary);
        List<Demonstration.Call> calls =
                Demonstration.calls().stream().filter(call -> call.rep().equals(REP)).toList();
        try (ReadCalls reading = new ReadCalls(server)) {
            for (Demonstration.Call call : calls) {
                if (call.kind() == Recording.Kind.TRANSCRIPT) {
                    reading.add(call);
                } else if (recordedCall == null) {
                    recordedCall = reading.add(call);
                }
            }
        }
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
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--mute-audio")));
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

    @BeforeEach
    void login() {
        open(1280, "en-GB");
        page.navigate(server.api().loginLink());
    }

    private void open(int width, String locale) {
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 812)
                                .setLocale(locale));
        page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(
                message -> {
                    // This server has no advice part, which would answer these.
                    if (message.type().equals("error")
                            && !message.location().contains("/recommendations")) {
                        errors.add(message.text() + " " + message.location());
                    }
                });
    }

    @AfterEach
    void nothingWentWrong() {
        context.close();
        assertThat(errors).isEmpty();
    }

    private String url(String path) {
        return server.api().url().resolve(path).toString();
    }

    @Test
    void aCellOfTheTeamOpensWhatItRestsOn() {
        Locator cell = page.locator("button.cell[data-sure=true]").first();
        cell.click();
        assertThat(page.locator("dialog.panel .evidence-list li").first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog.panel")).isHidden();
        assertThat(cell).isFocused();
    }

    @Test
    void arrowsGoFromCellToCell() {
        page.locator("button.cell").first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.panel h2")).isFocused();
    }

    @Test
    void fewCallsAreDrawnAsUncertain() {
        page.navigate(url("/reps/anna-brooks"));
        Locator unsure = page.locator("button.cell[data-sure=false]").first();
        assertThat(unsure).isVisible();
        assertThat(unsure).not().hasAttribute("data-step", "0");
        assertThat(unsure.evaluate("cell => getComputedStyle(cell).borderStyle"))
                .isEqualTo("dashed");
    }

    @Test
    void aClickedUtterancePlaysFromThere() {
        page.navigate(url("/calls/" + recordedCall));
        Locator line = page.locator(".line").nth(3);
        line.locator(".time").click();
        assertThat(line).hasAttribute("aria-current", "true");
        page.waitForFunction("() => document.querySelector('audio').currentTime > 1");
        assertThat(page.url()).contains("#u=");
    }

    @Test
    void aLinkToAnUtteranceOpensThere() {
        page.navigate(url("/calls/" + recordedCall));
        page.locator(".line .time").nth(4).click();
        String link = page.url();
        page.navigate("about:blank");
        page.navigate(link);
        assertThat(page.locator(".line").nth(4)).hasAttribute("aria-current", "true");
    }

    @Test
    void anImportedCallSaysThatThereIsNothingToPlay() {
        page.navigate(url("/reps/anna-brooks"));
        page.locator("#calls .call-line").last().click();
        assertThat(page.locator(".line").first()).isVisible();
        assertThat(page.locator(".player")).containsText("no recording to play");
    }

    @Test
    void theFormUploadsAndTheCallAppears() {
        page.navigate(url("/calls"));
        page.setInputFiles(
                "#file",
                new FilePayload(
                        "call.txt",
                        "text/plain",
                        "Ann: how are you\nBob: fine\n".getBytes(StandardCharsets.UTF_8)));
        page.fill("input[name=rep]", "Ann Upload");
        page.fill("input[name=customer]", "<img src=x onerror=alert(1)>");
        page.locator("form.upload button[type=submit]").click();
        assertThat(page.locator(".upload-result a")).isVisible();
        assertThat(page.locator(".call-customer").first()).hasText("<img src=x onerror=alert(1)>");
    }

    @Test
    void theChosenLanguageIsRemembered() {
        page.navigate(url("/?lang=zh"));
        page.navigate(url("/chat"));
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator("h1")).hasText("产品问答");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/reps/anna-brooks", "/calls", "/calls/CALL", "/chat"})
    void everyPageFitsAPhone(String path) {
        context.close();
        open(375, "zh-CN");
        page.navigate(server.api().loginLink());
        page.navigate(url(path.replace("CALL", recordedCall)));
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".loading")).hasCount(0);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }
}
