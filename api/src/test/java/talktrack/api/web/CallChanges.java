package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.api.http.TestServer.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.CallProgress;
import talktrack.models.events.Recording;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.FailureKind;

/** A call's page while the call is read, fails, is corrected or deleted. */
abstract class CallChanges extends PageVisit {

    @Test
    void aCallsPageFollowsItsReading() throws Exception {
        Demonstration.Call call = callsOf("陈浩", Recording.Kind.TRANSCRIPT).getFirst();
        String id = reading().upload(call);
        Page page = onAChinesePhone().page();
        page.waitForResponse("**/api/events", () -> visitor.open("/calls/" + id));
        assertThat(page.locator(".reading-state")).containsText("排队中");
        server().write(
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
        reading().read(id, call);
        assertThat(page.locator(".line").first()).isVisible();
        assertThat(page.locator(".reading-state")).isHidden();
        assertThat(page.locator(".line.customer .who").first()).hasText("客户");
    }

    @Test
    void aPersonSaysWhoTheRepIs() throws Exception {
        String id = reading().add(callsOf("陈浩", Recording.Kind.TRANSCRIPT).get(1));
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
        String id = reading().add(callsOf("陈浩", Recording.Kind.TRANSCRIPT).get(2));
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
                        server().json("/api/corrections")
                                .path("items")
                                .path(0)
                                .path("label")
                                .path("label")
                                .asText()
                                .equals("trust"));
    }

    @Test
    void aFailedCallSaysWhatToDo() throws Exception {
        String id = server().uploaded("not a transcript", "Ann Failed");
        server().write(
                        Topics.TRANSCRIPTS.record(
                                id,
                                new TranscriptEnd.CallFailed(
                                        id,
                                        1,
                                        FailureKind.NOT_A_RECORDING,
                                        "This file is no recording.",
                                        "decode: nothing",
                                        Instant.now())));
        await(() -> server().json("/api/calls/" + id).path("status").asText().equals("failed"));
        Page page = onAChinesePhone().open("/calls/" + id);
        assertThat(page.locator(".failure")).containsText("既不是声音");
        assertThat(page.locator(".failure .actions .button")).hasText("上传通话");
    }

    @Test
    void deletingACallAsksFirst() throws Exception {
        String id = server().uploaded("Ann: hello\nBob: hello\n", "Ann Deleted");
        Page page = atTheDesk().open("/calls/" + id);
        page.locator(".call-top button").click();
        assertThat(page.locator("dialog.ask button").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.ask")).isHidden();
        assertThat(server().get("/api/calls/" + id).statusCode()).isEqualTo(200);
        page.locator(".call-top button").click();
        page.locator("dialog.ask .danger").click();
        page.waitForURL("**/calls");
        assertThat(server().get("/api/calls/" + id).statusCode()).isEqualTo(404);
        assertThat(page.locator("a[href='/calls/%s']".formatted(id))).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"REDUCE, none", "NO_PREFERENCE, passing"})
    void nothingMovesForThoseWhoAskForThat(ReducedMotion motion, String animation)
            throws Exception {
        String id = server().uploaded("Ann: hello\n", "Ann Waits");
        visitor =
                new Visitor(server(), browser(), Visitor.DESK, "en-GB", ColorScheme.LIGHT, motion);
        Locator bar = visitor.open("/calls/" + id).locator(".reading-state progress");
        assertThat(bar).hasCSS("animation-name", animation);
    }
}
