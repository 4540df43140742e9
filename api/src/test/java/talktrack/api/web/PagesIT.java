package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static talktrack.api.http.TestServer.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.api.http.TestServer;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.CallProgress;
import talktrack.models.events.Json;
import talktrack.models.events.Recording;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.FailureKind;

/** The pages in a real browser, on a real server with a few calls of the demonstration. */
class PagesIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String REP = "Anna Brooks";
    private static final int ENOUGH_TO_JUDGE = 4;

    /** The page of documents looks again every two seconds while one is being read. */
    private static final double WHEN_NEXT_LOOKED_MILLISECONDS = 20_000;

    private static final String PRICES =
            "# Prices\n\n<b>Monthly</b> fees.\n\n## Plans\n\n| Plan | Fee |\n| --- | --- |\n| Dock |"
                    + " 390 EUR |\n";

    @TempDir static Path temporary;
    private static TestServer server;
    private static ReadCalls reading;
    private static Playwright playwright;
    private static Browser browser;
    private static String recordedCall;
    private static String importedCall;
    private static String document;

    private Visitor visitor;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "no browser: install Debian's package chromium to test the pages");
        server = new TestServer(temporary);
        server.talkTracks().publishShipped();
        server.cases().publishShipped();
        document =
                Json.mapper()
                        .readTree(
                                server.document(
                                                "/api/documents",
                                                "prices.md",
                                                PRICES.getBytes(StandardCharsets.UTF_8))
                                        .body())
                        .path("id")
                        .asText();
        reading = new ReadCalls(server);
        recordedCall = reading.add(oneStream());
        for (Demonstration.Call call :
                callsOf(REP, Recording.Kind.TRANSCRIPT).subList(0, ENOUGH_TO_JUDGE)) {
            importedCall = reading.add(call);
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
        if (reading != null) {
            reading.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /** One channel takes half the time to transcribe. */
    private static Demonstration.Call oneStream() {
        return Demonstration.calls().stream()
                .filter(call -> call.channels() == ChannelLayout.MONO)
                .findFirst()
                .orElseThrow();
    }

    private static List<Demonstration.Call> callsOf(String rep, Recording.Kind kind) {
        return Demonstration.calls().stream()
                .filter(call -> call.rep().equals(rep) && call.kind() == kind)
                .toList();
    }

    private Visitor atTheDesk() {
        visitor = new Visitor(server, browser, Visitor.DESK, "en-GB");
        return visitor;
    }

    private Visitor onAChinesePhone() {
        visitor = new Visitor(server, browser, Visitor.PHONE, "zh-CN");
        return visitor;
    }

    @AfterEach
    void nothingWentWrong() {
        visitor.close();
        assertThat(visitor.troubles()).isEmpty();
    }

    @Test
    void onlyWhatNobodyChangedIsShippedWithTalktrack() throws Exception {
        visitor = new Visitor(server, browser, Visitor.DESK, "en-GB");
        Page page = visitor.open("/library?id=en-price-1");
        assertThat(page.locator("#tools")).containsText("shipped with Talktrack");
        page.route(
                "**/api/talk-tracks/en-price-1",
                route -> {
                    APIResponse answer = route.fetch();
                    route.fulfill(
                            new Route.FulfillOptions()
                                    .setResponse(answer)
                                    .setBody(
                                            answer.text()
                                                    .replaceFirst(
                                                            "\\{",
                                                            "{\"changedAt\":\"2026-11-20T09:00:00Z\",")));
                });
        page.reload();
        assertThat(page.locator("#tools")).containsText("no author named");
        assertThat(page.locator("#tools")).not().containsText("shipped");
    }

    @Test
    void aCellOfTheTeamOpensWhatItRestsOn() {
        Page page = atTheDesk().open("/");
        Locator cell = page.locator("button.cell[data-sure=true]").first();
        cell.click();
        assertThat(page.locator("dialog.panel .evidence-list li").first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog.panel")).isHidden();
        assertThat(cell).isFocused();
    }

    @Test
    void theKeyboardGoesFromCellToCellAndOpensOne() {
        Page page = atTheDesk().open("/");
        page.locator("button.cell").first().focus();
        page.keyboard().press("ArrowRight");
        Locator second = page.locator("button.cell").nth(1);
        assertThat(second).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.panel h2")).isFocused();
        page.keyboard().press("Escape");
        assertThat(second).isFocused();
    }

    @Test
    void aCellIsReadOutWithItsValueAndItsNumberOfCalls() {
        Page page = atTheDesk().open("/");
        assertThat(page.locator("button.cell[data-sure=true]").first())
                .hasAccessibleName(Pattern.compile(REP + ", Opening: \\d+ \\d+ calls.*"));
    }

    @Test
    void fewCallsAreDrawnAsUncertain() {
        Page page = atTheDesk().open("/reps/anna-brooks");
        Locator unsure = page.locator("button.cell[data-sure=false]").first();
        assertThat(unsure).not().hasAttribute("data-step", Pattern.compile(".*"));
        assertThat(unsure).hasAccessibleName(Pattern.compile(".*too few calls to judge"));
        assertThat(unsure.evaluate("cell => getComputedStyle(cell).borderStyle"))
                .isEqualTo("dashed");
    }

    @Test
    void anUtterancePlaysFromWhereItWasSaid() {
        Page page = atTheDesk().open("/calls/" + recordedCall);
        Locator line = page.locator(".line").nth(3);
        Locator time = line.locator(".time");
        double start = seconds(time.innerText());
        assertThat(start).isPositive();
        time.press("Enter");
        assertThat(line).hasAttribute("aria-current", "true");
        page.waitForFunction(
                "start => document.querySelector('audio').currentTime > start + 0.2", start);
        assertThat(page.url()).contains("#u=");
        page.waitForCondition(() -> !visitor.audioStatuses().isEmpty()); // told after it plays
        assertThat(visitor.audioStatuses()).isNotEmpty().containsOnly(206);
    }

    private static double seconds(String clock) {
        String[] parts = clock.strip().split(":");
        return 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
    }

    @Test
    void aLinkToAnUtteranceOpensThere() {
        Page page = atTheDesk().open("/calls/" + recordedCall);
        page.locator(".line .time").nth(4).click();
        String link = page.url();
        page.navigate("about:blank");
        page.navigate(link);
        assertThat(page.locator(".line").nth(4)).hasAttribute("aria-current", "true");
    }

    @Test
    void anImportedCallSaysThatThereIsNothingToPlay() {
        Page page = atTheDesk().open("/calls/" + importedCall);
        assertThat(page.locator(".line").first()).isVisible();
        assertThat(page.locator(".player")).containsText("no recording to play");
        assertThat(page.locator(".follow")).isHidden();
    }

    @Test
    void onOneChannelSpeakersAreToldByTheirVoices() {
        Page page = onAChinesePhone().open("/calls/" + recordedCall);
        assertThat(page.locator(".cautions")).containsText("按声音区分说话人");
        assertThat(page.locator(".speakers-bar")).containsText("区分出 2 个声音");
        assertThat(page.locator(".speakers-bar")).containsText("可能归错了人");
        assertThat(page.locator(".line.rep").first()).isVisible();
        assertThat(page.locator(".line.customer").first()).isVisible();
    }

    @Test
    void whereNobodyKnowsWhoSpeaksNoObjectionsAreDenied() throws Exception {
        String id =
                server.uploaded(
                        """
                        1
                        00:00:01,000 --> 00:00:03,000
                        你们的产品太贵了

                        2
                        00:00:04,000 --> 00:00:06,000
                        您现在用的是哪一家
                        """,
                        "陈浩");
        reading.read(id, callsOf("陈浩", Recording.Kind.TRANSCRIPT).getFirst());
        Page page = onAChinesePhone().open("/calls/" + id);
        assertThat(page.locator("#findings")).containsText("无法知道是谁在说话");
        assertThat(page.locator("#findings")).not().containsText("没有听到异议");
        assertThat(page.locator("#findings .unmeasured")).isVisible();
    }

    @Test
    void labelsThatAreTooUncertainToCountArePerhaps() {
        Page page = atTheDesk().open("/calls/" + importedCall);
        assertThat(chips(page, "questionType: 'problem', questionScore: 0.5"))
                .containsExactly("chip spin problem: PProblem");
        assertThat(chips(page, "questionType: 'problem', questionScore: 0.49"))
                .containsExactly("chip unclear: Perhaps: Problem");
        assertThat(chips(page, "sentiment: 'negative', sentimentScore: 0.5"))
                .containsExactly("chip negative: − Negative");
        assertThat(chips(page, "sentiment: 'negative', sentimentScore: 0.49"))
                .containsExactly("chip unclear: Perhaps: Negative");
        assertThat(chips(page, "need: 'explicit', needScore: 0.6"))
                .containsExactly("chip need: Want stated");
        assertThat(chips(page, "need: 'explicit', needScore: 0.59"))
                .containsExactly("chip unclear: Perhaps: Want stated");
        assertThat(
                        chips(
                                page,
                                "need: 'implied', needScore: 0.8, objection: 'fit', objectionScore: 0.8"))
                .containsExactly(
                        "chip objection: Objection: Product fit",
                        "chip unclear: Perhaps: Problem named");
    }

    /** The chips of an utterance as the pages draw them: class and words. */
    private static List<String> chips(Page page, String labels) {
        Object drawn =
                page.evaluate(
                        "async () => (await import('/assets/chips.js')).chips({ %s }, false).flat().filter(Boolean).map((one) => `${one.className}: ${one.textContent}`)"
                                .formatted(labels));
        return ((List<?>) drawn).stream().map(Object::toString).toList();
    }

    @Test
    void theTranscriptShowsNothingButNeeds() {
        Page page = onAChinesePhone().open("/calls/" + recordedCall);
        page.selectOption(".transcript-top select", "needs");
        assertThat(page.locator(".lines .line:not([hidden])").first()).isVisible();
        assertThat(
                        page.locator(
                                ".lines .line:not([hidden]):not(:has(.chip:text-matches('说出问题|说出需求')))"))
                .hasCount(0);
    }

    @Test
    void handlingIsJudgedOnlyWhereAnObjectionIsAnswered() throws Exception {
        Page page = atTheDesk().open("/calls/" + importedCall);
        long answers =
                server
                        .json("/api/calls/" + importedCall)
                        .path("objections")
                        .findValues("replyIds")
                        .stream()
                        .mapToLong(ids -> ids.size())
                        .sum();
        assertThat(page.locator(".line:has(.chip.step, .chip.fault)").count())
                .isLessThanOrEqualTo((int) answers);
    }

    @Test
    void theFormUploadsAndTheCallAppears() {
        Page page = atTheDesk().open("/calls");
        page.setInputFiles("#file", file("call.txt", "Ann: how are you\nBob: fine\n"));
        page.fill("input[name=rep]", "Ann Upload");
        page.fill("input[name=customer]", "<img src=x onerror=alert(1)>");
        page.locator("form.upload button[type=submit]").click();
        assertThat(page.locator(".upload-result a")).isVisible();
        assertThat(page.locator(".call-customer").first()).hasText("<img src=x onerror=alert(1)>");
    }

    @Test
    void anEmptyFileIsRefusedBeforeItIsSent() {
        Page page = onAChinesePhone().open("/calls#upload");
        page.setInputFiles("#file", file("empty.wav", ""));
        page.fill("input[name=rep]", "陈浩");
        page.locator("form.upload button[type=submit]").tap();
        assertThat(page.locator(".upload-result [role=alert]")).containsText("文件是空的");
        assertThat(page.locator(".upload-result")).isInViewport();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedInTheReadersLanguage() {
        Page page = onAChinesePhone().open("/calls#upload");
        visitor.asksForUnknown("/api/uploads");
        byte[] large = new byte[(int) TestServer.MAX_UPLOAD_BYTES + 1];
        page.setInputFiles("#file", new FilePayload("large.wav", "audio/wav", large));
        page.fill("input[name=rep]", "陈浩");
        page.locator("form.upload button[type=submit]").tap();
        assertThat(page.locator(".upload-result [role=alert]")).containsText("文件太大");
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCallsPageFollowsItsReading() throws Exception {
        Demonstration.Call call = callsOf("陈浩", Recording.Kind.TRANSCRIPT).getFirst();
        String id = reading.upload(call);
        Page page = onAChinesePhone().page();
        page.waitForResponse("**/api/events", () -> visitor.open("/calls/" + id));
        assertThat(page.locator(".reading-state")).containsText("排队中");
        server.write(
                Topics.PROGRESS.record(
                        id,
                        new CallProgress(
                                id,
                                1,
                                CallProgress.Stage.TRANSCRIBING,
                                75,
                                120,
                                OptionalDouble.of(90),
                                Instant.now())));
        assertThat(page.locator(".reading-state")).containsText("1:15 / 2:00");
        assertThat(page.locator(".reading-state")).containsText("还需约 2 分钟");
        reading.read(id, call);
        assertThat(page.locator(".line").first()).isVisible();
        assertThat(page.locator(".reading-state")).isHidden();
        assertThat(page.locator(".line.customer .who").first()).hasText("客户");
    }

    @Test
    void aPersonSaysWhoTheRepIs() throws Exception {
        String id = reading.add(callsOf("陈浩", Recording.Kind.TRANSCRIPT).get(1));
        Page page = onAChinesePhone().open("/calls/" + id);
        page.locator(".line.customer .correct").first().tap();
        assertThat(page.locator("dialog.ask h2")).hasText("这里是谁在说？");
        assertThat(page.locator("dialog.ask")).containsText("是销售，其余都是客户");
        page.locator("dialog.ask .actions button").first().tap();
        assertThat(page.locator("dialog.ask")).isHidden();
        page.locator(".swap").tap();
        assertThat(page.locator(".reading-state")).containsText("排队中");
    }

    @Test
    void aCoachSaysWhatALineIs() throws Exception {
        String id = reading.add(callsOf("陈浩", Recording.Kind.TRANSCRIPT).get(2));
        Page page = onAChinesePhone().open("/calls/" + id);
        Locator line = page.locator(".line.customer").first();
        line.locator(".mend").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.ask h2")).hasText("这里说的是什么？");
        assertThat(page.locator("dialog.ask select[name=question]"))
                .hasCount(0); // a customer asks no SPIN question
        page.selectOption("dialog.ask select[name=objection]", "trust");
        page.locator("dialog.ask button[type=submit]").tap();
        assertThat(page.locator("dialog.ask")).isHidden();
        assertThat(line.locator(".waits")).hasText("已保存，评分随后更新……");
        await(
                () ->
                        server.json("/api/corrections")
                                .path("items")
                                .path(0)
                                .path("label")
                                .path("label")
                                .asText()
                                .equals("trust"));
    }

    @Test
    void aFailedCallSaysWhatToDo() throws Exception {
        String id = server.uploaded("not a transcript", "Ann Failed");
        server.write(
                Topics.TRANSCRIPTS.record(
                        id,
                        new TranscriptEnd.CallFailed(
                                id,
                                1,
                                FailureKind.NOT_A_RECORDING,
                                "This file is no recording.",
                                "decode: nothing",
                                Instant.now())));
        await(() -> server.json("/api/calls/" + id).path("status").asText().equals("failed"));
        Page page = onAChinesePhone().open("/calls/" + id);
        assertThat(page.locator(".failure")).containsText("既不是声音");
        assertThat(page.locator(".failure .actions .button")).hasText("上传通话");
    }

    @Test
    void deletingACallAsksFirst() throws Exception {
        String id = server.uploaded("Ann: hello\nBob: hello\n", "Ann Deleted");
        Page page = atTheDesk().open("/calls/" + id);
        page.locator(".call-top button").click();
        assertThat(page.locator("dialog.ask button").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.ask")).isHidden();
        assertThat(server.get("/api/calls/" + id).statusCode()).isEqualTo(200);
        page.locator(".call-top button").click();
        page.locator("dialog.ask .danger").click();
        page.waitForURL("**/calls");
        assertThat(server.get("/api/calls/" + id).statusCode()).isEqualTo(404);
        assertThat(page.locator("a[href='/calls/%s']".formatted(id))).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"/calls/unknown, 没有这通电话", "/reps/unknown, 没有这位销售"})
    void whatIsNotThereIsSaidWithAWayOn(String path, String words) {
        Page page = onAChinesePhone().page();
        visitor.asksForUnknown("/unknown");
        visitor.open(path);
        assertThat(page.locator("h1")).hasText(words);
        assertThat(page.locator("main .button")).isVisible();
    }

    @Test
    void aSpentLinkEndsWhereOneLearnsToGetANewOne() {
        visitor = atTheDesk();
        visitor.asksForUnknown("/login");
        visitor.page().navigate(server.api().url().resolve("/login?code=spent").toString());
        assertThat(visitor.page().locator("code")).hasText("talktrack link");
    }

    @Test
    void theChosenLanguageIsRemembered() {
        Page page = atTheDesk().open("/calls/" + importedCall);
        page.locator(".line .time").nth(2).click();
        page.locator(".language").click();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator(".line").nth(2)).hasAttribute("aria-current", "true");
        visitor.open("/chat");
        assertThat(page.locator("h1")).hasText("问答");
    }

    @ParameterizedTest
    @CsvSource({"REDUCE, none", "NO_PREFERENCE, passing"})
    void nothingMovesForThoseWhoAskForThat(ReducedMotion motion, String animation)
            throws Exception {
        String id = server.uploaded("Ann: hello\n", "Ann Waits");
        visitor = new Visitor(server, browser, Visitor.DESK, "en-GB", ColorScheme.LIGHT, motion);
        Locator bar = visitor.open("/calls/" + id).locator(".reading-state progress");
        assertThat(bar.evaluate("bar => getComputedStyle(bar).animationName")).isEqualTo(animation);
    }

    @Test
    void aDismissedRecommendationSaysWhyAndComesBack() {
        Page page = atTheDesk().open("/reps/anna-brooks");
        Locator card = page.locator(".card.practice").first();
        String skill = card.locator("h3").textContent();
        card.locator(".actions button.quiet").first().click();
        page.locator("dialog[open] select[name=reason]").selectOption("not-now");
        page.locator("dialog[open] button[type=submit]").click();
        Locator held = page.locator(".held li");
        assertThat(held).containsText(skill);
        held.locator("button").click();
        assertThat(held).hasCount(0);
        assertThat(page.locator(".card.practice h3").first()).hasText(skill);
    }

    @Test
    void aGoalIsSetAndTakenBack() {
        Page page = onAChinesePhone().open("/reps/anna-brooks");
        page.locator("#goals > p button").click();
        page.locator("dialog[open] input[name=target]").fill("75");
        page.locator("dialog[open] button[type=submit]").click();
        Locator goal = page.locator(".goals li");
        assertThat(goal).containsText("75");
        goal.locator("button").click();
        assertThat(goal).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/reps/anna-brooks",
                "/calls",
                "/calls/RECORDED",
                "/calls/IMPORTED",
                "/chat",
                "/practice",
                "/questions",
                "/library",
                "/library?id=en-price-1",
                "/library?kind=cases",
                "/documents",
                "/documents/DOCUMENT"
            })
    void everyPageIsAtHomeOnAPhone(String path) throws Exception {
        visitor =
                new Visitor(
                        server,
                        browser,
                        Visitor.PHONE,
                        "zh-CN",
                        ColorScheme.DARK,
                        ReducedMotion.NO_PREFERENCE);
        everyPageIsInOrder(path);
        assertThat(visitor.fits()).as("no sideways scrolling").isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/reps/anna-brooks",
                "/calls",
                "/calls/RECORDED",
                "/calls/IMPORTED",
                "/chat",
                "/practice",
                "/questions",
                "/library",
                "/library?id=en-price-1",
                "/library?kind=cases",
                "/documents",
                "/documents/DOCUMENT"
            })
    void everyPageIsAtHomeOnADesk(String path) throws Exception {
        visitor = atTheDesk();
        everyPageIsInOrder(path);
    }

    private void everyPageIsInOrder(String path) throws Exception {
        Page page =
                visitor.open(
                        path.replace("RECORDED", recordedCall)
                                .replace("IMPORTED", importedCall)
                                .replace("DOCUMENT", document));
        assertThat(page.locator(".banner.demonstration")).isVisible();
        assertThat(visitor.shifted())
                .as("what is shown does not move away: %s", visitor.moved())
                .isLessThan(0.1);
        assertThat(visitor.namelessControls()).isEmpty();
        assertThat(visitor.unreadableTexts()).isEmpty();
    }

    @Test
    void aCitedPassageIsMarkedInItsDocument() {
        Page page = atTheDesk().open("/documents/" + document + "?version=1#passage-1");
        assertThat(page.locator("section.cited")).containsText("390 EUR");
        assertThat(page.locator("section.cited")).isFocused();
        assertThat(page.locator("th").first()).hasText("Plan");
        assertThat(page.locator("#text b")).hasCount(0);
    }

    @Test
    void aDocumentIsReplacedReviewedAndRemoved() {
        Page page = atTheDesk().open("/documents");
        page.locator("#file").setInputFiles(upload("terms.md", "# Terms\n\nCancel in a month.\n"));
        assertThat(page.locator(".notes")).containsText("terms.md is in, as version 1.");
        Locator row =
                page.locator("li.card").filter(new Locator.FilterOptions().setHasText("terms"));
        assertThat(row.locator(".mark")).hasText("1 passage");
        row.locator("summary").click();
        row.getByLabel("Who may read it").selectOption("public");
        assertThat(row.locator(".chip.positive")).hasText("For customers too");
        row.getByLabel("Your name").fill("Dana Cole");
        page.keyboard().press("Enter");
        assertThat(row).containsText("by Dana Cole");
        row.locator("input[type=file]")
                .setInputFiles(upload("terms.txt", "Terms\n\nCancel in two months.\n"));
        assertThat(page.locator(".notes")).containsText("as version 2");
        assertThat(row.locator(".versions li")).hasCount(2);
        row.getByText("Remove", new Locator.GetByTextOptions().setExact(true)).click();
        page.locator("dialog.ask .danger").click();
        assertThat(row).hasCount(0);
    }

    @Test
    void whatIsTypedStaysWhileDocumentsAreRead() {
        Page page = atTheDesk().page();
        AtomicBoolean reading = new AtomicBoolean(true);
        page.route(
                "**/api/documents",
                route -> {
                    APIResponse answer = route.fetch();
                    String documents = answer.text();
                    route.fulfill(
                            new Route.FulfillOptions()
                                    .setResponse(answer)
                                    .setBody(
                                            reading.get()
                                                    ? documents.replace("indexed", "reading")
                                                    : documents));
                });
        visitor.open("/documents");
        Locator row =
                page.locator("li.card").filter(new Locator.FilterOptions().setHasText("prices"));
        assertThat(row.locator(".mark")).not().containsText("passage");
        row.locator("summary").click();
        row.getByLabel("Your name").pressSequentially("Dana C");
        reading.set(false);
        assertThat(row.locator(".mark"))
                .containsText(
                        "passage",
                        new LocatorAssertions.ContainsTextOptions()
                                .setTimeout(WHEN_NEXT_LOOKED_MILLISECONDS));
        assertThat(row.getByLabel("Your name")).hasValue("Dana C");
        assertThat(row.getByLabel("Your name")).isFocused();
    }

    @Test
    void aLanguageThatThereIsNotIsLeftAlone() {
        Page page = atTheDesk().open("/calls?lang=toString");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("h1")).hasText("Calls");
    }

    @Test
    void whatCannotBeReadIsSaidAndNotKept() {
        Page page = onAChinesePhone().open("/documents");
        visitor.asksForUnknown("/api/documents");
        page.locator("#file").setInputFiles(upload("broken.pdf", "%PDF-1.7 broken"));
        assertThat(page.locator(".notes .bad")).containsText("文档无法读取");
        assertThat(page.locator("li.card")).not().containsText("broken.pdf");
    }

    private static FilePayload upload(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
