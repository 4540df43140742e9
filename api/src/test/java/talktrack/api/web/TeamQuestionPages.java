package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Json;

/** What the documents do not answer, on the chat's and the team's pages. */
abstract class TeamQuestionPages extends ChatVisit {

    private static final Pattern PASSAGE =
            Pattern.compile("/documents/[^/]+\\?version=1#passage-\\d+");

    @Test
    void aRefusalShowsWhatCameNearestAndTheTeamWritesWhatIsMissing() throws Exception {
        try (Visitor visitor =
                new Visitor(
                        server(),
                        browser(),
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
            ChatPagesIT.untilAnswered(question);

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
    void theTableOfJudgementsSaysThatThereAreMore() throws Exception {
        try (Visitor visitor = new Visitor(server(), browser(), Visitor.DESK, "en-GB")) {
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
}
