package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The team's heatmap, and the page of a rep. */
abstract class TeamPages extends PageVisit {

    /** By itself the page opens with the largest team, and other tests' uploads make one. */
    private static final String TEAM = "/?team=harbor";

    @Test
    void aCellOfTheTeamOpensWhatItRestsOn() {
        Page page = atTheDesk().open(TEAM);
        Locator cell = page.locator("button.cell[data-sure=true]").first();
        cell.click();
        assertThat(page.locator("dialog.panel .evidence-list li").first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog.panel")).isHidden();
        assertThat(cell).isFocused();
    }

    @Test
    void theKeyboardGoesFromCellToCellAndOpensOne() {
        Page page = atTheDesk().open(TEAM);
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
        Page page = atTheDesk().open(TEAM);
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
}
