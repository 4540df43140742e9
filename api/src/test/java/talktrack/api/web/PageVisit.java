package talktrack.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import talktrack.api.http.TestServer;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.Recording;

/** Tests of pages on the server that {@link PagesIT} starts once for all of them. */
abstract class PageVisit {

    static final String REP = "Anna Brooks";

    Visitor visitor;

    Visitor atTheDesk() {
        visitor = new Visitor(server(), browser(), Visitor.DESK, "en-GB");
        return visitor;
    }

    Visitor onAChinesePhone() {
        visitor = new Visitor(server(), browser(), Visitor.PHONE, "zh-CN");
        return visitor;
    }

    @AfterEach
    void nothingWentWrong() {
        visitor.close();
        assertThat(visitor.troubles()).isEmpty();
    }

    static TestServer server() {
        return PagesIT.server;
    }

    static Browser browser() {
        return PagesIT.chromium.browser();
    }

    static ReadCalls reading() {
        return PagesIT.reading;
    }

    /** A call with its recording, on one channel. */
    static String recordedCall() {
        return PagesIT.recordedCall;
    }

    /** A call that came as a transcript. */
    static String importedCall() {
        return PagesIT.importedCall;
    }

    /** A document with prices. */
    static String document() {
        return PagesIT.document;
    }

    static List<Demonstration.Call> callsOf(String rep, Recording.Kind kind) {
        return Demonstration.calls().stream()
                .filter(call -> call.rep().equals(rep) && call.kind() == kind)
                .toList();
    }
}
