package talktrack.analysis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.analysis.call.LabelledCall.call;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;
import talktrack.models.labels.QuestionType;

/** Three whole calls on which every metric was computed by hand; {@code -} is absent. */
class MetricExamplesTest {

    /**
     * 100 s. The rep: 0–20, 30–40, 45–50 and 70–90 (55 s, 26 words); the customer: 20–28, 39–44,
     * 55–68 and 90–100 (36 s). Turns: R C R C R C R C. Both speak 39–40. At 39 the customer cuts
     * in, so nobody is interrupted by the rep.
     */
    private static LabelledCall talkative() {
        return call().rep(0, 20, "um let me tell you what we do for firms like yours")
                .customer(20, 28, "we run twelve vans around the clock")
                .rep(30, 40, "how do you plan them")
                .asking(QuestionType.SITUATION)
                .customer(39, 44, "on paper every morning")
                .rep(45, 50, "does that go wrong")
                .asking(QuestionType.PROBLEM)
                .customer(55, 68, "it does at least once a week")
                .rep(70, 90, "then uh look at this")
                .customer(90, 100, "it looks good to me");
    }

    /** 120 s. The customer has the floor; at 50 the rep cuts in and goes on for 5 s. */
    private static LabelledCall listening() {
        return call().customer(0, 40, "we have had so much trouble with the old machine")
                .rep(42, 47, "what did it cost you")
                .asking(QuestionType.IMPLICATION)
                .customer(48, 60, "the whole season more or less")
                .rep(50, 55, "so you lost money on it")
                .rep(62, 66, "and would a new one pay")
                .asking(QuestionType.NEED_PAYOFF)
                .customer(67, 117, "it would have paid in the first year alone")
                .rep(118, 120, "good to know");
    }

    /**
     * In Chinese, 60 s: 6, 6, 10 and 5 characters in 10, 10, 20 and 5 seconds; nine words of the
     * rep.
     */
    private static LabelledCall chinese() {
        return call().in(Language.ZH)
                .rep(0, 10, "您好 我们 开始")
                .customer(11, 21, "你好有什么事")
                .rep(23, 43, "那个 那个 设备 有 问题 吗")
                .asking(QuestionType.PROBLEM)
                .customer(55, 60, "每周都出错");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "talkRatio,                   0.60439560, 0.13559322, 0.66666667",
        "longestMonologueSeconds,     20,         9,          20",
        "longestCustomerStorySeconds, 13,         50,         10",
        "switchesPerMinute,           4.2,        2.5,        3",
        "patienceSeconds,             2,          1,          2",
        "interruptions,               0,          1,          0",
        "questionsPerHour,            72,         60,         60",
        "repPacePerMinute,            28.363636,  75,         32",
        "customerPacePerMinute,       38.333333,  14.705882,  44",
        "fillerRatio,                 0.0769231,  0,          0.1111111",
        "nonTalkSeconds,              10,         7,          15",
        "overlapSeconds,              1,          5,          0"
    })
    void isWhatTheHandComputes(String metric, double talkative, double listening, double chinese) {
        assertThat(value(talkative(), metric)).as("talkative").isCloseTo(talkative, about());
        assertThat(value(listening(), metric)).as("listening").isCloseTo(listening, about());
        assertThat(value(chinese(), metric)).as("chinese").isCloseTo(chinese, about());
    }

    @ParameterizedTest
    @CsvSource({
        "situation, 1, 0, 0",
        "problem, 1, 0, 1",
        "implication, 0, 1, 0",
        "need-payoff, 0, 1, 0"
    })
    void questionsByType(String type, int talkative, int listening, int chinese) {
        assertThat(Map.of("talkative", talkative, "listening", listening, "chinese", chinese))
                .isEqualTo(
                        Map.of(
                                "talkative", asked(talkative(), type),
                                "listening", asked(listening(), type),
                                "chinese", asked(chinese(), type)));
    }

    private static int asked(LabelledCall call, String type) {
        return Metrics.of(call.build(), List.of()).questionsByType().get(type);
    }

    private static Offset<Double> about() {
        return Offset.offset(1e-5);
    }

    private static double value(LabelledCall call, String metric) {
        var json = Json.mapper().valueToTree(Metrics.of(call.build(), List.of())).get(metric);
        return json == null ? Double.NaN : json.asDouble();
    }
}
