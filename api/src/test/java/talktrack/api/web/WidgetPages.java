package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The chat's widget on another website. */
abstract class WidgetPages {

    @Test
    void theWidgetAnswersOnAnotherWebsiteUnderAStrictPolicy() {
        try (BrowserContext context = ChatPagesIT.chromium.browser().newContext()) {
            Page page = context.newPage();
            List<String> troubles = new ArrayList<>();
            page.onPageError(troubles::add);
            page.onConsoleMessage(
                    message -> {
                        if (message.type().equals("error") && !message.text().contains("favicon")) {
                            troubles.add(message.text());
                        }
                    });
            page.navigate(ChatPagesIT.origin() + "/");
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
            page.navigate(ChatPagesIT.origin() + "/another-page");
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
        try (BrowserContext context = ChatPagesIT.chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(ChatPagesIT.origin() + "/zh");
            page.locator("button.open").click();
            assertThat(page.locator(".panel h2")).hasText("有什么可以帮您？");
            page.fill("textarea", "How long is the warranty on a new machine?");
            page.keyboard().press("Enter");
            assertThat(page.locator(".said").last()).containsText("24 months");
        }
    }

    @Test
    void aVisitorSaysWhatAnAnswerLacksAndHandsARefusedQuestionToTheTeam() throws Exception {
        try (BrowserContext context = ChatPagesIT.chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(ChatPagesIT.origin() + "/");
            page.locator("button.open").click();
            ask(page, "How long is the warranty on a new machine?");
            assertThat(page.locator(".team")).hasCount(0);
            page.locator(".thumbs button").last().click();
            assertThat(page.locator(".thumbs select")).isFocused();
            assertThat(page.locator(".thumbs option")).hasCount(5);
            page.selectOption(".thumbs select", "out-of-date");
            page.fill(".thumbs input", "It is three years now.");
            page.locator(".thumbs button").click();
            assertThat(page.locator(".thumbs [role=status]")).isFocused();

            ask(page, "Who was the last chancellor of Atlantis?");
            page.locator(".team button").click();
            assertThat(page.locator(".team input")).isFocused();
            page.locator(".team button").click(); // nothing is sent without an address
            page.fill(".team input", "kim@example.org");
            page.keyboard().press("Enter");
            assertThat(page.locator(".team [role=status]")).containsText("Our team has");
            page.locator(".thumbs").last().locator("button").first().click();
            assertThat(page.locator(".thumbs [role=status]")).hasCount(2);
        }
        assertThat(ChatPagesIT.server.get("/api/chat/questions").body())
                .containsOnlyOnce("kim@example.org");
        assertThat(ChatPagesIT.server.get("/api/chat/feedback").body())
                .contains("It is three years now.", "out-of-date");
    }

    @Test
    void whatCannotBeNotedIsSaidInTheWidgetsLanguage() {
        try (BrowserContext context = ChatPagesIT.chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(ChatPagesIT.origin() + "/zh");
            page.locator("button.open").click();
            ask(page, "How long is the warranty on a new machine?");
            Map.of(404, "请重新提问", 429, "请稍候再试", 500, "没有发出去")
                    .forEach(
                            (status, words) -> {
                                page.route("**/feedback", route -> route.fulfill(refused(status)));
                                page.locator(".thumbs button").first().click();
                                assertThat(page.locator(".thumbs [role=alert]"))
                                        .containsText(words);
                            });
            page.unroute("**/feedback");
            page.locator(".thumbs button").first().click();
            assertThat(page.locator(".thumbs [role=status]")).containsText("谢谢");
        }
    }

    private static Route.FulfillOptions refused(int status) {
        return new Route.FulfillOptions()
                .setStatus(status)
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*"));
    }

    private static void ask(Page page, String question) {
        page.fill("textarea", question);
        page.keyboard().press("Enter");
        assertThat(page.locator("[aria-busy]")).hasCount(0);
    }

    /** The conversation that the widget goes on with on the next page. */
    private static String kept(Page page) {
        return String.valueOf(page.evaluate("sessionStorage.getItem('talktrack.conversation')"));
    }
}
