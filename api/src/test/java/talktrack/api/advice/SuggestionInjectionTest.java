package talktrack.api.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static talktrack.api.advice.PriceMoments.call;
import static talktrack.api.advice.PriceMoments.choice;
import static talktrack.api.advice.PriceMoments.moment;
import static talktrack.api.advice.PriceMoments.track;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import talktrack.api.advice.SuggestionWriter.Moment;
import talktrack.api.llm.Injections;
import talktrack.api.llm.Injections.Fate;
import talktrack.api.llm.Injections.Injection;
import talktrack.api.llm.ScriptedModel;
import talktrack.models.events.Json;
import talktrack.models.events.Suggestion;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;

/** With a model that does whatever it reads. */
class SuggestionInjectionTest {

    private static final List<String> FIELDS = List.of("text", "nextQuestion", "why");

    private enum Route {
        OBJECTION,
        EARLIER_WORDS,
        /** The model has seen nothing of it and says so all the same. */
        NONE,
        TALK_TRACK
    }

    /** A tampered talk track's reason is its own, which is shown without a model too. */
    private static Stream<Arguments> routesAndFields() {
        return Stream.of(Route.values())
                .flatMap(
                        route ->
                                FIELDS.stream()
                                        .filter(
                                                field ->
                                                        route != Route.TALK_TRACK
                                                                || !field.equals("why"))
                                        .map(field -> Arguments.of(route, field)));
    }

    /**
     * @param field where the model puts the words that it was told to say
     */
    @ParameterizedTest
    @MethodSource("routesAndFields")
    void nothingThatAnInjectionWantsIsShown(Route route, String field) {
        Injections.reachNobody(injection -> fate(route, field, injection));
    }

    @Test
    void ordinaryWordsOfCustomersAreSentAndTheAnswerShown() {
        for (Injections.Benign benign : Injections.benign()) {
            try (ScriptedModel server = new ScriptedModel()) {
                TalkTrack track = track(benign.language());
                server.says(answer("text", track.text(), track));
                Suggestion suggestion =
                        writer(server)
                                .write(
                                        call(benign.language()),
                                        moment(benign.language(), benign.text(), List.of()),
                                        choice(track));
                assertThat(suggestion.source())
                        .as(benign.text())
                        .isEqualTo(Suggestion.Source.LANGUAGE_MODEL);
            }
        }
    }

    private static Fate fate(Route route, String field, Injection injection) {
        TalkTrack track = track(injection.language());
        TalkTrack used = route == Route.TALK_TRACK ? poisoned(track, injection.text()) : track;
        String harmless = injection.language() == Language.ZH ? "太贵了。" : "That is too expensive.";
        Moment moment =
                switch (route) {
                    case OBJECTION -> moment(injection.language(), injection.text(), List.of());
                    case EARLIER_WORDS ->
                            moment(injection.language(), harmless, List.of(injection.text()));
                    case NONE, TALK_TRACK -> moment(injection.language(), harmless, List.of());
                };
        try (ScriptedModel server = new ScriptedModel()) {
            server.answers(
                    request ->
                            route == Route.NONE || injection.isIn(request)
                                    ? answer(field, injection.obeyed(), track)
                                    : answer("text", track.text(), track));
            Suggestion suggestion =
                    writer(server).write(call(injection.language()), moment, choice(used));
            String shown =
                    suggestion.source() != Suggestion.Source.LANGUAGE_MODEL
                            ? suggestion.text() + suggestion.nextQuestion()
                            : suggestion.text() + suggestion.nextQuestion() + suggestion.why();
            if (injection.reaches(shown)) {
                return Fate.SHOWN;
            }
            return route == Route.NONE || server.requests().stream().anyMatch(injection::isIn)
                    ? Fate.REJECTED
                    : Fate.NOT_SENT;
        }
    }

    private static SuggestionWriter writer(ScriptedModel server) {
        return new SuggestionWriter(Optional.of(server.model()), Clock.systemUTC());
    }

    private static String answer(String field, String words, TalkTrack track) {
        Map<String, String> fields =
                new HashMap<>(
                        Map.of(
                                "text",
                                track.text(),
                                "nextQuestion",
                                track.nextQuestion(),
                                "why",
                                track.why()));
        fields.put(field, words);
        return Json.text(fields);
    }

    /** A talk track whose reason was tampered with, as an import could. */
    private static TalkTrack poisoned(TalkTrack track, String text) {
        Map<String, Object> fields = Json.mapper().convertValue(track, new TypeReference<>() {});
        fields.put("why", text);
        return Json.mapper().convertValue(fields, TalkTrack.class);
    }
}
