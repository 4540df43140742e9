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
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.Config;
import talktrack.api.http.TestServer;
import talktrack.api.llm.ScriptedModel;
import talktrack.api.standalone.Features;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** The chat's pages in a real browser, and its widget on another website. */
class ChatPagesIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path COMPANIES = Path.of("src/test/resources/talktrack/chat");
    private static final String KEY = "a-key-for-everybody-to-read";
    private static final String WRITTEN_BY_THE_MODEL =
            "Written by scripted from the passages below";
    private static final Pattern PASSAGE =
            Pattern.compile("/documents/[^/]+\\?version=1#passage-\\d+");
    private static final double PATIENCE_MILLISECONDS = 30_000;

    @TempDir static Path temporary;
    private static TestServer server;
    private static HttpServer website;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "no browser: install Debian's package chromium to test the pages");
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
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
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
                                                        "--disable-component-update")));
    }

    private static void add(String name, String file, Language language) throws Exception {
        server.documents()
                .add(
                        name,
                        language,
                        Files.readAllBytes(COMPANIES.resolve(file)),
                        name.startsWith("public/"));
    }

    private static void untilAnswered(String question) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
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
        if (playwright != null) {
            playwright.close();
        }
        if (website != null) {
            website.stop(0);
        }
        if (server != null) {
            server.close();
        }
    }

    private static String origin() {
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

    private static void ask(Page page, String question) {
        page.fill("#question", question);
        page.keyboard().press("Enter");
        page.waitForFunction(
                "() => document.querySelector('.exchange') && !document.querySelector('[aria-busy]')");
    }

    @Test
    void aFollowUpShowsHowItWasUnderstoodAndConversationsCanBeOpenedAndDeleted() throws Exception {
        try (Visitor visitor = new Visitor(server, browser, Visitor.DESK, "en-GB")) {
            Page page = visitor.open("/chat");
            ask(page, "How many cups per day does the H1 manage?");
            assertThat(page.locator(".answer").last()).containsText("up to 40");
            ask(page, "what about the H4 Twin?");
            assertThat(page.locator(".understood"))
                    .hasText("Understood as: How many cups per day does the H4 Twin manage?");
            assertThat(page.locator(".answer-words").last()).containsText("400");
            page.reload();
            assertThat(page.locator(".exchange")).hasCount(2);
            page.locator(".thumbs button").last().click();
            page.selectOption(".why select", "out-of-date");
            page.locator(".why button").click();
            assertThat(page.locator(".thumbs [role=status]")).containsText("Thank you");
            page.locator("#earlier summary").click();
            page.locator("#earlier .danger").first().click();
            assertThat(page.locator(".examples")).isVisible();
            assertThat(page.locator("#earlier")).isHidden();
            visitor.open("/questions");
            assertThat(page.locator("#feedback tbody tr").first())
                    .containsText("How many cups per day does the H4 Twin manage?");
            assertThat(page.locator("#feedback tbody tr").first())
                    .containsText("It is out of date");
            assertThat(visitor.troubles()).isEmpty();
        }
    }

    @Test
    void whoeverOpensAnotherConversationLeavesTheQuestionUnderWay() {
        try (Visitor visitor = new Visitor(server, browser, Visitor.DESK, "en-GB")) {
            Page page = visitor.open("/chat");
            ask(page, "How many cups per day does the H1 manage?");
            String first = page.url();
            page.locator("#earlier summary").click();
            page.getByText("New conversation").click();
            page.route("**/api/chat", route -> {}); // a slow one
            page.fill("#question", "How long does the paint dry?");
            page.keyboard().press("Enter");
            assertThat(page.locator(".thinking")).isVisible();

            page.locator("#earlier summary").click();
            page.locator("#earlier li button").first().click();
            assertThat(page.locator(".exchange")).containsText("up to 40");
            assertThat(page.locator("#ask button[type=submit]")).isVisible();
            assertThat(page.locator("#question")).hasValue("How long does the paint dry?");
            page.unroute("**/api/chat");
            ask(page, "what about the H4 Twin?");
            assertThat(page.locator(".understood")).containsText("H4 Twin");
            assertThat(page.url()).isEqualTo(first);
            assertThat(visitor.troubles()).isEmpty();
        }
    }

    @Test
    void whatTheModelTakesBackIsGoneBeforeThePassagesSpeak() throws Exception {
        try (ScriptedModel model = new ScriptedModel()) {
            model.says(
                    """
                    {"answered": true, "sentences": [
                      {"text": "The H1 manages up to 40 cups per day.", "passages": [1]},
                      {"text": "Every zebra sings loudly about submarines.", "passages": [1]}]}""");
            server.restartApi(model.config(Config.Llm.Provider.OPENAI));
            try (Visitor visitor = new Visitor(server, browser, Visitor.DESK, "en-GB")) {
                Page page = visitor.open("/chat");
                page.evaluate(
                        """
                        () => {
                          window.seen = [];
                          new MutationObserver(() => {
                            const words = document.querySelector('.answer-words')?.textContent;
                            if (words) window.seen.push(words);
                          }).observe(document.getElementById('talk'), { childList: true, subtree: true });
                        }""");
                ask(page, "How many cups per day does the H1 manage?");
                String answer = page.locator(".answer-words").innerText();
                assertThat(answer).contains("up to 40").doesNotContain("H1 manages", "zebra");
                assertThat(page.locator(".source")).not().containsText("scripted");
                assertThat((List<?>) page.evaluate("window.seen"))
                        .map(String::valueOf)
                        .anyMatch(words -> words.startsWith("The H1 manages"))
                        .noneMatch(words -> words.contains("zebra"))
                        .allMatch(
                                words ->
                                        "The H1 manages up to 40 cups per day. [1]"
                                                        .startsWith(words)
                                                || answer.startsWith(words.strip()));
                assertThat(visitor.troubles()).isEmpty();
            } finally {
                server.restartApi(TestServer.NO_MODEL);
            }
        }
    }

    @Test
    void aConversationOpenedAgainTellsThatItsAnswerWasWrittenByTheModel() throws Exception {
        try (ScriptedModel model = new ScriptedModel()) {
            model.says(
                    """
                    {"answered": true, "sentences": [
                      {"text": "The H1 manages up to 40 cups per day.", "passages": [1]}]}""");
            server.restartApi(model.config(Config.Llm.Provider.OPENAI));
            try (Visitor visitor = new Visitor(server, browser, Visitor.DESK, "en-GB")) {
                Page page = visitor.open("/chat");
                ask(page, "How many cups per day does the H1 manage?");
                assertThat(page.locator(".source")).hasText(WRITTEN_BY_THE_MODEL);
                page.reload();
                assertThat(page.locator(".exchange")).hasCount(1);
                assertThat(page.locator(".source")).hasText(WRITTEN_BY_THE_MODEL);
                page.locator(".sources a").first().click();
                assertThat(page.locator(".cited")).containsText("40");
                assertThat(visitor.troubles()).isEmpty();
            } finally {
                server.restartApi(TestServer.NO_MODEL);
            }
        }
    }

    @Test
    void whatADocumentHoldsIsNeverMarkup() throws Exception {
        try (Visitor visitor = new Visitor(server, browser, Visitor.DESK, "en-GB")) {
            Page page = visitor.open("/chat");
            page.onDialog(dialog -> org.junit.jupiter.api.Assertions.fail("a script ran"));
            ask(page, "How long does the paint dry?");
            assertThat(page.locator(".answer").last()).containsText("onerror");
            assertThat(page.locator(".answer img, .answer script")).hasCount(0);
            assertThat(visitor.troubles()).isEmpty();
        }
    }

    @Test
    void aRefusalShowsWhatCameNearestAndTheTeamWritesWhatIsMissing() throws Exception {
        try (Visitor visitor =
                new Visitor(
                        server,
                        browser,
                        Visitor.PHONE,
                        "zh-CN",
                        ColorScheme.DARK,
                        ReducedMotion.NO_PREFERENCE)) {
            Page page = visitor.open("/chat");
            String question = "公司的董事长是谁？";
            ask(page, question);
            assertThat(page.locator(".refusal")).containsText("文档里没有这方面的说明");
            assertThat(page.locator(".answer h2")).hasText("最接近的段落，不是答案");
            page.locator(".sources summary").first().tap();
            assertThat(page.locator(".sources a").first()).hasText("在文档中打开");
            page.locator(".thumbs button").last().tap();
            assertThat(page.locator(".why select")).hasValue("in-the-documents");
            page.locator(".why button").tap();
            assertThat(page.locator(".thumbs [role=status]")).containsText("谢谢");
            page.locator(".team > button").tap();
            page.fill(".contact input", "张三 138");
            page.locator(".contact button").tap();
            assertThat(page.locator(".team [role=status]")).containsText("团队已收到");
            inOrder(visitor);

            visitor.open("/questions");
            Locator card = page.locator(".asked .card:has-text('董事长')");
            assertThat(card).containsText("张三 138");
            assertThat(card.locator(".near a").first()).hasAttribute("href", PASSAGE);
            assertThat(page.locator("#feedback tbody tr:has-text('董事长')")).containsText("文档里有");
            inOrder(visitor);
            card.locator("button.primary").tap();
            page.fill("textarea[name=text]", "公司的董事长是王小明。");
            page.locator(".write button[type=submit]").tap();
            assertThat(page.locator("#questions > .asked .card:has-text('董事长')")).hasCount(0);
            assertThat(page.locator("#questions details .card:has-text('董事长')")).hasCount(1);
            untilAnswered(question);

            visitor.open("/chat");
            assertThat(page.locator(".told")).containsText(question);
            page.route("**/api/chat", route -> {}); // a slow one
            page.fill("#question", "压缩机保修几年？");
            page.keyboard().press("Enter");
            assertThat(page.locator(".thinking")).isVisible();
            page.locator(".told button").first().tap();
            assertThat(page.locator(".told")).hasCount(1);
            page.locator("#ask button:not([type=submit])").tap();
            assertThat(page.locator("#ask button[type=submit]")).isVisible();
            page.unroute("**/api/chat"); // only now, as it lets the slow one go on to its answer
            page.locator(".told button").first().tap();
            assertThat(page.locator(".answer-words").last()).containsText("王小明");
            assertThat(page.locator(".told")).hasCount(0);
            assertThat(visitor.troubles()).isEmpty();
        }
    }

    @Test
    void whatTheServerSaysInEnglishStaysOffChinesePages() throws Exception {
        try (Visitor visitor = new Visitor(server, browser, Visitor.DESK, "zh-CN")) {
            Page page = visitor.open("/chat");
            page.route(
                    "**/api/chat",
                    route ->
                            route.fulfill(
                                    new Route.FulfillOptions()
                                            .setStatus(429)
                                            .setContentType("application/problem+json")
                                            .setBody(
                                                    """
                                                    {"type": "urn:talktrack:problem:too-many-questions",
                                                     "detail": "More than 30 questions came from here."}""")));
            ask(page, "压缩机保修几年？");
            assertThat(page.locator(".bad")).hasText("一分钟内提问太多。请稍等一分钟再问。");
        }
    }

    @Test
    void theTableOfJudgementsSaysThatThereAreMore() throws Exception {
        try (Visitor visitor = new Visitor(server, browser, Visitor.DESK, "en-GB")) {
            Map<String, Object> one =
                    Map.of(
                            "turnId", "t1",
                            "question", "And Pro?",
                            "language", "en",
                            "answer", "49 EUR",
                            "helpful", true,
                            "givenAt", "2026-11-20T09:00:00Z");
            Page page = visitor.open("/chat");
            page.route(
                    "**/api/chat/feedback",
                    route ->
                            route.fulfill(
                                    new Route.FulfillOptions()
                                            .setContentType("application/json")
                                            .setBody(Json.text(Collections.nCopies(101, one)))));
            visitor.open("/questions");
            assertThat(page.locator("#feedback tbody tr")).hasCount(100);
            assertThat(page.locator("#feedback")).containsText("The newest 100 of 101.");
        }
    }

    private static void inOrder(Visitor visitor) throws Exception {
        assertThat(visitor.fits()).as("no sideways scrolling").isTrue();
        assertThat(visitor.namelessControls()).isEmpty();
        assertThat(visitor.unreadableTexts()).isEmpty();
    }

    @Test
    void theWidgetAnswersOnAnotherWebsiteUnderAStrictPolicy() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            List<String> troubles = new ArrayList<>();
            page.onPageError(troubles::add);
            page.onConsoleMessage(
                    message -> {
                        if (message.type().equals("error") && !message.text().contains("favicon")) {
                            troubles.add(message.text());
                        }
                    });
            page.navigate(origin() + "/");
            Locator open = page.locator("button.open");
            open.click();
            assertThat(page.locator("textarea")).isFocused();
            page.fill("textarea", "How long is the warranty on a new machine?");
            page.keyboard().press("Enter");
            assertThat(page.locator(".said").last()).containsText("24 months");
            page.locator("summary").click();
            assertThat(page.locator(".source").first()).containsText("public/service.txt · ");
            for (int i = 0; i < 7; i++) { // nobody tabs out of it
                page.keyboard().press("Tab");
                assertThat(
                                page.evaluate(
                                        "document.activeElement.shadowRoot?.activeElement != null"))
                        .isEqualTo(true);
            }
            page.fill("textarea", "How many cups per day does the H1 manage?");
            page.keyboard().press("Enter");
            assertThat(page.locator("[aria-busy]")).hasCount(0);
            assertThat(page.locator(".talk")).not().containsText("up to 40");
            page.keyboard().press("Escape");
            assertThat(open).isFocused();
            String conversation = kept(page);
            page.navigate(origin() + "/another-page");
            open.click();
            page.fill("textarea", "How long is the warranty on a new machine?");
            page.keyboard().press("Enter");
            assertThat(page.locator(".said").last()).containsText("24 months");
            assertThat(kept(page)).isEqualTo(conversation);
            page.evaluate("sessionStorage.setItem('talktrack.conversation', 'over')");
            page.reload();
            open.click();
            page.fill("textarea", "How long is the warranty on a new machine?");
            page.keyboard().press("Enter");
            assertThat(page.locator(".said").last()).containsText("24 months");
            assertThat(kept(page)).isNotIn("over", conversation);
            assertThat(troubles).isEmpty();
        }
    }

    @Test
    void theWidgetOfAChineseWebsiteAnswersAnEnglishQuestion() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(origin() + "/zh");
            page.locator("button.open").click();
            assertThat(page.locator(".panel h2")).hasText("有什么可以帮您？");
            page.fill("textarea", "How long is the warranty on a new machine?");
            page.keyboard().press("Enter");
            assertThat(page.locator(".said").last()).containsText("24 months");
        }
    }

    /** The conversation that the widget goes on with on the next page. */
    private static String kept(Page page) {
        return String.valueOf(page.evaluate("sessionStorage.getItem('talktrack.conversation')"));
    }
}
