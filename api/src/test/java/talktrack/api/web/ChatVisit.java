package talktrack.api.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import talktrack.api.http.TestServer;

/** Tests of the chat's pages on the server that {@link ChatPagesIT} starts once for all of them. */
abstract class ChatVisit {

    static TestServer server() {
        return ChatPagesIT.server;
    }

    static Browser browser() {
        return ChatPagesIT.chromium.browser();
    }

    static void ask(Page page, String question) {
        page.fill("#question", question);
        page.keyboard().press("Enter");
        page.waitForFunction(
                "() => document.querySelector('.exchange') && !document.querySelector('[aria-busy]')");
    }
}
