package talktrack.api.callquestions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.api.calls.Call;
import talktrack.api.chat.Answer;
import talktrack.api.chat.Asked;
import talktrack.api.chat.CallSource;
import talktrack.api.index.ElasticIndex;
import talktrack.models.events.ChatConversation.Turn;
import talktrack.models.labels.Language;

/** Another customer, rep or time in the place of the last question's. */
class CallFollowUpTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 20);

    private static final CallFollowUp KNOWN =
            new CallFollowUp(
                    List.of(
                            SomeCalls.rep("Ann Hill"),
                            SomeCalls.rep("Andrew Stone"),
                            SomeCalls.rep("王芳"),
                            SomeCalls.rep("李强")),
                    List.of("Acme Ltd", "Globex", "Cedar Mill", "华星科技", "东方物流"),
                    TODAY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What did Acme say about price in March? | and in April? | What did Acme say about"
                        + " price in April?",
                "What did Acme say about price in March? | And April? | What did Acme say about"
                        + " price in April?",
                "What did Acme say about price in March? | what about last week? | What did Acme"
                        + " say about price last week?",
                "What did Acme say about price in March? | and Globex? | What did Globex say about"
                        + " price in March?",
                "What did Acme say about price in March? | And Cedar? | What did Cedar say about"
                        + " price in March?",
                "What did Acme say about price in March? | And Globex in April? | What did Globex"
                        + " say about price in April?",
                "How many calls did Ann have? | And Andrew? | How many calls did Andrew have?",
                "How good is Ann’s objection handling? | and for Andrew? | How good is Andrew’s"
                        + " objection handling?",
                "How many calls did Ann have? | and in March? | How many calls did Ann have in"
                        + " March?",
            })
    void english(String before, String question, String reading) {
        assertThat(KNOWN.reading(question, before, Language.EN)).contains(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "华星科技三月关于价格说了什么？ | 那四月呢？ | 华星科技四月关于价格说了什么？",
                "华星科技三月关于价格说了什么？ | 上周呢？ | 华星科技上周关于价格说了什么？",
                "华星科技三月关于价格说了什么？ | 那东方物流呢？ | 东方物流三月关于价格说了什么？",
                "王芳上周有多少通电话？ | 那李强呢？ | 李强上周有多少通电话？",
                "王芳有多少通电话？ | 那三月呢？ | 三月王芳有多少通电话？",
            })
    void chinese(String before, String question, String reading) {
        assertThat(KNOWN.reading(question, before, Language.ZH)).contains(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | What did Acme say about price in March? | And the warranty?",
                "EN | What did Acme say about price in March? | Does Acme get a discount in April?",
                "EN | What did Acme say about price in March? | And Andrew?",
                "EN | How many calls did Ann have? | And Globex?",
                "EN | How many calls did Ann have? | and",
                "EN | How many calls did Ann have? | ?$1 \\E (",
                "ZH | 王芳上周有多少通电话？ | 那安全呢？",
                "ZH | 王芳上周有多少通电话？ | 那东方物流呢？",
                "ZH | 王芳上周有多少通电话？ | 四月的价格表在哪里？",
            })
    void whatNamesSomethingElseOrHasNoPlaceIsLeftAlone(
            Language language, String before, String question) {
        assertThat(KNOWN.reading(question, before, language)).isEmpty();
    }

    /** Counting calls asks no index, so none runs here. */
    @Test
    void theCallsAnswerWhatFollowsAnAnswerOfTheirs() {
        List<Call> calls =
                List.of(
                        SomeCalls.call("c3", "Ann Hill", "Acme Ltd", LocalDate.of(2026, 4, 2)),
                        SomeCalls.call("c2", "Ann Hill", "Acme Ltd", LocalDate.of(2026, 3, 4)),
                        SomeCalls.call("c1", "Ann Hill", "Acme Ltd", LocalDate.of(2026, 3, 3)));
        Clock clock = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        try (ElasticIndex index = new ElasticIndex(URI.create("http://127.0.0.1:1"))) {
            CallSource source =
                    new CallSource(
                            new CallQuestions(
                                    () -> calls,
                                    id -> Optional.of(SomeCalls.rep("Ann Hill")),
                                    index,
                                    clock),
                            asker -> call -> true);
            Answer march = source.apply(asked("and in March?")).orElseThrow();
            assertThat(march.question()).isEqualTo("How many calls did Ann have in March?");
            assertThat(march.answer()).startsWith("2 calls");
        }
    }

    private static Asked asked(String question) {
        Turn before =
                new Turn(
                        "t",
                        "How many calls did Ann have in April?",
                        Optional.empty(),
                        Language.EN,
                        true,
                        "1 call of Ann Hill.",
                        List.of(),
                        Instant.EPOCH);
        return new Asked(question, Language.EN, List.of(), List.of(before), "x", false);
    }
}
