package talktrack.api.advice;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.llm.ForeignText;
import talktrack.api.llm.Grounding;
import talktrack.api.llm.LanguageModel;
import talktrack.api.llm.Prompt;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Suggestion;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/** Makes a suggestion of a talk track: fitted to the call if a language model does it well. */
final class SuggestionWriter {

    private static final Logger log = LoggerFactory.getLogger(SuggestionWriter.class);
    private static final String INSTRUCTIONS = Prompt.read("suggestion-2");
    private static final int ATTEMPTS = 2;
    private static final double LONGEST = 1.6;
    private static final int ALWAYS_ALLOWED_CHARACTERS = 200;

    private static final JsonSchema SCHEMA =
            JsonSchema.builder()
                    .name("suggestion")
                    .rootElement(
                            JsonObjectSchema.builder()
                                    .addStringProperty("text")
                                    .addStringProperty("nextQuestion")
                                    .addStringProperty("why")
                                    .required("text", "nextQuestion", "why")
                                    .build())
                    .build();

    private final Optional<LanguageModel> model;
    private final Clock clock;

    SuggestionWriter(Optional<LanguageModel> model, Clock clock) {
        this.model = model;
        this.clock = clock;
    }

    /**
     * One objection as it was raised.
     *
     * @param said the customer's words; empty when they are not known
     * @param before what was said just before, oldest first
     */
    record Moment(ObjectionHandling objection, String said, List<String> before) {}

    private record Request(
            String language,
            String objection,
            String customerSaid,
            List<String> before,
            Script talkTrack,
            String rejected) {}

    private record Script(String text, String nextQuestion, String why) {}

    Suggestion write(CallAnalysis call, Moment moment, TalkTrack track) {
        return model.flatMap(one -> fitted(one, call, moment, track))
                .orElseGet(
                        () ->
                                suggestion(
                                        call,
                                        moment,
                                        track,
                                        new Script(track.text(), track.nextQuestion(), track.why()),
                                        Suggestion.Source.TALK_TRACK,
                                        ""));
    }

    private Optional<Suggestion> fitted(
            LanguageModel one, CallAnalysis call, Moment moment, TalkTrack track) {
        List<String> before =
                moment.before().stream().filter(text -> !ForeignText.talksToAModel(text)).toList();
        if (moment.said().isBlank() || ForeignText.talksToAModel(moment.said())) {
            log.warn(
                    "not sent to the language model utterance={} cause=instructions in it",
                    moment.objection().utteranceId());
            return Optional.empty();
        }
        String rejected = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Request request =
                    new Request(
                            call.language().id(),
                            moment.objection().type().id(),
                            moment.said(),
                            before,
                            new Script(track.text(), track.nextQuestion(), track.why()),
                            rejected);
            Optional<Script> script = one.ask(INSTRUCTIONS, request, SCHEMA, Script.class);
            if (script.isEmpty()) {
                return Optional.empty();
            }
            rejected = objection(script.get(), call, moment, before, track);
            if (rejected.isEmpty()) {
                return Optional.of(
                        suggestion(
                                call,
                                moment,
                                track,
                                script.get(),
                                Suggestion.Source.LANGUAGE_MODEL,
                                one.name()));
            }
            log.warn(
                    "language model's suggestion rejected utterance={} cause={}",
                    moment.objection().utteranceId(),
                    rejected);
        }
        return Optional.empty();
    }

    /** What speaks against showing it, or empty. */
    private static String objection(
            Script script, CallAnalysis call, Moment moment, List<String> before, TalkTrack track) {
        if (isBlank(script.text()) || isBlank(script.nextQuestion()) || isBlank(script.why())) {
            return "a part is missing";
        }
        if (script.text().length() > track.text().length() * LONGEST + ALWAYS_ALLOWED_CHARACTERS) {
            return "much longer than the talk track";
        }
        String all = script.text() + "\n" + script.nextQuestion() + "\n" + script.why();
        if (TextNormaliser.detect(script.text()) != call.language()) {
            return "another language";
        }
        List<String> sources = new ArrayList<>(before);
        sources.addAll(List.of(moment.said(), track.title(), track.text(), track.nextQuestion()));
        sources.add(track.why());
        if (ForeignText.talksToAModel(all)) {
            return "it speaks to a model";
        }
        List<String> invented = Grounding.unsupported(all, sources);
        return invented.isEmpty()
                ? ""
                : "neither call nor talk track says: " + String.join(", ", invented);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private Suggestion suggestion(
            CallAnalysis call,
            Moment moment,
            TalkTrack track,
            Script script,
            Suggestion.Source source,
            String modelName) {
        String utteranceId = moment.objection().utteranceId();
        Language language = track.language();
        return new Suggestion(
                Suggestion.id(utteranceId),
                call.callId(),
                call.revision(),
                utteranceId,
                moment.objection().type(),
                language,
                List.of(track.id()),
                script.text(),
                script.nextQuestion(),
                script.why(),
                source,
                modelName,
                clock.instant());
    }
}
