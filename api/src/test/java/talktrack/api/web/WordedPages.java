package talktrack.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import talktrack.api.Config;
import talktrack.api.http.TestServer;
import talktrack.api.llm.ScriptedModel;

/** Answers that a language model words, in the chat's page. */
abstract class WordedPages extends ChatVisit {

    private static final String WRITTEN_BY_THE_MODEL =
            "Written by scripted from the passages below";

    @Test
    void whatTheModelTakesBackIsGoneBeforeThePassagesSpeak() throws Exception {
        try (ScriptedModel model = new ScriptedModel()) {
            model.says(
                    """
                    {"answered": true, "sentences": [
                      {"text": "The H1 manages up to 40 cups per day.", "passages": [1]},
                      {"text": "Every zebra sings loudly about submarines.", "passages": [1]}]}""");
            server().restartApi(model.config(Config.Llm.Provider.OPENAI));
            try (Visitor visitor = new Visitor(server(), browser(), Visitor.DESK, "en-GB")) {
                Page page = visitor.open("/chat");
                page.evaluate(
                        """
                        () => {
                          window.seen = [];
                          new MutationObserver(() => {
                            const words = document.querySelector('.answer-words')?.textContent;
                            if (words) window.seen.push(words);
                          }).observe(document.getElementById('talk'), { childList: true, subtree: true });
                        }""");
                ask(page, "How many cups per day does the H1 manage?");
                String answer = page.locator(".answer-words").innerText();
                assertThat(answer).contains("up to 40").doesNotContain("H1 manages", "zebra");
                assertThat(page.locator(".source")).not().containsText("scripted");
                assertThat((List<?>) page.evaluate("window.seen"))
                        .map(String::valueOf)
                        .anyMatch(words -> words.startsWith("The H1 manages"))
                        .noneMatch(words -> words.contains("zebra"))
                        .allMatch(
                                words ->
                                        "The H1 manages up to 40 cups per day. [1]"
                                                        .startsWith(words)
                                                || answer.startsWith(words.strip()));
                assertThat(visitor.troubles()).isEmpty();
            } finally {
                server().restartApi(TestServer.NO_MODEL);
            }
        }
    }

    @Test
    void aConversationOpenedAgainTellsThatItsAnswerWasWrittenByTheModel() throws Exception {
        try (ScriptedModel model = new ScriptedModel()) {
            model.says(
                    """
                    {"answered": true, "sentences": [
                      {"text": "The H1 manages up to 40 cups per day.", "passages": [1]}]}""");
            server().restartApi(model.config(Config.Llm.Provider.OPENAI));
            try (Visitor visitor = new Visitor(server(), browser(), Visitor.DESK, "en-GB")) {
                Page page = visitor.open("/chat");
                ask(page, "How many cups per day does the H1 manage?");
                assertThat(page.locator(".source")).hasText(WRITTEN_BY_THE_MODEL);
                page.reload();
                assertThat(page.locator(".exchange")).hasCount(1);
                assertThat(page.locator(".source")).hasText(WRITTEN_BY_THE_MODEL);
                page.locator(".sources a").first().click();
                assertThat(page.locator(".cited")).containsText("40");
                assertThat(visitor.troubles()).isEmpty();
            } finally {
                server().restartApi(TestServer.NO_MODEL);
            }
        }
    }
}
