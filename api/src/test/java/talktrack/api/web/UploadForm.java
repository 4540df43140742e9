package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import talktrack.api.http.TestServer;

/** The form that calls are uploaded with. */
abstract class UploadForm extends PageVisit {

    @Test
    void theFormUploadsAndTheCallAppears() {
        Page page = atTheDesk().open("/calls");
        page.setInputFiles("#file", file("call.txt", "Ann: how are you\nBob: fine\n"));
        page.fill("input[name=rep]", "Ann Upload");
        page.fill("input[name=customer]", "<img src=x onerror=alert(1)>");
        page.locator("form.upload button[type=submit]").click();
        assertThat(page.locator(".upload-result a")).isVisible();
        assertThat(page.locator(".call-customer").first()).hasText("<img src=x onerror=alert(1)>");
    }

    @Test
    void anEmptyFileIsRefusedBeforeItIsSent() {
        Page page = onAChinesePhone().open("/calls#upload");
        page.setInputFiles("#file", file("empty.wav", ""));
        page.fill("input[name=rep]", "陈浩");
        page.locator("form.upload button[type=submit]").tap();
        assertThat(page.locator(".upload-result [role=alert]")).containsText("文件是空的");
        assertThat(page.locator(".upload-result")).isInViewport();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedInTheReadersLanguage() {
        Page page = onAChinesePhone().open("/calls#upload");
        visitor.asksForUnknown("/api/uploads");
        byte[] large = new byte[(int) TestServer.MAX_UPLOAD_BYTES + 1];
        page.setInputFiles("#file", new FilePayload("large.wav", "audio/wav", large));
        page.fill("input[name=rep]", "陈浩");
        page.locator("form.upload button[type=submit]").tap();
        assertThat(page.locator(".upload-result [role=alert]")).containsText("文件太大");
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
