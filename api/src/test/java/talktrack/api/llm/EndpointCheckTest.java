package talktrack.api.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.api.Config;
import talktrack.api.Config.Llm.Provider;
import talktrack.api.llm.EndpointCheck.Finding;
import talktrack.api.llm.EndpointCheck.Level;
import talktrack.api.llm.EndpointCheck.Report;

class EndpointCheckTest {

    @AutoClose private final ScriptedModel server = new ScriptedModel();

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aCapableModelIsFoundSo(Provider provider) {
        server.answers(EndpointCheckTest::capable);
        Report report = EndpointCheck.of(server.config(provider));
        assertThat(report.usable()).isTrue();
        assertThat(levels(report).values()).containsOnly(Level.OK);
        assertThat(levels(report).keySet())
                .contains("reachable", "model", "answer", "usage", "json-schema")
                .contains("streaming", "suggestion", "context");
        assertThat(report.secondsToFirstToken()).isPresent();
        assertThat(report.contextTokens()).hasValue(16_000);
        assertThat(report.remote()).isFalse();
    }

    @Test
    void aShortMemoryIsMeasured() {
        server.answers(request -> request.length() > 9_000 ? "What text?" : capable(request));
        Report report = EndpointCheck.of(server.config(Provider.OPENAI));
        assertThat(report.contextTokens()).isEqualTo(OptionalInt.of(2_000));
        assertThat(finding(report, "context").cure()).contains("num_ctx");
        assertThat(report.usable()).isTrue();
    }

    @Test
    void aModelWithoutSchemasThatAnswersInJsonIsGoodEnough() {
        server.answers(EndpointCheckTest::capable).fails(400).answers(EndpointCheckTest::capable);
        Report report = EndpointCheck.of(server.config(Provider.OPENAI));
        assertThat(finding(report, "json-schema").level()).isEqualTo(Level.NOTE);
        assertThat(report.usable()).isTrue();
    }

    @Test
    void aModelThatOnlyChatsIsOfNoUse() {
        server.says("Tea is lovely, marmalade too!");
        Report report = EndpointCheck.of(server.config(Provider.OPENAI));
        assertThat(finding(report, "json-schema").cure()).contains("larger model");
        assertThat(report.usable()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aModelThatThinksForTooLongOverASuggestionIsOfNoUse(Provider provider) {
        server.answers(EndpointCheckTest::capable)
                .answers(EndpointCheckTest::capable)
                .answers(EndpointCheckTest::capable)
                .isCutOffAfter("<think>The customer types every order twice, so")
                .answers(EndpointCheckTest::capable);
        Report report = EndpointCheck.of(server.config(provider));
        assertThat(finding(report, "suggestion").found()).contains("cut off after 1200 tokens");
        assertThat(finding(report, "suggestion").cure()).contains("thinking off");
        assertThat(levels(report)).containsEntry("context", Level.OK);
        assertThat(report.usable()).isFalse();
    }

    @Test
    void aModelThatThinksForTooLongOverAnythingIsOfNoUse() {
        server.isCutOffAfter("");
        Report report = EndpointCheck.of(server.config(Provider.OPENAI));
        assertThat(finding(report, "answer").found()).contains("cut off");
        assertThat(report.usable()).isFalse();
    }

    @Test
    void aSuggestionThatLacksAPartIsFound() {
        server.answers(
                request ->
                        request.contains("nextQuestion") ? "{\"text\": \"a\"}" : capable(request));
        Report report = EndpointCheck.of(server.config(Provider.OPENAI));
        assertThat(finding(report, "suggestion").level()).isEqualTo(Level.WRONG);
        assertThat(finding(report, "suggestion").cure()).contains("larger model");
    }

    @Test
    void aModelThatDoesNotStreamCanBeUsed() {
        server.answers(EndpointCheckTest::capable)
                .answers(EndpointCheckTest::capable)
                .breaksOff("one two three")
                .answers(EndpointCheckTest::capable);
        Report report = EndpointCheck.of(server.config(Provider.OPENAI));
        assertThat(finding(report, "streaming").level()).isEqualTo(Level.NOTE);
        assertThat(report.usable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "401, TALKTRACK_LLM_API_KEY",
        "404, talktrack.llm.base-url",
        "429, raise the limit",
        "500, server's log"
    })
    void eachRefusalHasItsCure(int status, String cure) {
        server.fails(status);
        Report report = EndpointCheck.of(server.config(Provider.OPENAI));
        assertThat(finding(report, "answer").cure()).contains(cure);
        assertThat(report.usable()).isFalse();
    }

    @Test
    void aModelThatNeverAnswersIsGivenUp() {
        server.neverAnswers();
        Report report = EndpointCheck.of(server.config(Provider.OPENAI, Duration.ofSeconds(2)));
        assertThat(finding(report, "answer").cure()).contains("timeout-seconds");
    }

    @Test
    void nobodyAtTheAddress() {
        server.close();
        Report report = EndpointCheck.of(server.config(Provider.OPENAI));
        assertThat(finding(report, "reachable").cure()).contains("Start the server");
        assertThat(report.usable()).isFalse();
    }

    @Test
    void aModelThatTheServerDoesNotNameIsNoted() {
        server.answers(EndpointCheckTest::capable);
        Config.Llm here = server.config(Provider.OLLAMA);
        Report report =
                EndpointCheck.of(
                        new Config.Llm(
                                here.provider(),
                                URI.create(
                                        here.baseUrl().toString().replace("127.0.0.1", "0.0.0.0")),
                                "other:4b",
                                "",
                                true,
                                here.timeout(),
                                here.contextTokens(),
                                here.limits(),
                                false));
        assertThat(finding(report, "model").cure()).isEqualTo("Run: ollama pull other:4b");
        assertThat(finding(report, "address").found()).contains("elsewhere");
        assertThat(report.remote()).isTrue();
    }

    private static String capable(String request) {
        if (request.contains("nextQuestion")) {
            return "{\"text\": \"One.\", \"nextQuestion\": \"Two?\", \"why\": \"Three.\"}";
        }
        if (request.contains("Answer in JSON")) {
            return "{\"answer\": \"yes\"}";
        }
        return request.contains("code word does") ? "It is Marmalade." : "one two three four";
    }

    private static Map<String, Level> levels(Report report) {
        return report.findings().stream()
                .collect(Collectors.toMap(Finding::subject, Finding::level));
    }

    private static Finding finding(Report report, String subject) {
        return report.findings().stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }
}
