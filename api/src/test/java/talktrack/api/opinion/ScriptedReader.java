package talktrack.api.opinion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import talktrack.models.events.Json;

/** A script for a model that labels whatever lines it is sent. */
public final class ScriptedReader {

    private ScriptedReader() {}

    /**
     * @param labels of a line's task and words
     */
    public static UnaryOperator<String> labels(BiFunction<String, String, List<String>> labels) {
        return request -> {
            List<Map<String, Object>> answers = new ArrayList<>();
            for (JsonNode line : lines(request)) {
                answers.add(
                        Map.of(
                                "line",
                                line.path("line").asInt(),
                                "labels",
                                labels.apply(
                                        line.path("task").asText(), line.path("words").asText())));
            }
            return Json.text(Map.of("answers", answers));
        };
    }

    /** The lines of a request; none in one that asks for something else. */
    public static JsonNode lines(String request) {
        try {
            JsonNode messages = Json.mapper().readTree(request).path("messages");
            return Json.mapper().readTree(messages.path(1).path("content").asText()).path("lines");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
