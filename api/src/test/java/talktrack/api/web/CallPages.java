package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.models.events.Recording;

/** What was said in a call, as its page shows and plays it. */
abstract class CallPages extends PageVisit {

    @Test
    void anUtterancePlaysFromWhereItWasSaid() {
        Page page = atTheDesk().open("/calls/" + recordedCall());
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
        Page page = atTheDesk().open("/calls/" + recordedCall());
        page.locator(".line .time").nth(4).click();
        String link = page.url();
        page.navigate("about:blank");
        page.navigate(link);
        assertThat(page.locator(".line").nth(4)).hasAttribute("aria-current", "true");
    }

    @Test
    void anImportedCallSaysThatThereIsNothingToPlay() {
        Page page = atTheDesk().open("/calls/" + importedCall());
        assertThat(page.locator(".line").first()).isVisible();
        assertThat(page.locator(".player")).containsText("no recording to play");
        assertThat(page.locator(".follow")).isHidden();
    }

    @Test
    void onOneChannelSpeakersAreToldByTheirVoices() {
        Page page = onAChinesePhone().open("/calls/" + recordedCall());
        assertThat(page.locator(".cautions")).containsText("按声音区分说话人");
        assertThat(page.locator(".speakers-bar")).containsText("区分出 2 个声音");
        assertThat(page.locator(".speakers-bar")).containsText("可能归错了人");
        assertThat(page.locator(".line.rep").first()).isVisible();
        assertThat(page.locator(".line.customer").first()).isVisible();
    }

    @Test
    void whereNobodyKnowsWhoSpeaksNoObjectionsAreDenied() throws Exception {
        String id =
                server().uploaded(
                                """
                        1
                        00:00:01,000 --> 00:00:03,000
                        你们的产品太贵了

                        2
                        00:00:04,000 --> 00:00:06,000
                        您现在用的是哪一家
                        """,
                                "陈浩");
        reading().read(id, callsOf("陈浩", Recording.Kind.TRANSCRIPT).getFirst());
        Page page = onAChinesePhone().open("/calls/" + id);
        assertThat(page.locator("#findings")).containsText("无法知道是谁在说话");
        assertThat(page.locator("#findings")).not().containsText("没有听到异议");
        assertThat(page.locator("#findings .unmeasured")).isVisible();
    }

    @Test
    void labelsThatAreTooUncertainToCountArePerhaps() {
        Page page = atTheDesk().open("/calls/" + importedCall());
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
        Page page = onAChinesePhone().open("/calls/" + recordedCall());
        page.selectOption(".transcript-top select", "needs");
        assertThat(page.locator(".lines .line:not([hidden])").first()).isVisible();
        assertThat(
                        page.locator(
                                ".lines .line:not([hidden]):not(:has(.chip:text-matches('说出问题|说出需求')))"))
                .hasCount(0);
    }

    @Test
    void handlingIsJudgedOnlyWhereAnObjectionIsAnswered() throws Exception {
        Page page = atTheDesk().open("/calls/" + importedCall());
        long answers =
                server()
                        .json("/api/calls/" + importedCall())
                        .path("objections")
                        .findValues("replyIds")
                        .stream()
                        .mapToLong(ids -> ids.size())
                        .sum();
        assertThat(page.locator(".line:has(.chip.step, .chip.fault)").count())
                .isLessThanOrEqualTo((int) answers);
    }
}
