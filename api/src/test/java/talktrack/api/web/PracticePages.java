package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A practice call, and what it shows at its end. */
abstract class PracticePages extends ChatVisit {

    private static final String QUESTION =
            "What problems do you have with patients who do not turn up?";

    @Test
    void aPracticeCallEndsWithTheHeatmapOfACallAndTheWordsBehindEachCell() throws Exception {
        try (Visitor visitor = new Visitor(server(), browser(), Visitor.PHONE, "en-GB")) {
            Page page = visitor.open("/practice");
            page.locator(".customers li:has-text('Maureen') button").click();
            page.fill("#words", QUESTION);
            page.keyboard().press("Enter");
            assertThat(page.locator(".lines li")).hasCount(3);
            String answer = page.locator(".lines li").last().innerText();
            page.locator(".say button[type=button]").click();

            Locator row = page.locator(".course tr:has(th:text-is('Problem questions'))");
            assertThat(row.locator("td")).hasCount(10);
            assertThat(row.locator("button")).hasCount(1);
            assertThat(row.locator("button .value")).hasText("1");
            assertThat(page.locator(".course .n")).hasCount(0);
            row.locator("button").click();
            Locator behind = page.locator("dialog[open] .quotes li");
            assertThat(behind).hasCount(2);
            assertThat(behind.first()).containsText(QUESTION);
            assertThat(behind.last())
                    .containsText(answer.substring(answer.indexOf(':') + 1).strip());
            behind.first().locator("button").click();
            assertThat(page.locator("dialog[open]")).hasCount(0);
            assertThat(page.locator(".lines li:has-text('do not turn up')")).isInViewport();
            assertThat(page.locator(".lines li").last()).containsText("Problem named");
            assertThat(page.locator(".lines")).not().containsText("[object");
            assertThat(visitor.troubles()).isEmpty();
            assertThat(visitor.namelessControls()).isEmpty();
            assertThat(visitor.fits()).isTrue();
        }
    }
}
