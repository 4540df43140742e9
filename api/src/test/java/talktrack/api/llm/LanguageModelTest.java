package talktrack.api.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import talktrack.api.Config;
import talktrack.api.Config.Llm.Provider;
import talktrack.models.events.Json;

class LanguageModelTest {

    private static final JsonSchema SCHEMA =
            JsonSchema.builder()
                    .name("greeting")
                    .rootElement(
                            JsonObjectSchema.builder()
                                    .addStringProperty("say")
                                    .required("say")
                                    .build())
                    .build();

    @AutoClose private final ScriptedModel server = new ScriptedModel();

    private record Greeting(String say) {}

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void readsTheJsonOfBothProtocols(Provider provider) {
        server.says("{\"say\": \"hello 你好\"}");
        assertThat(ask(provider)).contains(new Greeting("hello 你好"));
        assertThat(server.requests())
                .singleElement()
                .asString()
                .contains("\"scripted\"", "0.1", "please", "properties");
    }

    @Test
    void ollamaIsToldNotToThinkAndHowMuchToRead() throws IOException {
        server.says("{\"say\": \"hello\"}");
        LanguageModel model = ScriptedModel.model(server.config(Provider.OLLAMA));
        assertThat(ask(model)).isPresent();
        assertThat(model.stream("Say it.", Map.of(), SCHEMA, Greeting.class, part -> {}))
                .isPresent();
        assertThat(server.requests()).hasSize(2);
        for (String request : server.requests()) {
            JsonNode sent = Json.mapper().readTree(request);
            assertThat(sent.path("think").isBoolean()).isTrue();
            assertThat(sent.path("think").asBoolean()).isFalse();
            assertThat(sent.path("options").path("num_ctx").asInt()).isEqualTo(8192);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void triesAgainAfterA503(Provider provider) {
        server.fails(503).says("{\"say\": \"hello\"}");
        assertThat(ask(provider)).contains(new Greeting("hello"));
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aServerThatNeverAnswersIsGivenUp(Provider provider) {
        server.neverAnswers();
        assertThat(ask(impatient(provider))).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsGivenUp() {
        server.stallsIn("{\"say\": \"hello\"}");
        assertThat(ask(impatient(Provider.OPENAI))).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAnswerWithoutEndIsBrokenOff() {
        server.neverEnds("{\"say\": \"hello\"}");
        assertThat(ask(Provider.OPENAI)).isEmpty();
        await().until(() -> server.brokenOff() > 0);
    }

    @Test
    void aConnectionThatBreaksIsTriedAgain() {
        server.breaksOff("{\"say\": \"hello\"}").says("{\"say\": \"hello\"}");
        assertThat(ask(Provider.OPENAI)).contains(new Greeting("hello"));
    }

    @Test
    void whatTheModelThinksFirstIsNoAnswer() {
        server.says("<think>{\"say\": \"hm\"} or {}?</think>{\"say\": \"hello\"}");
        assertThat(ask(Provider.OPENAI)).contains(new Greeting("hello"));
    }

    @Test
    void anEndpointThatHasRefusedASchemaIsNotAskedWithOneAgain() {
        server.fails(400).says("{\"say\": \"hello\"}");
        LanguageModel model = server.model();
        assertThat(ask(model)).isPresent();
        assertThat(ask(model)).isPresent();
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void anEndpointWithoutJsonSchemasIsAskedWithoutOne() {
        server.fails(400).says("```json\n{\"say\": \"hello\"}\n```");
        assertThat(ask(Provider.OPENAI)).contains(new Greeting("hello"));
        assertThat(server.requests().getLast()).doesNotContain("json_schema");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sure, hello!", "{\"say\": \"hel", "{\"say\": }", "[1]"})
    void whatIsNoJsonObjectIsNothing(String content) {
        server.says(content);
        assertThat(ask(Provider.OPENAI)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void anAnswerThatWasCutOffIsNothingEvenIfItReadsWell(Provider provider) {
        server.isCutOffAfter("{\"say\": \"hello\"}");
        assertThat(ask(provider)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{}}",
                "{\"choices\":[]}",
                "{}",
                "null",
                "[]",
                "<html>Bad gateway</html>",
                ""
            })
    void whatIsNoAnswerOfTheProtocolIsNone(String body) {
        server.speaksOddly(body);
        for (Provider provider : List.of(Provider.OPENAI, Provider.OLLAMA)) {
            LanguageModel model = ScriptedModel.model(server.config(provider));
            assertThat(model.ask("Say it.", Map.of(), SCHEMA, Greeting.class)).isEmpty();
            assertThat(model.stream("Say it.", Map.of(), SCHEMA, Greeting.class, part -> {}))
                    .isEmpty();
        }
    }

    @Test
    void anEndpointThatKeepsFailingIsLeftAlone() {
        server.fails(500);
        LanguageModel model = server.model();
        for (int i = 0; i < 10; i++) {
            assertThat(ask(model)).isEmpty();
        }
        assertThat(server.requests()).hasSizeLessThan(10);
    }

    @Test
    void askersWhoGoAwayDoNotKeepTheModelFromTheOthers() throws InterruptedException {
        int gone = 4; // after so many failures an endpoint is left alone
        for (int i = 0; i < gone; i++) {
            server.neverAnswers();
        }
        server.says("{\"say\": \"hello\"}");
        LanguageModel model = server.model();
        for (int i = 1; i <= gone; i++) {
            int asked = i;
            Thread asker = Thread.ofVirtual().start(() -> ask(model));
            await().until(() -> server.requests().size() == asked);
            asker.interrupt();
            asker.join();
        }
        assertThat(ask(model)).contains(new Greeting("hello"));
    }

    @Test
    void withoutAProviderThereIsNoModel() {
        assertThat(
                        LanguageModel.of(
                                server.config(Provider.NONE),
                                Optional.empty(),
                                Clock.systemUTC(),
                                Set::of))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/v1",
                "http://localhost:1",
                "http://10.1.2.3:80",
                "http://192.168.0.9:11434",
                "http://[::1]:1",
                "http://[fd00::7]:1"
            })
    void addressesOfThisMachineAndPrivateNetworksAreAllowed(String url) {
        assertThatCode(() -> LanguageModel.check(config(url, false))).doesNotThrowAnyException();
        assertThat(LanguageModel.isRemote(config(url, false))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://8.8.8.8/v1",
                "http://[2001:4860:4860::8888]/v1",
                "http://169.254.169.254/latest"
            })
    void anyOtherAddressIsRefusedUnlessAllowed(String url) {
        assertThatThrownBy(() -> LanguageModel.check(config(url, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("talktrack.llm.allow-remote: true")
                .hasMessageContaining(url);
        assertThatCode(() -> LanguageModel.check(config(url, true))).doesNotThrowAnyException();
        assertThat(LanguageModel.isRemote(config(url, true))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "file:///etc/passwd", "ftp://127.0.0.1/v1"})
    void whatIsNoWebAddressIsRefusedEvenIfRemoteOnesAreAllowed(String url) {
        assertThatThrownBy(() -> LanguageModel.check(config(url, true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(url);
    }

    @Test
    void anAddressThatOnlyLooksLocalIsRemote() {
        assertThatThrownBy(() -> LanguageModel.check(config("http://127.0.0.1@8.8.8.8/v1", false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFailureIsLoggedWithItsTimeAndTokensToo() {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Logger log = (Logger) LoggerFactory.getLogger(LanguageModel.class);
        log.addAppender(logged);
        try {
            server.fails(500);
            assertThat(ask(Provider.OPENAI)).isEmpty();
            server.neverAnswers();
            assertThat(ask(impatient(Provider.OPENAI))).isEmpty();
        } finally {
            log.detachAppender(logged);
        }
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        refused ->
                                assertThat(refused)
                                        .matches(
                                                "language model failed model=scripted what=greeting"
                                                        + " milliseconds=\\d+ tokens=0 cause=.+"),
                        silent ->
                                assertThat(silent)
                                        .matches(
                                                ".* milliseconds=\\d+ tokens=8"
                                                        + " cause=TimeoutException"));
    }

    private Optional<Greeting> ask(Provider provider) {
        return ask(ScriptedModel.model(server.config(provider)));
    }

    private LanguageModel impatient(Provider provider) {
        return ScriptedModel.model(server.config(provider, Duration.ofSeconds(2)));
    }

    private static Optional<Greeting> ask(LanguageModel model) {
        return model.ask("Greet.", Map.of("word", "please"), SCHEMA, Greeting.class);
    }

    private static Config.Llm config(String url, boolean allowRemote) {
        return new Config.Llm(
                Provider.OPENAI,
                URI.create(url),
                "m",
                "",
                allowRemote,
                Duration.ofSeconds(1),
                0,
                ScriptedModel.UNLIMITED,
                false);
    }
}
