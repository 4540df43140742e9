package talktrack.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.json.JsonMapper;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import talktrack.models.events.Json;

/** Javalin's JSON is the one of the topics. */
final class JsonAnswers implements JsonMapper {

    @Override
    public String toJsonString(Object value, Type type) {
        return Json.text(value);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Javalin's signature
    public <T> T fromJsonString(String json, Type type) {
        try {
            return Json.mapper().readValue(json, Json.mapper().constructType(type));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
