package talktrack.api.advice;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.analysis.advice.AdviceMoment;
import talktrack.analysis.advice.Blanks;
import talktrack.analysis.advice.Blanks.Said;
import talktrack.api.llm.ForeignText;
import talktrack.api.llm.Grounding;
import talktrack.api.llm.LanguageModel;
import talktrack.api.llm.Prompt;
import talktrack.api.llm.Relevance;
import talktrack.api.talktracks.StatedWords;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.Suggestion;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Label;
import talktrack.models.text.TextNormaliser;

/** Makes a suggestion of a talk track: fitted to the call if a language model does it well. */
final class SuggestionWriter {

    private static final Logger log = LoggerFactory.getLogger(SuggestionWriter.class);
    private static final String INSTRUCTIONS = Prompt.read("suggestion-3");
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
     * One moment with its words.
     *
     * @param said the customer's words; empty when they are not known
     * @param before what was said just before, oldest first
     * @param facts what blanks may be filled with
     */
    record Moment(AdviceMoment what, String said, List<Said> before, Blanks.Facts facts) {

        String utteranceId() {
            return what.utteranceId();
        }
    }

    /**
     * The talk tracks for a moment.
     *
     * @param general whether none comes near the customer's words
     */
    record Choice(TalkTrack best, List<TalkTrack> others, boolean general) {}

    private record Request(
            String language,
            String moment,
            String customerSaid,
            List<String> before,
            Script talkTrack,
            String rejected) {}

    private record Script(String text, String nextQuestion, String why) {}

    Suggestion write(CallAnalysis call, Moment moment, Choice choice) {
        return model.flatMap(one -> fitted(one, call, moment, choice))
                .orElseGet(() -> filled(call, moment, choice));
    }

    /** The talk track itself, with the blanks filled that the call certainly fills. */
    private Suggestion filled(CallAnalysis call, Moment moment, Choice choice) {
        TalkTrack track = choice.best();
        Blanks.Filled text = Blanks.fill(track.text(), moment.facts());
        Blanks.Filled question = Blanks.fill(track.nextQuestion(), moment.facts());
        Blanks.Filled why = Blanks.fill(track.why(), moment.facts());
        Set<String> cited = new TreeSet<>(text.citedIds());
        cited.addAll(question.citedIds());
        cited.addAll(why.citedIds());
        return suggestion(
                call,
                moment,
                choice,
                new Script(text.text(), question.text(), why.text()),
                text.changed() || question.changed()
                        ? Suggestion.Source.BLANKS_FILLED
                        : Suggestion.Source.TALK_TRACK,
                "",
                cited);
    }

    private Optional<Suggestion> fitted(
            LanguageModel one, CallAnalysis call, Moment moment, Choice choice) {
        TalkTrack track = choice.best();
        List<Said> harmless =
                moment.before().stream()
                        .filter(said -> !ForeignText.talksToAModel(said.words()))
                        .toList();
        List<String> before = harmless.stream().map(Said::words).toList();
        if (moment.said().isBlank()
                || ForeignText.talksToAModel(moment.said())
                || ForeignText.talksToAModel(words(track))) {
            log.warn(
                    "not sent to the language model utterance={} cause=instructions in it",
                    moment.utteranceId());
            return Optional.empty();
        }
        String rejected = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Request request =
                    new Request(
                            call.language().id(),
                            named(moment.what()),
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
                                choice,
                                script.get(),
                                Suggestion.Source.LANGUAGE_MODEL,
                                one.name(),
                                TakenUp.of(script.get().text(), track.text(), harmless)));
            }
            log.warn(
                    "language model's suggestion rejected utterance={} cause={}",
                    moment.utteranceId(),
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
        List<String> parts = List.of(script.text(), script.nextQuestion(), script.why());
        if (parts.stream().anyMatch(part -> TextNormaliser.detect(part) != call.language())) {
            return "another language";
        }
        List<String> sources = new ArrayList<>(before);
        sources.addAll(List.of(moment.said(), track.title(), track.text(), track.nextQuestion()));
        sources.add(track.why());
        List<String> invented =
                Stream.concat(
                                Grounding.unsupported(String.join("\n", parts), sources).stream(),
                                parts.stream()
                                        .flatMap(
                                                part ->
                                                        StatedWords.unheard(
                                                                call.language(), part, sources)
                                                                .stream()))
                        .distinct()
                        .toList();
        if (!invented.isEmpty()) {
            return "neither call nor talk track says: " + String.join(", ", invented);
        }
        String spoken = track.text() + "\n" + track.nextQuestion();
        return Relevance.strays(script.text(), spoken)
                        || Relevance.straysBriefly(script.nextQuestion(), spoken)
                        || Relevance.straysBriefly(script.why(), words(track))
                ? "it says something else than the talk track"
                : "";
    }

    private static String words(TalkTrack track) {
        return String.join("\n", track.title(), track.text(), track.nextQuestion(), track.why());
    }

    /** The objection's type, or which chance was missed. */
    private static String named(AdviceMoment what) {
        return what.kind() == Suggestion.Kind.OBJECTION
                ? what.objection().id() + " objection"
                : what.kind().id() + ", ask: " + what.missed().map(Label::id).orElse("");
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private Suggestion suggestion(
            CallAnalysis call,
            Moment moment,
            Choice choice,
            Script script,
            Suggestion.Source source,
            String modelName,
            Set<String> takenUp) {
        AdviceMoment what = moment.what();
        Set<String> cited = new TreeSet<>(takenUp);
        cited.add(what.utteranceId());
        return new Suggestion(
                Suggestion.id(what.utteranceId(), what.kind()),
                call.callId(),
                call.revision(),
                what.utteranceId(),
                what.objection(),
                choice.best().language(),
                Stream.concat(Stream.of(choice.best()), choice.others().stream())
                        .map(TalkTrack::id)
                        .toList(),
                script.text(),
                script.nextQuestion(),
                script.why(),
                source,
                modelName,
                clock.instant(),
                what.kind(),
                what.missed(),
                choice.best().title(),
                choice.general(),
                List.copyOf(cited),
                choice.others().stream().map(other -> other(other, moment.facts())).toList());
    }

    private static Suggestion.Other other(TalkTrack track, Blanks.Facts facts) {
        return new Suggestion.Other(
                track.id(),
                track.title(),
                Blanks.fill(track.text(), facts).text(),
                Blanks.fill(track.nextQuestion(), facts).text());
    }
}
