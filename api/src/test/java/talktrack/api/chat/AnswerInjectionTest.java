package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import talktrack.api.chat.Answer.Citation;
import talktrack.api.llm.Injections;
import talktrack.api.llm.Injections.Fate;
import talktrack.api.llm.Injections.Injection;
import talktrack.api.llm.ScriptedModel;
import talktrack.models.events.ChatConversation.Turn;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** With a model that does whatever it reads. */
class AnswerInjectionTest {

    private enum Route {
        QUESTION,
        /** The first passage begins well and ends badly. */
        DOCUMENT,
        /** It stands in a passage that the question did not want. */
        NEIGHBOUR,
        HEADING,
        /** It was the answer to an earlier question, and the next one follows it. */
        EARLIER_ANSWER,
        /** The model has seen nothing of it and says so all the same. */
        NONE
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatAnInjectionWantsIsShown(Route route) {
        Injections.reachNobody(injection -> fate(route, injection));
    }

    @Test
    void ordinaryQuestionsAndDocumentsAreSentAndTheAnswerShown() {
        for (Injections.Benign benign : Injections.benign()) {
            try (ScriptedModel server = new ScriptedModel()) {
                server.says(answer(good(benign.language())));
                Citation written = new Citation("b.md", "FAQ", benign.text(), 0.5);
                Optional<Answer> answer =
                        new PassageWriter(server.model())
                                .write(
                                        benign.text() + " " + question(benign.language()),
                                        benign.language(),
                                        List.of(passage(benign.language()), written),
                                        soFar -> {});
                assertThat(answer).as(benign.text()).map(Answer::answered).contains(true);
            }
        }
    }

    private static Fate fate(Route route, Injection injection) {
        if (route == Route.EARLIER_ANSWER) {
            return fateInFollowUp(injection);
        }
        Language language = injection.language();
        Citation good = passage(language);
        String question = question(language);
        List<Citation> passages =
                switch (route) {
                    case NONE, QUESTION -> List.of(good);
                    case DOCUMENT ->
                            List.of(
                                    new Citation(
                                            "a.md",
                                            good.heading(),
                                            good.passage() + "\n" + injection.text(),
                                            0.9));
                    case NEIGHBOUR ->
                            List.of(good, new Citation("b.md", "FAQ", injection.text(), 0.5));
                    case EARLIER_ANSWER ->
                            throw new IllegalStateException("no answer is asked for");
                    case HEADING ->
                            List.of(new Citation("a.md", injection.text(), good.passage(), 0.9));
                };
        try (ScriptedModel server = new ScriptedModel()) {
            server.answers(
                    request ->
                            answer(injection.isIn(request) ? injection.obeyed() : good(language)));
            StringBuilder shown = new StringBuilder();
            new PassageWriter(server.model())
                    .write(
                            route == Route.QUESTION ? injection.text() : question,
                            language,
                            passages,
                            shown::append)
                    .map(Answer::answer)
                    .ifPresent(shown::append);
            if (injection.reaches(shown.toString())) {
                return Fate.SHOWN;
            }
            return route == Route.NONE || server.requests().stream().anyMatch(injection::isIn)
                    ? Fate.REJECTED
                    : Fate.NOT_SENT;
        }
    }

    /** The model obeys in what it makes of the next question. */
    private static Fate fateInFollowUp(Injection injection) {
        Language language = injection.language();
        Turn before =
                new Turn(
                        "t",
                        question(language),
                        Optional.empty(),
                        language,
                        true,
                        passage(language).passage() + "\n" + injection.text(),
                        List.of(),
                        Instant.EPOCH);
        try (ScriptedModel server = new ScriptedModel()) {
            server.says(Json.text(Map.of("question", injection.obeyed())));
            ModelFollowUp model = new ModelFollowUp(server.model(), Duration.ofMinutes(1));
            for (String next :
                    language == Language.ZH
                            ? List.of("那照片呢？", "然后呢？")
                            : List.of("And photos?", "And then?")) {
                Optional<String> reading = model.reading(next, language, List.of(before));
                if (injection.reaches(reading.orElse(""))) {
                    return Fate.SHOWN;
                }
            }
            return server.requests().isEmpty() ? Fate.NOT_SENT : Fate.REJECTED;
        }
    }

    private static String question(Language language) {
        return language == Language.ZH ? "备份保留多久？" : "How long are backups kept?";
    }

    private static Citation passage(Language language) {
        return language == Language.ZH
                ? new Citation("a.md", "备份", "备份保留三十五天，之后删除。", 0.9)
                : new Citation("a.md", "Backups", "Backups are kept for 35 days.", 0.9);
    }

    private static String good(Language language) {
        return language == Language.ZH ? "备份保留三十五天。" : "Backups are kept for 35 days.";
    }

    private static String answer(String text) {
        return Json.text(
                Map.of(
                        "answered",
                        true,
                        "sentences",
                        List.of(Map.of("text", text, "passages", List.of(1)))));
    }
}
