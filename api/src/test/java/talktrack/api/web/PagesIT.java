package talktrack.api.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.http.TestServer;
import talktrack.models.demonstration.Demonstration;
import talktrack.models.events.Json;
import talktrack.models.events.Recording;
import talktrack.models.labels.ChannelLayout;

/**
 * The pages in a real browser, on a real server with a few calls of the demonstration. The tests
 * stand in one file for each subject; here is what they share, since starting it takes longer than
 * most of them.
 */
class PagesIT {

    private static final int ENOUGH_TO_JUDGE = 4;
    private static final String PRICES =
            "# Prices\n\n<b>Monthly</b> fees.\n\n## Plans\n\n| Plan | Fee |\n| --- | --- |\n| Dock |"
                    + " 390 EUR |\n";

    @TempDir static Path temporary;
    static TestServer server;
    static ReadCalls reading;
    static Chromium chromium;
    static String recordedCall;
    static String importedCall;
    static String document;

    @BeforeAll
    static void start() throws Exception {
        Chromium.assumeThereIsOne();
        server = new TestServer(temporary);
        server.talkTracks().publishShipped();
        server.cases().publishShipped();
        document =
                Json.mapper()
                        .readTree(
                                server.document(
                                                "/api/documents",
                                                "prices.md",
                                                PRICES.getBytes(StandardCharsets.UTF_8))
                                        .body())
                        .path("id")
                        .asText();
        reading = new ReadCalls(server);
        recordedCall = reading.add(oneStream());
        for (Demonstration.Call call :
                PageVisit.callsOf(PageVisit.REP, Recording.Kind.TRANSCRIPT)
                        .subList(0, ENOUGH_TO_JUDGE)) {
            importedCall = reading.add(call);
        }
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (reading != null) {
            reading.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /** One channel takes half the time to transcribe. */
    private static Demonstration.Call oneStream() {
        return Demonstration.calls().stream()
                .filter(call -> call.channels() == ChannelLayout.MONO)
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class Team extends TeamPages {}

    @Nested
    class Calls extends CallPages {}

    @Nested
    class Changes extends CallChanges {}

    @Nested
    class Form extends UploadForm {}

    @Nested
    class OnTheMove extends UploadOnTheMove {}

    @Nested
    class Documents extends DocumentPages {}

    @Nested
    class Every extends EveryPage {}
}
