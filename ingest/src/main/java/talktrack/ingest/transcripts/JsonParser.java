package talktrack.ingest.transcripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import talktrack.models.events.Json;
import talktrack.models.labels.Speaker;

/** The project's own JSON, as {@code talktrack transcribe --json} prints it. */
final class JsonParser {

    private static final ObjectReader ONE_DOCUMENT =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Map<String, Speaker> LABELS =
            Arrays.stream(Speaker.values())
                    .collect(Collectors.toMap(Speaker::id, Function.identity()));

    private JsonParser() {}

    static List<Cue> parse(String text) throws Malformed, InterruptedException {
        JsonNode utterances;
        try {
            utterances = ONE_DOCUMENT.readTree(text).path("utterances");
        } catch (MismatchedInputException e) {
            throw new Malformed("it holds more than one JSON document; save each by itself", e);
        } catch (JsonProcessingException e) {
            throw new Malformed(
                    "its JSON is broken at line %d"
                            .formatted(e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    e);
        }
        if (!utterances.isArray()) {
            throw new Malformed("its \"utterances\" are no list");
        }
        CueList cues = CueList.ofUtterances();
        for (JsonNode utterance : utterances) {
            if (!utterance.path("text").isTextual()) {
                throw new Malformed("utterance %d has no \"text\"".formatted(cues.size() + 1));
            }
            cues.add(cue(utterance, cues.size() + 1));
        }
        return cues.all();
    }

    private static Cue cue(JsonNode utterance, int number) throws Malformed {
        String speaker = utterance.path("speaker").asText("");
        Speaker label = LABELS.getOrDefault(speaker, Speaker.UNKNOWN);
        String name =
                utterance.path("speakerName").asText(LABELS.containsKey(speaker) ? "" : speaker);
        OptionalDouble start = seconds(utterance, "startSeconds", number);
        OptionalDouble end = seconds(utterance, "endSeconds", number);
        boolean timed = start.isPresent() && end.isPresent();
        if (timed && end.getAsDouble() < start.getAsDouble()) {
            throw new Malformed("utterance %d ends before it starts".formatted(number));
        }
        return new Cue(
                CueText.plain(name),
                label,
                timed ? start : OptionalDouble.empty(),
                timed ? end : OptionalDouble.empty(),
                CueText.plain(utterance.path("text").asText()));
    }

    private static OptionalDouble seconds(JsonNode utterance, String field, int number)
            throws Malformed {
        JsonNode value = utterance.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalDouble.empty();
        }
        double seconds = value.asDouble(-1);
        if (!value.isNumber() || !(seconds >= 0 && seconds <= Cue.LATEST_SECONDS)) {
            throw new Malformed(
                    "utterance %d has a \"%s\" that is no time in seconds"
                            .formatted(number, field));
        }
        return OptionalDouble.of(seconds);
    }
}
