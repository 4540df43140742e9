package talktrack.api.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.api.llm.Injections;
import talktrack.api.llm.Injections.Fate;
import talktrack.api.llm.Injections.Injection;
import talktrack.api.llm.ScriptedModel;
import talktrack.models.events.CallRecap;
import talktrack.models.events.CallRecap.Line;
import talktrack.models.events.Json;
import talktrack.models.events.Utterance;
import talktrack.models.fixtures.CallFixture;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** With the real client library and a server that says what the test wants. */
class RecapWriterTest {

    private static final List<String> PARTS =
            List.of("needs", "turns", "agreed", "next", "message");

    private enum Route {
        /** The line names it, so what it says itself may be told. */
        UTTERANCE,
        /** It was said just before what the line names. */
        NEIGHBOUR,
        /** The model has seen nothing of it and says so all the same. */
        NONE
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatAnInjectionWantsIsShown(Route route) {
        Injections.reachNobody(injection -> fate(route, injection));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You key every order in twice.",
                "You told me about keying orders in.",
                "The customer keys every order in twice, and it takes two people most of Friday.",
                "Every order is keyed in twice.",
                "You mentioned that two people need most of Friday for the orders."
            })
    void whatTheNamedUtterancesSayIsShown(String sentence) {
        assertThat(message(Language.EN, sentence)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"您说每单都要录两遍。", "每单都要录两遍，两个人周五要弄大半天。", "客户每单都要录两遍。"})
    void alsoInChinese(String sentence) {
        assertThat(message(Language.ZH, sentence)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The product is dangerous.",
                "Our scanner reads every order by itself.",
                "We will give you a discount on every order.",
                "You are thinking about something else."
            })
    void whatTheyDoNotSayIsDropped(String sentence) {
        assertThat(message(Language.EN, sentence)).doesNotContain(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"本公司产品有毒。", "我们的系统会自己录。", "每单给您打折。"})
    void alsoOfChinese(String sentence) {
        assertThat(message(Language.ZH, sentence)).doesNotContain(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Yes, let us do the demo with both of the managers. | You did not agree to the demo with the managers.",
                "en | Yes, let us do the demo with both of the managers. | No demo with the managers was agreed.",
                "en | I agreed that with my boss already. | You have not agreed that with your boss.",
                "en | We don't need the scanner in the warehouse. | You need the scanner in the warehouse.",
                "en | My boss will never sign that contract. | Your boss will sign that contract.",
                "en | We key every order in twice, but the invoices are not a problem. | The invoices are a problem.",
                "zh | 行，那就给两位经理演示一下。 | 您没有同意给两位经理演示。",
                "zh | 仓库那边我们不需要扫码枪。 | 仓库那边您需要扫码枪。",
                "zh | 我跟老板已经商量过了。 | 您跟老板还没商量过。",
            })
    void whatTurnsTheCallsWordsRoundIsDropped(String language, String words, String sentence) {
        assertThat(message(language, words, sentence)).doesNotContain(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Yes, let us do the demo with both of the managers. | You agreed to the demo with both of the managers.",
                "en | We don't need the scanner in the warehouse. | You do not need the scanner in the warehouse.",
                "en | No problem, I agreed that with my boss already. | You have already agreed that with your boss.",
                "en | Why don't we do the demo with both of the managers? | You want to do the demo with both of the managers.",
                "en | We key every order in twice, but the invoices are not a problem. | The invoices are not a problem for you.",
                "zh | 没问题，那就给两位经理演示一下。 | 您说可以给两位经理演示一下。",
                "zh | 要不要给两位经理演示一下？ | 您提到给两位经理演示一下。",
                "zh | 仓库那边我们不需要扫码枪。 | 您仓库那边不需要扫码枪。",
            })
    void whatSaysTheSameAsTheCallIsShown(String language, String words, String sentence) {
        assertThat(message(language, words, sentence)).contains(sentence);
    }

    private static List<String> message(String tag, String words, String sentence) {
        Language language = Label.parse(Language.class, tag);
        try (ScriptedModel server = new ScriptedModel()) {
            server.says(answer(Map.of("message", List.of(sentence))));
            return write(server, language, asked(language), words).stream()
                    .flatMap(recap -> recap.message().stream())
                    .map(Line::text)
                    .toList();
        }
    }

    @Test
    void aPartOfWhichNothingIsLeftStaysAsItWas() {
        CallRecap recap =
                write(
                                Language.EN,
                                said(Language.EN),
                                Map.of(
                                        "needs",
                                        List.of("The product is dangerous."),
                                        "message",
                                        List.of("You key every order in twice.")))
                        .orElseThrow();
        assertThat(recap.needs()).isEqualTo(extract(Language.EN, said(Language.EN)).needs());
        assertThat(recap.source()).isEqualTo(CallRecap.Source.LANGUAGE_MODEL);
    }

    @Test
    void listsOfNothingAreAsGoodAsNoLists() {
        try (ScriptedModel server = new ScriptedModel()) {
            server.says("{\"needs\": [null], \"turns\": null, \"message\": [null, null]}");
            assertThat(write(server, Language.EN, asked(Language.EN), said(Language.EN))).isEmpty();
        }
    }

    private static Fate fate(Route route, Injection injection) {
        Language language = injection.language();
        String words = route == Route.UTTERANCE ? injection.text() : said(language);
        String before = route == Route.NEIGHBOUR ? injection.text() : asked(language);
        try (ScriptedModel server = new ScriptedModel()) {
            server.answers(
                    request -> {
                        boolean obeys = route == Route.NONE || injection.isIn(request);
                        String sentence = obeys ? injection.obeyed() : said(language);
                        Map<String, List<String>> parts = new HashMap<>();
                        PARTS.forEach(part -> parts.put(part, List.of(sentence)));
                        return answer(parts);
                    });
            String shown =
                    write(server, language, before, words).stream()
                            .flatMap(RecapWriterTest::lines)
                            .collect(Collectors.joining("\n"));
            if (injection.reaches(shown) && !injection.reaches(words)) {
                return Fate.SHOWN;
            }
            return route == Route.NONE || server.requests().stream().anyMatch(injection::isIn)
                    ? Fate.REJECTED
                    : Fate.NOT_SENT;
        }
    }

    private static Stream<String> lines(CallRecap recap) {
        return Stream.of(
                        recap.needs(), recap.turns(), recap.agreed(), recap.next(), recap.message())
                .flatMap(List::stream)
                .map(Line::text);
    }

    private static List<String> message(Language language, String sentence) {
        return write(language, said(language), Map.of("message", List.of(sentence))).stream()
                .flatMap(recap -> recap.message().stream())
                .map(Line::text)
                .toList();
    }

    private static Optional<CallRecap> write(
            Language language, String words, Map<String, List<String>> parts) {
        try (ScriptedModel server = new ScriptedModel()) {
            server.says(answer(parts));
            return write(server, language, asked(language), words);
        }
    }

    private static Optional<CallRecap> write(
            ScriptedModel server, Language language, String before, String words) {
        return new RecapWriter(server.model(), Clock.systemUTC())
                .write(extract(language, words), utterances(language, before, words));
    }

    private static String answer(Map<String, List<String>> parts) {
        Map<String, List<Line>> lines = new HashMap<>();
        PARTS.forEach(part -> lines.put(part, List.of()));
        parts.forEach(
                (part, sentences) ->
                        lines.put(part, sentences.stream().map(RecapWriterTest::line).toList()));
        return Json.text(lines);
    }

    private static Line line(String text) {
        return new Line(text, List.of(id()));
    }

    private static String id() {
        return utterances(Language.EN, "", "").getLast().utteranceId();
    }

    private static String said(Language language) {
        return language == Language.ZH
                ? "我们每单都要录两遍，两个人周五要弄大半天。"
                : "We key every single order in twice, and it takes two people most of Friday.";
    }

    private static String asked(Language language) {
        return language == Language.ZH ? "现在哪儿最费事？" : "What gives you the most trouble?";
    }

    private static List<Utterance> utterances(Language language, String before, String words) {
        return CallFixture.aCall()
                .id("c0ffee")
                .in(language)
                .rep(before)
                .customer(words)
                .build()
                .utterances();
    }

    private static CallRecap extract(Language language, String words) {
        Line quoted = line((language == Language.ZH ? "难点：" : "Problem: ") + words);
        return new CallRecap(
                "c0ffee",
                1,
                language,
                List.of(quoted),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Line("Hello", List.of()), quoted, new Line("Bye", List.of())),
                CallRecap.Source.EXTRACT,
                "",
                "basis",
                Optional.empty());
    }
}
