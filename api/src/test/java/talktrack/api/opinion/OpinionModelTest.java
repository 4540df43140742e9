package talktrack.api.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import talktrack.api.llm.Injections;
import talktrack.api.llm.Prompt;
import talktrack.api.llm.ScriptedModel;
import talktrack.models.events.TaskLabel;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Sentiment;

class OpinionModelTest {

    private static final Line OBJECTION =
            new Line(
                    LabelTask.OBJECTION,
                    "shall we start in may",
                    "well i would not know about may");
    private static final Line HANDLING =
            new Line(LabelTask.HANDLING, "that is too dear", "compared with what");

    @AutoClose private final ScriptedModel server = new ScriptedModel();

    @Test
    void allLinesOfACallAreAskedAboutInOneRequest() {
        server.says(
                """
                Sure, here they are:
                ```json
                {"answers": [
                  {"line": 1, "labels": ["implication"]}, {"line": 2, "labels": ["timing"]},
                  {"line": 3, "labels": ["explicit"]}, {"line": 4, "labels": ["negative"]},
                  {"line": 5, "labels": ["clarify", "argues"]}]}
                ```
                """);
        OpinionModel.Answers answers =
                ask(
                        new Line(LabelTask.QUESTION, "we lose parts", "and what does that cost"),
                        OBJECTION,
                        new Line(LabelTask.NEED, "", "we want it by june"),
                        new Line(LabelTask.SENTIMENT, "", "great another update"),
                        HANDLING);
        assertThat(answers.labels())
                .containsExactly(
                        Optional.of(new TaskLabel.Question(QuestionType.IMPLICATION)),
                        Optional.of(new TaskLabel.Objection(ObjectionType.TIMING)),
                        Optional.of(new TaskLabel.CustomerNeed(Need.EXPLICIT)),
                        Optional.of(new TaskLabel.Feeling(Sentiment.NEGATIVE)),
                        Optional.of(
                                new TaskLabel.Handling(
                                        List.of(HandlingStep.CLARIFY),
                                        List.of(HandlingFault.ARGUES))));
        assertThat(answers.ignored()).isEmpty();
        assertThat(answers.tokens()).as("as the server counts them").isEqualTo(5);
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().getFirst())
                .contains("json_schema", "shall we start in may", "need-payoff");
    }

    @Test
    void aChineseCallIsAskedAboutInItsOwnWords() {
        server.answers(ScriptedReader.labels((task, words) -> List.of("price")));
        OpinionModel.Answers answers =
                new OpinionModel(server.model())
                        .ask(
                                Language.ZH,
                                List.of(new Line(LabelTask.OBJECTION, "您看怎么样", "这个数有点超出我们的想象了")));
        assertThat(answers.labels())
                .containsExactly(Optional.of(new TaskLabel.Objection(ObjectionType.PRICE)));
        assertThat(server.requests().getFirst()).contains("这个数有点超出我们的想象了");
    }

    @Test
    void nothingAppliesIsAnAnswerOfHandlingOnly() {
        server.answers(ScriptedReader.labels((task, words) -> List.of()));
        OpinionModel.Answers answers = ask(OBJECTION, HANDLING);
        assertThat(answers.labels())
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new TaskLabel.Handling(List.of(), List.of())));
        assertThat(answers.ignored()).isEqualTo(Map.of("not-one-label", 1));
    }

    @Test
    void whatCannotBeTrueIsCountedAndNotTaken() {
        server.says(
                """
                {"answers": [
                  {"line": 1, "labels": ["expensive"]},
                  {"line": 2, "labels": ["problem"]},
                  {"line": 3, "labels": ["price", "need"]},
                  {"line": 4, "labels": ["pause"]},
                  {"line": 5, "labels": ["need"]}, {"line": 5, "labels": ["trust"]},
                  {"line": 6, "labels": ["fit"]}, {"line": 6, "labels": ["fit"]},
                  {"line": 0, "labels": ["price"]}, {"line": 99, "labels": ["price"]},
                  {"line": "1", "labels": ["price"]}, {"labels": ["price"]}, null, 7, "price",
                  {"line": 7, "labels": "price"}, {"line": 8, "labels": [3]}]}
                """);
        OpinionModel.Answers answers =
                ask(
                        OBJECTION, OBJECTION, OBJECTION, HANDLING, OBJECTION, OBJECTION, OBJECTION,
                        OBJECTION, OBJECTION);
        assertThat(answers.came()).isTrue();
        assertThat(answers.labels().stream().flatMap(Optional::stream))
                .containsExactly(new TaskLabel.Objection(ObjectionType.FIT));
        assertThat(answers.labels().get(5)).isPresent();
        assertThat(answers.ignored())
                .isEqualTo(
                        Map.of(
                                "unknown-label",
                                        4, // a question's label, too, and what has no words
                                "not-one-label", 2,
                                "two-answers", 1,
                                "no-such-line", 7,
                                "no-answer", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"answers\": {}}",
                "{\"answers\": \"price\"}",
                "{\"answers\": null}",
                "{\"line\": 1, \"labels\": [\"price\"]}",
                "{}"
            })
    void anAnswerOfAnotherShapeIsNone(String answer) {
        server.says(answer);
        OpinionModel.Answers answers = ask(OBJECTION);
        assertThat(answers.labels()).containsExactly(Optional.empty());
        assertThat(answers.ignored()).isEqualTo(Map.of("no-answer", 1));
    }

    @Test
    void noWholeAnswerIsNoAnswerToRemember() {
        server.isCutOffAfter("{\"answers\": [{\"line\": 1, \"labels\": [\"price\"]}]}");
        OpinionModel.Answers cutOff = ask(OBJECTION);
        assertThat(cutOff.came()).isFalse();
        assertThat(cutOff.labels()).containsExactly(Optional.empty());
        assertThat(cutOff.tokens()).as("paid all the same").isEqualTo(5);

        server.says("I would rather talk about the weather.");
        assertThat(ask(OBJECTION).came()).isFalse();
    }

    @Test
    void aSlowModelIsGivenUp() {
        server.neverAnswers();
        assertThat(
                        new OpinionModel(server.impatientModel())
                                .ask(Language.EN, List.of(OBJECTION))
                                .came())
                .isFalse();
    }

    @Test
    void withoutLinesNobodyIsAsked() {
        server.fails(500);
        assertThat(ask().came()).isTrue();
        assertThat(server.requests()).isEmpty();
    }

    /** Whether it stands in the line itself or before it. */
    private enum Place {
        WORDS,
        BEFORE
    }

    /**
     * With a model that does whatever it reads: at most it mislabels lines that were asked about.
     */
    @ParameterizedTest
    @EnumSource
    void anInjectionReachesNothingButALabel(Place place) {
        int sent = 0;
        List<Injections.Injection> all = Injections.all();
        for (Injections.Injection injection : all) {
            try (ScriptedModel obedient = new ScriptedModel()) {
                obedient.answers(
                        request ->
                                injection.isIn(request)
                                        ? injection.obeyed()
                                        : "{\"answers\": [{\"line\": 1, \"labels\": [\"timing\"]}]}");
                Line poisoned =
                        place == Place.WORDS
                                ? new Line(LabelTask.OBJECTION, "", injection.text())
                                : new Line(LabelTask.OBJECTION, injection.text(), "not now");
                OpinionModel.Answers answers =
                        new OpinionModel(obedient.model())
                                .ask(injection.language(), List.of(OBJECTION, poisoned));
                boolean reached = obedient.requests().stream().anyMatch(injection::isIn);
                sent += reached ? 1 : 0;
                assertThat(answers.labels().get(1)).as(injection.id()).isEmpty();
                assertThat(answers.labels().getFirst())
                        .as(injection.id())
                        .isEqualTo(
                                reached
                                        ? Optional.empty()
                                        : Optional.of(
                                                new TaskLabel.Objection(ObjectionType.TIMING)));
                assertThat(reached || answers.ignored().containsKey("talks-to-a-model"))
                        .as(injection.id())
                        .isTrue();
            }
        }
        assertThat(sent).as("of %d", all.size()).isLessThan(all.size() / 2);
    }

    @Test
    void ordinaryWordsAreSent() {
        List<Line> lines = new ArrayList<>();
        for (Injections.Benign benign : Injections.benign()) {
            if (benign.language() == Language.EN) {
                lines.add(new Line(LabelTask.SENTIMENT, "", benign.text()));
            }
        }
        server.answers(ScriptedReader.labels((task, words) -> List.of("neutral")));
        OpinionModel.Answers answers = ask(lines.toArray(Line[]::new));
        assertThat(answers.labels()).hasSizeGreaterThan(3).allMatch(Optional::isPresent);
        assertThat(answers.ignored()).isEmpty();
    }

    @Test
    void thePromptExplainsEveryLabel() {
        String prompt = Prompt.read(OpinionModel.PROMPT);
        for (LabelTask task : LabelTask.values()) {
            assertThat(prompt).contains("Task \"%s\"".formatted(task.id()));
        }
        for (String label : AnsweredLabels.known()) {
            assertThat(prompt).containsPattern("(?m)^- (.*\\b)?%s\\b[^:]*:".formatted(label));
        }
    }

    /** What a reply must hold when all lines are asked about: a few tokens each. */
    @Test
    void aFullBatchFitsIntoAReply() {
        server.answers(
                ScriptedReader.labels(
                        (task, words) ->
                                List.of("acknowledge", "clarify", "claims-without-support")));
        ask(Stream.generate(() -> HANDLING).limit(OpinionModel.MOST_LINES).toArray(Line[]::new));
        assertThat(ScriptedReader.lines(server.requests().getFirst()))
                .hasSize(OpinionModel.MOST_LINES);
    }

    private OpinionModel.Answers ask(Line... lines) {
        return new OpinionModel(server.model()).ask(Language.EN, List.of(lines));
    }
}
