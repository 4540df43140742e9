package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every page, and the way to them. */
abstract class EveryPage extends PageVisit {

    static List<String> pages() {
        return List.of(
                "/?team=harbor",
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
                "/documents/DOCUMENT");
    }

    @ParameterizedTest
    @MethodSource("talktrack.api.web.EveryPage#pages")
    void everyPageIsAtHomeOnAPhone(String path) throws Exception {
        visitor =
                new Visitor(
                        server(),
                        browser(),
                        Visitor.PHONE,
                        "zh-CN",
                        ColorScheme.DARK,
                        ReducedMotion.NO_PREFERENCE);
        everyPageIsInOrder(path);
        assertThat(visitor.fits()).as("no sideways scrolling").isTrue();
    }

    @ParameterizedTest
    @MethodSource("talktrack.api.web.EveryPage#pages")
    void everyPageIsAtHomeOnADesk(String path) throws Exception {
        visitor = atTheDesk();
        everyPageIsInOrder(path);
    }

    private void everyPageIsInOrder(String path) throws Exception {
        // Comes from another page: only the first one must wait to hear that this is a
        // demonstration.
        visitor.page().addInitScript("sessionStorage.setItem('talktrack.demonstration', 'true')");
        Page page =
                visitor.open(
                        path.replace("RECORDED", recordedCall())
                                .replace("IMPORTED", importedCall())
                                .replace("DOCUMENT", document()));
        assertThat(page.locator(".banner.demonstration")).isVisible();
        assertThat(visitor.shifted())
                .as("what is shown does not move away: %s", visitor.moved())
                .isLessThan(0.1);
        assertThat(visitor.namelessControls()).isEmpty();
        assertThat(visitor.unreadableTexts()).isEmpty();
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
    void aLoginLinkOpensTheFirstPage() {
        Page page = atTheDesk().page();
        page.context().clearCookies();
        page.navigate(server().api().loginLink());
        assertThat(page).hasURL(server().api().url().resolve("/").toString());
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    void aSpentLinkEndsWhereOneLearnsToGetANewOne() {
        visitor = atTheDesk();
        visitor.asksForUnknown("/login");
        visitor.page().navigate(server().api().url().resolve("/login?code=spent").toString());
        assertThat(visitor.page().locator("code")).hasText("talktrack link");
    }

    @Test
    void theChosenLanguageIsRemembered() {
        Page page = atTheDesk().open("/calls/" + importedCall());
        page.locator(".line .time").nth(2).click();
        page.locator(".language").click();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator(".line").nth(2)).hasAttribute("aria-current", "true");
        visitor.open("/chat");
        assertThat(page.locator("h1")).hasText("问答");
    }

    @Test
    void chineseTextsPartOnlyFiguresAndLatinNamesFromTheirWords() {
        Page page = onAChinesePhone().open("/practice");
        String filled =
                """
                async ([key, value]) => (await import('/assets/words.js')).t(key, value)""";
        assertThat(page.evaluate(filled, said("practice.accepted", "day", "9月14日")))
                .isEqualTo("9月14日已采纳");
        assertThat(page.evaluate(filled, said("practice.shares", "name", "王磊")))
                .isEqualTo("同事可以听王磊通话中的精彩片段");
        assertThat(page.evaluate(filled, said("practice.shares", "name", "Anna")))
                .isEqualTo("同事可以听 Anna 通话中的精彩片段");
        assertThat(page.evaluate(filled, said("percentile.reps", "n", 6))).isEqualTo("共 6 位");
    }

    private static List<Object> said(String key, String blank, Object value) {
        return List.of(key, Map.of(blank, value));
    }

    @Test
    void aLanguageThatThereIsNotIsLeftAlone() {
        Page page = atTheDesk().open("/calls?lang=toString");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("h1")).hasText("Calls");
    }

    @Test
    void onlyWhatNobodyChangedIsShippedWithTalktrack() throws Exception {
        visitor = new Visitor(server(), browser(), Visitor.DESK, "en-GB");
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
}
