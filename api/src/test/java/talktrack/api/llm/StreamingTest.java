package talktrack.api.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.api.Config.Llm.Provider;
import talktrack.api.llm.LanguageModel.Streamed;

class StreamingTest {

    private final List<String> tokens = new ArrayList<>();
    private ScriptedModel server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedModel();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void tokensComeInOrderInBothProtocols(Provider provider) {
        server.says("It lasts 你好 ten years.");
        Streamed streamed = stream(provider).orElseThrow();
        assertThat(tokens).containsExactly("It ", "lasts ", "你好 ", "ten ", "years.");
        assertThat(streamed.text()).isEqualTo("It lasts 你好 ten years.");
        assertThat(streamed.untilFirst()).isPositive().isLessThanOrEqualTo(streamed.whole());
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aCutOffStreamIsNoAnswer(Provider provider) {
        server.isCutOffAfter("It lasts");
        assertThat(stream(provider)).isEmpty();
        assertThat(tokens).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aConnectionThatBreaksIsNoAnswerAndIsNotTriedAgain(Provider provider) {
        server.breaksOff("It lasts ten years.");
        assertThat(stream(provider)).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void anEndThatTheModelHasNotDeclaredIsNoEnd(Provider provider) {
        server.fadesOut("It lasts ten years.");
        assertThat(stream(provider)).isEmpty();
        assertThat(tokens).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aServerThatStallsOrNeverAnswersIsGivenUp(Provider provider) {
        server.stallsIn("It lasts ten years.").neverAnswers();
        LanguageModel model = ScriptedModel.model(server.config(provider, Duration.ofSeconds(2)));
        assertThat(model.stream("Say it.", Map.of(), tokens::add)).isEmpty();
        assertThat(tokens).isNotEmpty();
        assertThat(model.stream("Say it.", Map.of(), tokens::add)).isEmpty();
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aStreamWithoutEndIsBrokenOff(Provider provider) {
        server.neverEnds("word ".repeat(5000));
        assertThat(stream(provider)).isEmpty();
        await().until(() -> server.brokenOff() == 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aConsumerThatHasHeardEnoughEndsTheRequest(Provider provider) {
        server.neverEnds("word ");
        LanguageModel model = ScriptedModel.model(server.config(provider));
        assertThatThrownBy(
                        () ->
                                model.stream(
                                        "Say.",
                                        Map.of(),
                                        token -> {
                                            throw new IllegalStateException("gone");
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("gone");
        await().until(() -> server.brokenOff() == 1);
    }

    @Test
    void anInterruptedThreadEndsTheRequest() {
        server.neverEnds("word ");
        assertThat(
                        server.model().stream(
                                "Say.", Map.of(), token -> Thread.currentThread().interrupt()))
                .isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        await().until(() -> server.brokenOff() == 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void beforeTheFirstTokenItTriesAgain(Provider provider) {
        server.fails(503).wantsAPause(0).says("It does.");
        assertThat(stream(provider)).map(Streamed::text).contains("It does.");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aPauseLongerThanOursIsNotWaitedFor() {
        server.wantsAPause(3600);
        assertThat(stream(Provider.OPENAI)).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void whatTheModelThinksFirstIsNotSaid() {
        server.says("<think>It could be ten or twelve years.</think>It lasts ten years.");
        assertThat(stream(Provider.OPENAI)).map(Streamed::text).contains("It lasts ten years.");
        assertThat(String.join("", tokens)).isEqualTo("It lasts ten years.");
    }

    @Test
    void nothingSaidIsNoAnswer() {
        server.says("");
        assertThat(stream(Provider.OPENAI)).isEmpty();
    }

    private Optional<Streamed> stream(Provider provider) {
        return ScriptedModel.model(server.config(provider)).stream(
                "Say it.", Map.of("question", "how long"), tokens::add);
    }
}
