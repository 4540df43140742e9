package talktrack.api.llm;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import talktrack.api.Config;
import talktrack.api.Config.Llm.Provider;

/** 0.0.0.0 is this machine for the network, and a stranger for us. */
class RemoteModelTest {

    private static final Set<String> PEOPLE = Set.of("Ann Miller", "王小明", "Acme");

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    @AutoClose private final ScriptedModel server = new ScriptedModel();
    private LanguageModel model;

    private record Greeting(String say) {}

    private record Greetings(List<Greeting> all) {}

    @BeforeEach
    void start() {
        model = elsewhere(PEOPLE);
        logged.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(logged);
    }

    @AfterEach
    void stop() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(logged);
    }

    @Test
    void itsHostStandsInItsName() {
        assertThat(model.name()).isEqualTo("scripted @ 0.0.0.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call me at 415 555 2671 please | 415 555 2671 | [phone 1]",
                "write to ann@acme.example | ann@acme.example | [email 1]",
                "my card is 4111 1111 1111 1111 | 4111 1111 1111 1111 | [card 1]",
                "我的手机是13812345678 | 13812345678 | [phone 1]",
                "this is ann miller speaking | ann miller | [name 1]",
                "and Miller agrees | Miller | [name 1]",
                "我是王小明 | 王小明 | [name 1]"
            })
    void secretsAndNamesDoNotLeaveButComeBack(String said, String secret, String mark) {
        server.says("{\"say\": \"I heard " + mark + "\"}");
        assertThat(model.ask("Greet.", Map.of("said", said), LimitsTest.SCHEMA, Greeting.class))
                .contains(new Greeting("I heard " + secret));
        assertThat(server.requests())
                .singleElement()
                .asString()
                .contains(mark, "Marks in square brackets")
                .doesNotContain(secret);
    }

    @Test
    void wordsComeBackInAStreamEvenIfAMarkIsCutInPieces() {
        server.says("{\"all\": [{\"say\": \"Ask [name 1] about it [1].\"}]}");
        List<Greetings> parts = new ArrayList<>();
        assertThat(
                        model.stream(
                                "Say.",
                                Map.of("said", "ask Ann Miller"),
                                LimitsTest.SCHEMA,
                                Greetings.class,
                                parts::add))
                .contains(new Greetings(List.of(new Greeting("Ask Ann Miller about it [1]."))));
        assertThat(parts)
                .containsExactly(
                        new Greetings(List.of(new Greeting("Ask Ann Miller about it [1]."))));
    }

    @Test
    void aMarkThatStandsForNothingStays() {
        server.says("{\"say\": \"[phone 7]\"}");
        assertThat(model.ask("Greet.", Map.of(), LimitsTest.SCHEMA, Greeting.class))
                .contains(new Greeting("[phone 7]"));
    }

    @Test
    void wordsWithQuotesDoNotBreakTheJson() {
        LanguageModel strange = elsewhere(Set.of("Ann \"Ace\" Miller"));
        server.says("{\"say\": \"[name 1]\"}");
        assertThat(
                        strange.ask(
                                "Greet.",
                                Map.of("said", "Ann \"Ace\" Miller"),
                                LimitsTest.SCHEMA,
                                Greeting.class))
                .contains(new Greeting("Ann \"Ace\" Miller"));
    }

    @Test
    void theLogHasTokensAndTimeAndNothingThatWasSaid() {
        server.says("{\"say\": \"the secret answer\"}").says("Hello").fails(400).fails(503);
        Map<String, String> data = Map.of("said", "Ann Miller finds it too expensive");
        for (int i = 0; i < 4; i++) {
            model.ask("Greet the customer.", data, LimitsTest.SCHEMA, Greeting.class);
        }
        List<String> lines = logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(lines)
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains("model=scripted", "milliseconds=", "tokens=5"));
        assertThat(String.join("\n", lines))
                .doesNotContain("Ann", "expensive", "secret answer", "Greet the customer", "Hello");
        assertThat(logged.list).allSatisfy(one -> assertThat(one.getThrowableProxy()).isNull());
    }

    private LanguageModel elsewhere(Set<String> people) {
        Config.Llm here = server.config(Provider.OPENAI);
        Config.Llm elsewhere =
                new Config.Llm(
                        here.provider(),
                        URI.create(here.baseUrl().toString().replace("127.0.0.1", "0.0.0.0")),
                        here.model(),
                        "",
                        true,
                        here.timeout(),
                        here.contextTokens(),
                        here.limits(),
                        false);
        return LanguageModel.of(elsewhere, Optional.empty(), Clock.systemUTC(), () -> people)
                .orElseThrow();
    }
}
