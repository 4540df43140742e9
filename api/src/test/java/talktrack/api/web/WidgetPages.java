package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
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

    /** The conversation that the widget goes on with on the next page. */
    private static String kept(Page page) {
        return String.valueOf(page.evaluate("sessionStorage.getItem('talktrack.conversation')"));
    }
}
