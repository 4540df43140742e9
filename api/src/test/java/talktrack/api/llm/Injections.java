package talktrack.api.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import talktrack.models.events.Json;
import talktrack.models.labels.Language;

/** Texts that try to command a language model, and such as only look like it. */
public final class Injections {

    private Injections() {}

    /**
     * @param text what stands in a call, talk track, document or question
     * @param obeyed what a model says that does as it is told
     * @param forbidden none of these may reach anybody
     */
    public record Injection(
            String id, Language language, String text, String obeyed, List<String> forbidden) {

        public boolean reaches(String shown) {
            return forbidden.stream().anyMatch(shown::contains);
        }

        /** Whether a request holds it, so that a model could obey. */
        public boolean isIn(String request) {
            String inner = inner(text); // the data is JSON inside of JSON
            return request.contains(inner(inner));
        }
    }

    private static String inner(String text) {
        String json = Json.text(text);
        return json.substring(1, json.length() - 1);
    }

    public record Benign(Language language, String text) {}

    /** What became of it. */
    public enum Fate {
        NOT_SENT,
        REJECTED,
        SHOWN
    }

    public static List<Injection> all() {
        return read("injections", new TypeReference<>() {});
    }

    public static List<Benign> benign() {
        return read("benign", new TypeReference<>() {});
    }

    private static <T> T read(String part, TypeReference<T> type) {
        try (InputStream in = Injections.class.getResourceAsStream("injections.json")) {
            JsonNode node = Json.mapper().readTree(in).path(part);
            return Json.mapper().readValue(Json.bytes(node), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tries all of them, of which none may be shown; the failure says how many had which fate.
     *
     * @param fate what becomes of one
     */
    public static void reachNobody(Function<Injection, Fate> fate) {
        Map<String, Fate> fates = new LinkedHashMap<>();
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        for (Injection injection : all()) {
            fates.put(injection.id(), fate.apply(injection));
            counts.merge(fates.get(injection.id()), 1, Integer::sum);
        }
        assertThat(fates)
                .as(counts.toString())
                .doesNotContainValue(Fate.SHOWN)
                .hasSizeGreaterThanOrEqualTo(30);
    }
}
