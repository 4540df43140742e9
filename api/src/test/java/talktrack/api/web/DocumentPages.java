package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The pages of documents. */
abstract class DocumentPages extends PageVisit {

    @Test
    void aCitedPassageIsMarkedInItsDocument() {
        Page page = atTheDesk().open("/documents/" + document() + "?version=1#passage-1");
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
        assertThat(row.locator(".mark")).containsText("passage");
        assertThat(row.getByLabel("Your name")).hasValue("Dana C");
        assertThat(row.getByLabel("Your name")).isFocused();
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
