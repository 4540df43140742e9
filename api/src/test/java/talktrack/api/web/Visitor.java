package talktrack.api.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import talktrack.api.http.TestServer;

/** Somebody who is logged in, with a browser; notes whatever goes wrong on the pages. */
final class Visitor implements AutoCloseable {
    static final int PHONE = 375;
    static final int DESK = 1280;

    /** As a browser reads controls out: those without a name have no quoted text. */
    private static final Pattern NAMELESS =
            Pattern.compile(
                    "(?m)^\\s*- (button|link|combobox|textbox|slider|checkbox)( \\[[^]]*])*:?$");

    /** Adds up how far what is shown moves by itself (the "cumulative layout shift"). */
    private static final String WATCH_SHIFTS =
            """
            window.shifted = 0;
            window.moved = [];
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                if (entry.hadRecentInput) continue;
                window.shifted += entry.value;
                for (const { node, previousRect, currentRect } of entry.sources) {
                  const name = node?.id || node?.className || node?.nodeName;
                  window.moved.push(`${name} from ${previousRect.y} to ${currentRect.y}`);
                }
              }
            }).observe({ type: 'layout-shift', buffered: true });
            """;

    private final TestServer server;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private final List<Response> audio = new ArrayList<>();
    private String unknown = "";

    Visitor(TestServer server, Browser browser, int width, String locale) {
        this(server, browser, width, locale, ColorScheme.LIGHT, ReducedMotion.NO_PREFERENCE);
    }

    Visitor(
            TestServer server,
            Browser browser,
            int width,
            String locale,
            ColorScheme scheme,
            ReducedMotion motion) {
        this.server = server;
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 812)
                                .setLocale(locale)
                                .setColorScheme(scheme)
                                .setReducedMotion(motion)
                                .setIsMobile(width == PHONE)
                                .setHasTouch(width == PHONE));
        context.addInitScript(WATCH_SHIFTS);
        page = context.newPage();
        page.onPageError(troubles::add);
        page.onRequest(
                request -> {
                    if (!request.url().startsWith(server.api().url().toString())
                            && !request.url().equals("about:blank")) {
                        troubles.add("asks for something elsewhere: " + request.url());
                    }
                });
        page.onResponse(
                response -> {
                    if (response.url().endsWith("/audio")) {
                        audio.add(response);
                    }
                });
        page.onConsoleMessage(
                message -> {
                    boolean expected = !unknown.isEmpty() && message.location().contains(unknown);
                    if (message.type().equals("error") && !expected) {
                        troubles.add(message.text() + " " + message.location());
                    }
                });
        // Without the first page, to which a login leads and which few tests want to see.
        context.request().get(server.api().loginLink(), RequestOptions.create().setMaxRedirects(0));
    }

    Page page() {
        return page;
    }

    /** Opens a page and waits until nothing on it is loading. */
    Page open(String path) {
        page.navigate(server.api().url().resolve(path).toString());
        page.waitForFunction(
                "() => document.querySelector('h1') && !document.querySelector('.loading')");
        return page;
    }

    /** The server may say that it does not know this. */
    void asksForUnknown(String name) {
        unknown = name;
    }

    /**
     * What went wrong so far: errors, refusals of the content security policy, foreign requests.
     */
    List<String> troubles() {
        return troubles;
    }

    /** Status codes of the sound that was asked for. */
    List<Integer> audioStatuses() {
        return audio.stream().map(Response::status).toList();
    }

    /** Controls that a screen reader could not name. */
    List<String> namelessControls() {
        return NAMELESS.matcher(page.locator("body").ariaSnapshot())
                .results()
                .map(match -> match.group().strip())
                .toList();
    }

    /** Texts with too little contrast. */
    @SuppressWarnings("unchecked")
    List<String> unreadableTexts() throws IOException {
        try (InputStream script = Visitor.class.getResourceAsStream("unreadable.js")) {
            return (List<String>)
                    page.evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    double shifted() {
        return ((Number) page.evaluate("window.shifted")).doubleValue();
    }

    /** What moved, for whoever has to find out why. */
    String moved() {
        return String.valueOf(page.evaluate("window.moved"));
    }

    boolean fits() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
    }

    @Override
    public void close() {
        context.close();
    }
}
