package talktrack.api.summary;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.chat.CitedClauses;
import talktrack.api.llm.ForeignText;
import talktrack.api.llm.Grounding;
import talktrack.api.llm.LanguageModel;
import talktrack.api.llm.Prompt;
import talktrack.api.llm.Relevance;
import talktrack.api.talktracks.StatedWords;
import talktrack.models.events.CallRecap;
import talktrack.models.events.CallRecap.Line;
import talktrack.models.events.Utterance;
import talktrack.models.text.TextNormaliser;

/**
 * Has a language model say an extract in better words. Each of its sentences must name utterances
 * that it was given and hold nothing that these do not say; one that fails is dropped, and a part
 * of which nothing is left stays as it was.
 */
public final class RecapWriter {

    private static final Logger log = LoggerFactory.getLogger(RecapWriter.class);
    private static final String INSTRUCTIONS = Prompt.read("recap-1");
    private static final int LONGEST_LINE = 400;
    private static final int MOST_LINES = 8;
    private static final int AROUND = 1;

    private static final JsonSchema SCHEMA =
            JsonSchema.builder()
                    .name("recap")
                    .rootElement(
                            JsonObjectSchema.builder()
                                    .addProperty("needs", lines())
                                    .addProperty("turns", lines())
                                    .addProperty("agreed", lines())
                                    .addProperty("next", lines())
                                    .addProperty("message", lines())
                                    .required("needs", "turns", "agreed", "next", "message")
                                    .build())
                    .build();

    private final LanguageModel model;
    private final Clock clock;

    public RecapWriter(LanguageModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
    }

    private record Spoken(String id, String speaker, String words) {}

    private record Request(String language, List<Spoken> said, Draft extract) {}

    /** As the model answers; any part may be missing. */
    private record Draft(
            List<Line> needs,
            List<Line> turns,
            List<Line> agreed,
            List<Line> next,
            List<Line> message) {}

    private static JsonArraySchema lines() {
        return JsonArraySchema.builder()
                .items(
                        JsonObjectSchema.builder()
                                .addStringProperty("text")
                                .addProperty(
                                        "utteranceIds",
                                        JsonArraySchema.builder()
                                                .items(new JsonStringSchema())
                                                .build())
                                .required("text", "utteranceIds")
                                .build())
                .build();
    }

    /**
     * @param utterances all of the call, in order
     * @return empty when the model fails, or none of its sentences is supported
     */
    public Optional<CallRecap> write(CallRecap extract, List<Utterance> utterances) {
        Map<String, Spoken> said = said(extract, utterances);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Draft given =
                new Draft(
                        sent(extract.needs(), said),
                        sent(extract.turns(), said),
                        sent(extract.agreed(), said),
                        sent(extract.next(), said),
                        sent(body(extract.message()), said));
        Optional<Draft> answer =
                model.ask(
                        INSTRUCTIONS,
                        new Request(extract.language().id(), List.copyOf(said.values()), given),
                        SCHEMA,
                        Draft.class);
        return answer.flatMap(draft -> checked(extract, draft, said));
    }

    private Optional<CallRecap> checked(CallRecap extract, Draft draft, Map<String, Spoken> said) {
        List<Line> needs = supported(extract, draft.needs(), said);
        List<Line> turns = supported(extract, draft.turns(), said);
        List<Line> agreed = supported(extract, draft.agreed(), said);
        List<Line> next = supported(extract, draft.next(), said);
        List<Line> body = supported(extract, draft.message(), said);
        if (Stream.of(needs, turns, agreed, next, body).allMatch(List::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(
                new CallRecap(
                        extract.callId(),
                        extract.revision(),
                        extract.language(),
                        needs.isEmpty() ? extract.needs() : needs,
                        turns.isEmpty() ? extract.turns() : turns,
                        agreed.isEmpty() ? extract.agreed() : agreed,
                        next.isEmpty() ? extract.next() : next,
                        body.isEmpty() ? extract.message() : framed(extract.message(), body),
                        CallRecap.Source.LANGUAGE_MODEL,
                        model.name(),
                        extract.basis(),
                        Optional.of(clock.instant())));
    }

    /** The greeting and the end are ours. */
    private static List<Line> framed(List<Line> message, List<Line> body) {
        List<Line> lines = new ArrayList<>(List.of(message.getFirst()));
        lines.addAll(body);
        lines.add(message.getLast());
        return lines;
    }

    private static List<Line> body(List<Line> message) {
        return message.stream().filter(line -> !line.utteranceIds().isEmpty()).toList();
    }

    /** What the extract rests on and what stands right around it, but nothing that talks to us. */
    private static Map<String, Spoken> said(CallRecap extract, List<Utterance> utterances) {
        List<String> ids =
                Stream.of(
                                extract.needs(),
                                extract.turns(),
                                extract.agreed(),
                                extract.next(),
                                extract.message())
                        .flatMap(List::stream)
                        .flatMap(line -> line.utteranceIds().stream())
                        .toList();
        Map<String, Spoken> said = new LinkedHashMap<>();
        for (int i = 0; i < utterances.size(); i++) {
            List<Utterance> around =
                    utterances.subList(
                            Math.max(0, i - AROUND), Math.min(utterances.size(), i + AROUND + 1));
            Utterance one = utterances.get(i);
            if (around.stream().anyMatch(near -> ids.contains(near.utteranceId()))
                    && !ForeignText.talksToAModel(one.text())
                    && !ForeignText.talksToAModel(one.displayText())) {
                said.put(
                        one.utteranceId(),
                        new Spoken(one.utteranceId(), one.speaker().id(), one.displayText()));
            }
        }
        return said;
    }

    private static List<Line> sent(List<Line> lines, Map<String, Spoken> said) {
        return lines.stream()
                .filter(line -> said.keySet().containsAll(line.utteranceIds()))
                .toList();
    }

    private static List<Line> supported(
            CallRecap extract, List<Line> lines, Map<String, Spoken> said) {
        return Stream.ofNullable(lines)
                .flatMap(List::stream)
                .filter(Objects::nonNull) // a model may write [null]
                .limit(MOST_LINES)
                .filter(line -> isSupported(extract, line, said))
                .toList();
    }

    private static boolean isSupported(CallRecap extract, Line line, Map<String, Spoken> said) {
        String cause = complaint(extract, line, said);
        if (!cause.isEmpty()) {
            log.warn("line of a recap dropped call={} cause={}", extract.callId(), cause);
        }
        return cause.isEmpty();
    }

    /** What speaks against a line, or empty; never the call's own words. */
    private static String complaint(CallRecap extract, Line line, Map<String, Spoken> said) {
        if (line.text() == null || line.text().isBlank() || line.text().length() > LONGEST_LINE) {
            return "empty or too long";
        }
        if (line.utteranceIds().isEmpty() || !said.keySet().containsAll(line.utteranceIds())) {
            return "names no utterance it was given";
        }
        if (TextNormaliser.detect(line.text()) != extract.language()) {
            return "another language";
        }
        if (ForeignText.talksToAModel(line.text())) {
            return "it speaks to a model";
        }
        List<String> sources =
                Stream.concat(
                                line.utteranceIds().stream().map(id -> said.get(id).words()),
                                extracted(extract, line))
                        .toList();
        if (!Grounding.unsupported(line.text(), sources).isEmpty()
                || !StatedWords.unheard(extract.language(), line.text(), sources).isEmpty()) {
            return "unsupported";
        }
        if (new CitedClauses(extract.language(), String.join("\n", sources))
                .contradict(line.text())) {
            return "it denies what it names, or says what is denied there";
        }
        return Relevance.straysBriefly(line.text(), String.join("\n", sources))
                ? "it says something else than what it names"
                : "";
    }

    /**
     * What the extract says of the same utterances: in its words it also tells whose they are, and
     * the day in full where the call only says "Friday".
     */
    private static Stream<String> extracted(CallRecap extract, Line line) {
        return Stream.of(
                        extract.needs(),
                        extract.turns(),
                        extract.agreed(),
                        extract.next(),
                        extract.message())
                .flatMap(List::stream)
                .filter(one -> one.utteranceIds().stream().anyMatch(line.utteranceIds()::contains))
                .filter(one -> !ForeignText.talksToAModel(one.text()))
                .map(Line::text);
    }
}
