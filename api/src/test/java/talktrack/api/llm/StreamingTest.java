package talktrack.api.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.api.Config.Llm.Provider;
import talktrack.models.events.Json;

class StreamingTest {

    private static final String THREE =
            "{\"said\": [{\"say\": \"It lasts\"}, {\"say\": \"你好\"}, {\"say\": \"ten years.\"}]}";
    private static final String WITHOUT_END = "{\"said\":[{\"say\":\"word\"},";

    private static final JsonSchema SCHEMA =
            JsonSchema.builder()
                    .name("words")
                    .rootElement(
                            JsonObjectSchema.builder()
                                    .addProperty(
                                            "said",
                                            JsonArraySchema.builder()
                                                    .items(
                                                            JsonObjectSchema.builder()
                                                                    .addStringProperty("say")
                                                                    .build())
                                                    .build())
                                    .build())
                    .build();

    private final List<Words> parts = new ArrayList<>();
    @AutoClose private final ScriptedModel server = new ScriptedModel();

    private record Said(String say) {}

    private record Words(List<Said> said) {
        static Words of(String... words) {
            return new Words(List.of(words).stream().map(Said::new).toList());
        }
    }

    private static final Words ALL = Words.of("It lasts", "你好", "ten years.");

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void theAnswerGrowsInBothProtocols(Provider provider) {
        server.says(THREE);
        assertThat(stream(provider)).contains(ALL);
        assertThat(parts).containsExactly(Words.of("It lasts"), Words.of("It lasts", "你好"), ALL);
        assertThat(server.requests()).singleElement().asString().contains("properties");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aCutOffStreamIsNoAnswer(Provider provider) {
        server.isCutOffAfter(THREE);
        assertThat(stream(provider)).isEmpty();
        assertThat(parts).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aConnectionThatBreaksIsNoAnswerAndIsNotTriedAgain(Provider provider) {
        server.breaksOff(THREE);
        assertThat(stream(provider)).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void anEndThatTheModelHasNotDeclaredIsNoEnd(Provider provider) {
        server.fadesOut(THREE);
        assertThat(stream(provider)).isEmpty();
        assertThat(parts).isNotEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aServerThatStallsOrNeverAnswersIsGivenUp(Provider provider) {
        server.stallsIn(THREE).neverAnswers();
        LanguageModel model = ScriptedModel.model(server.config(provider, Duration.ofSeconds(2)));
        assertThat(stream(model, parts::add)).isEmpty();
        assertThat(parts).isNotEmpty();
        assertThat(stream(model, parts::add)).isEmpty();
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
        server.neverEnds(WITHOUT_END);
        LanguageModel model = ScriptedModel.model(server.config(provider));
        assertThatThrownBy(
                        () ->
                                stream(
                                        model,
                                        part -> {
                                            throw new IllegalStateException("gone");
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("gone");
        await().until(() -> server.brokenOff() == 1);
    }

    @Test
    void anInterruptedThreadEndsTheRequest() {
        server.neverEnds(WITHOUT_END);
        assertThat(stream(server.model(), part -> Thread.currentThread().interrupt())).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        await().until(() -> server.brokenOff() == 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void beforeTheFirstTokenItTriesAgain(Provider provider) {
        server.fails(503).wantsAPause(0).says(THREE);
        assertThat(stream(provider)).contains(ALL);
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
        server.says("<think>{\"said\": [{\"say\": \"twelve?\"}]}</think>" + THREE);
        assertThat(stream(Provider.OPENAI)).contains(ALL);
        assertThat(parts).first().isEqualTo(Words.of("It lasts"));
    }

    @Test
    void nothingSaidIsNoAnswer() {
        server.says("");
        assertThat(stream(Provider.OPENAI)).isEmpty();
    }

    @Test
    void aServerThatAnswersAsAWholeAllTheSameIsAskedSoFromThenOn() {
        server.speaksOddly(
                Json.text(
                        Map.of(
                                "id",
                                "1",
                                "model",
                                "scripted",
                                "choices",
                                List.of(
                                        Map.of(
                                                "index",
                                                0,
                                                "message",
                                                Map.of("role", "assistant", "content", THREE),
                                                "finish_reason",
                                                "stop")))));
        LanguageModel model = server.model();
        assertThat(stream(model, parts::add)).contains(ALL);
        assertThat(server.requests()).hasSize(2);
        assertThat(stream(model, parts::add)).contains(ALL);
        assertThat(server.requests()).hasSize(3);
        assertThat(parts).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aServerThatRefusesStreamsIsAskedForTheWholeFromThenOn(Provider provider) {
        server.fails(400).says(THREE);
        LanguageModel model = ScriptedModel.model(server.config(provider));
        assertThat(stream(model, parts::add)).contains(ALL);
        assertThat(stream(model, parts::add)).contains(ALL);
        assertThat(server.requests()).hasSize(3);
        assertThat(parts).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aServerThatRefusesSchemasStreamsWithoutThemFromThenOn(Provider provider) {
        server.fails(400).fails(400).says(THREE);
        LanguageModel model = ScriptedModel.model(server.config(provider));
        assertThat(stream(model, parts::add)).contains(ALL);
        assertThat(parts).isEmpty();
        assertThat(stream(model, parts::add)).contains(ALL);
        assertThat(server.requests()).hasSize(4);
        assertThat(parts).hasSize(3);
    }

    private Optional<Words> stream(Provider provider) {
        return stream(ScriptedModel.model(server.config(provider)), parts::add);
    }

    private static Optional<Words> stream(LanguageModel model, Consumer<Words> soFar) {
        return model.stream("Say it.", Map.of("question", "how long"), SCHEMA, Words.class, soFar);
    }
}
