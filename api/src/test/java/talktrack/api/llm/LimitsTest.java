package talktrack.api.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import talktrack.api.Config;
import talktrack.api.Config.Llm.Limits;
import talktrack.api.Config.Llm.Provider;
import talktrack.models.events.Json;

/** A scripted request costs 5 tokens. */
class LimitsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static final JsonSchema SCHEMA =
            JsonSchema.builder()
                    .name("greeting")
                    .rootElement(JsonObjectSchema.builder().addStringProperty("say").build())
                    .build();

    @TempDir private Path data;
    @AutoClose private final ScriptedModel server = new ScriptedModel();
    private Instant now = NOON;

    private record Greeting(String say) {}

    @BeforeEach
    void start() {
        server.says("{\"say\": \"hello\"}");
    }

    @Test
    void afterTheDaysRequestsNothingIsSentUntilTheNextDay() {
        Limits two = new Limits(0, 2, 0, 0, 0, 0);
        LanguageModel model = model(two);
        assertThat(ask(model, 1)).isPresent();
        assertThat(ask(model, 2)).isPresent();
        assertThat(ask(model, 3)).isEmpty();
        assertThat(stream(model)).isEmpty();
        assertThat(server.requests()).hasSize(2);
        now = NOON.plus(Duration.ofDays(1));
        assertThat(ask(model, 3)).isPresent();
    }

    @Test
    void aRestartBeginsNoNewDay() {
        Limits two = new Limits(0, 2, 0, 0, 0, 0);
        assertThat(ask(model(two), 1)).isPresent();
        assertThat(ask(model(two), 2)).isPresent();
        assertThat(ask(model(two), 3)).isEmpty();
        assertThat(Usage.today(data, clock()))
                .isEqualTo(new Usage(LocalDate.of(2026, 3, 1), 2, 10));
    }

    @Test
    void afterTheDaysTokensNothingIsSent() {
        LanguageModel model = model(new Limits(0, 0, 9, 0, 0, 0));
        assertThat(ask(model, 1)).isPresent();
        assertThat(ask(model, 2)).isPresent();
        assertThat(ask(model, 3)).isEmpty();
    }

    @Test
    void afterTheDaysMoneyNothingIsSent() {
        Limits tenCents = new Limits(0, 0, 0, 10_000, 0.1, 0);
        LanguageModel model = model(tenCents);
        assertThat(ask(model, 1)).isPresent();
        assertThat(ask(model, 2)).isPresent();
        assertThat(ask(model, 3)).isEmpty();
        assertThat(Usage.today(data, clock()).cost(tenCents)).isEqualTo(0.1);
    }

    @Test
    void moreThanTheMinutesRequestsAreNotWaitedForByWhoListens() {
        LanguageModel model = model(new Limits(1, 0, 0, 0, 0, 0));
        assertThat(ask(model, 1)).isPresent();
        assertThat(stream(model)).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void visitorsUseUpTheirShareAndLeaveTheRestToTheTeam() {
        Limits eight = new Limits(0, 8, 0, 0, 0, 0);
        LanguageModel team = model(eight);
        LanguageModel visitors = team.forVisitors(0.25);
        assertThat(ask(visitors, 1)).isPresent();
        assertThat(ask(visitors, 2)).isPresent();
        assertThat(ask(visitors, 3)).isEmpty();
        assertThat(ask(model(eight).forVisitors(0.25), 4)).as("after a restart").isEmpty();
        for (int i = 5; i <= 10; i++) {
            assertThat(ask(team, i)).as("question %d", i).isPresent();
        }
        assertThat(ask(team, 11)).as("what visitors used is used").isEmpty();
        assertThat(Usage.today(data, clock()).requests()).isEqualTo(8);
    }

    @Test
    void theTeamsAnswersTakeNothingFromTheVisitorsShare() {
        LanguageModel team = model(new Limits(0, 8, 0, 0, 0, 0));
        LanguageModel visitors = team.forVisitors(0.25);
        for (int i = 1; i <= 4; i++) {
            assertThat(ask(team, i)).isPresent();
        }
        assertThat(ask(visitors, 5)).isPresent();
        assertThat(ask(visitors, 6)).isPresent();
    }

    @Test
    void visitorsWhoAskFastLeaveTheMinuteToTheTeam() {
        LanguageModel team = model(new Limits(4, 0, 0, 0, 0, 0));
        LanguageModel visitors = team.forVisitors(0.25);
        assertThat(ask(visitors, 1)).isPresent();
        assertThat(stream(visitors)).isEmpty();
        assertThat(ask(team, 2)).isPresent();
    }

    @Test
    void whatTheTeamsLimitRefusesTakesNothingFromTheVisitorsShare() throws IOException {
        LanguageModel team = model(new Limits(0, 4, 0, 0, 0, 0));
        LanguageModel visitors = team.forVisitors(0.5);
        for (int i = 1; i <= 3; i++) {
            assertThat(ask(team, i)).isPresent();
        }
        assertThat(ask(visitors, 4)).isPresent();
        assertThat(ask(visitors, 5)).isEmpty();
        byte[] counts = Files.readAllBytes(data.resolve("llm-usage-visitors.json"));
        assertThat(Json.read(counts, Usage.class).requests()).isEqualTo(1);
    }

    @Test
    void aCommandBesideTheServerCountsWithIt() {
        Limits three = new Limits(0, 3, 0, 0, 0, 0);
        LanguageModel ofServer = model(three);
        LanguageModel ofCommand = model(three);
        assertThat(ask(ofServer, 1)).isPresent();
        assertThat(ask(ofCommand, 2)).isPresent();
        assertThat(ask(ofServer, 3)).isPresent();
        assertThat(ask(ofCommand, 4)).isEmpty();
        assertThat(ask(ofServer, 5)).isEmpty();
        assertThat(Usage.today(data, clock()))
                .isEqualTo(new Usage(LocalDate.of(2026, 3, 1), 3, 15));
    }

    @Test
    void whatCannotBeKeptIsCountedAllTheSame() throws IOException {
        Files.createDirectory(data.resolve("llm-usage.json.part")); // no file can be written there
        LanguageModel model = model(new Limits(0, 2, 0, 0, 0, 0));
        assertThat(ask(model, 1)).isPresent();
        Files.delete(data.resolve("llm-usage.json.part"));
        assertThat(ask(model, 2)).isPresent();
        assertThat(ask(model, 3)).isEmpty();
        assertThat(Usage.today(data, clock()).requests()).isEqualTo(2);
    }

    @Test
    void countsThatCannotBeReadAreGoneOnFrom() throws IOException {
        LanguageModel model = model(new Limits(0, 2, 0, 0, 0, 0));
        assertThat(ask(model, 1)).isPresent();
        Files.writeString(data.resolve("llm-usage.json"), "{damaged");
        assertThat(ask(model, 2)).isPresent();
        assertThat(ask(model, 3)).isEmpty();
    }

    @Test
    void aServerThatWantsToBeLeftAloneIsLeftAlone() {
        server.close();
        try (ScriptedModel busy = new ScriptedModel()) {
            busy.wantsAPause(60).says("{\"say\": \"hello\"}");
            LanguageModel model =
                    LanguageModel.of(
                                    busy.config(Provider.OPENAI),
                                    Optional.empty(),
                                    clock(),
                                    Set::of)
                            .orElseThrow();
            assertThat(ask(model, 1)).isEmpty();
            assertThat(ask(model, 1)).isEmpty();
            assertThat(busy.requests()).hasSize(1);
            now = NOON.plusSeconds(61);
            assertThat(ask(model, 1)).isPresent();
        }
    }

    @Test
    void unreadableCountsBeginAnew() throws IOException {
        Files.writeString(data.resolve("llm-usage.json"), "{\"day\":");
        assertThat(ask(model(new Limits(0, 1, 0, 0, 0, 0)), 1)).isPresent();
        assertThat(Usage.today(data, clock()).requests()).isEqualTo(1);
    }

    @Test
    void theSameQuestionIsAskedOnce() {
        Limits cached = new Limits(0, 0, 0, 0, 0, 1);
        LanguageModel model = model(cached);
        assertThat(ask(model, 1)).isEqualTo(ask(model, 1)).isPresent();
        assertThat(ask(model(cached), 1)).isPresent(); // from disk
        assertThat(server.requests()).hasSize(1);
        assertThat(ask(model, 2)).isPresent();
        assertThat(server.requests()).hasSize(2);
        assertThat(Usage.today(data, clock()).requests()).isEqualTo(2);
    }

    @Test
    void aNewVersionOfAPromptIsAskedAnew() {
        LanguageModel model = model(new Limits(0, 0, 0, 0, 0, 1));
        model.ask("Greet.", Map.of(), SCHEMA, Greeting.class);
        model.ask("Greet politely.", Map.of(), SCHEMA, Greeting.class);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aStreamIsKeptToo() {
        LanguageModel model = model(new Limits(0, 0, 0, 0, 0, 1));
        assertThat(stream(model)).isEqualTo(stream(model)).isPresent();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void whatIsNoAnswerIsNotKept() {
        try (ScriptedModel bad = new ScriptedModel()) {
            bad.says("Hello!").says("{\"say\": \"hello\"}");
            LanguageModel model = model(bad, new Limits(0, 0, 0, 0, 0, 1));
            assertThat(ask(model, 1)).isEmpty();
            assertThat(ask(model, 1)).isPresent();
        }
    }

    private LanguageModel model(Limits limits) {
        return model(server, limits);
    }

    private LanguageModel model(ScriptedModel asked, Limits limits) {
        Config.Llm config = asked.config(Provider.OPENAI);
        return LanguageModel.of(
                        new Config.Llm(
                                config.provider(),
                                config.baseUrl(),
                                config.model(),
                                config.apiKey(),
                                config.allowRemote(),
                                config.timeout(),
                                config.contextTokens(),
                                limits,
                                false),
                        Optional.of(data),
                        clock(),
                        Set::of)
                .orElseThrow();
    }

    private Clock clock() {
        return ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    }

    private static Optional<Greeting> ask(LanguageModel model, int number) {
        return model.ask("Greet.", Map.of("number", number), SCHEMA, Greeting.class);
    }

    private static Optional<Greeting> stream(LanguageModel model) {
        return model.stream("Greet.", Map.of(), SCHEMA, Greeting.class, part -> {});
    }
}
