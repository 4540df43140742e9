package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** Asking in the chat, and what becomes of a conversation. */
abstract class AskingPages extends ChatVisit {

    @Test
    void aFollowUpShowsHowItWasUnderstoodAndConversationsCanBeOpenedAndDeleted() throws Exception {
        try (Visitor visitor = new Visitor(server(), browser(), Visitor.DESK, "en-GB")) {
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
        try (Visitor visitor = new Visitor(server(), browser(), Visitor.DESK, "en-GB")) {
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
    void whatADocumentHoldsIsNeverMarkup() throws Exception {
        try (Visitor visitor = new Visitor(server(), browser(), Visitor.DESK, "en-GB")) {
            Page page = visitor.open("/chat");
            page.onDialog(dialog -> org.junit.jupiter.api.Assertions.fail("a script ran"));
            ask(page, "How long does the paint dry?");
            assertThat(page.locator(".answer").last()).containsText("onerror");
            assertThat(page.locator(".answer img, .answer script")).hasCount(0);
            assertThat(visitor.troubles()).isEmpty();
        }
    }

    @Test
    void whatTheServerSaysInEnglishStaysOffChinesePages() throws Exception {
        try (Visitor visitor = new Visitor(server(), browser(), Visitor.DESK, "zh-CN")) {
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
}
