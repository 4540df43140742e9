package talktrack.api.llm;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.ingest.redact.Redactor;
import talktrack.ingest.redact.Secret;
import talktrack.models.events.Json;
import talktrack.models.text.TextNormaliser;

/**
 * What a model elsewhere gets to read: phone, card and identity numbers, e-mail addresses and the
 * names of known people are numbered marks, such as {@code [phone 1]}. In its answer the marks
 * become the words again, here.
 */
final class MaskedText {

    private static final Pattern MARK = Pattern.compile("\\[(?:phone|card|email|id|name) \\d+]");
    private static final int SHORTEST_PART = 3;

    private final Map<String, String> markOf = new LinkedHashMap<>();
    private final Map<String, String> wordsOf = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Pattern names;
    private final String text;

    /**
     * @param data any JSON; its texts are masked, its field names are ours
     * @param names of people, as they are written; parts of a name count when they are capitalised
     */
    MaskedText(JsonNode data, Collection<String> names) throws InterruptedException {
        this.names = pattern(names);
        this.text = Json.text(masked(data));
    }

    /** The data as JSON. */
    String text() {
        return text;
    }

    /** Puts the words back into an answer in JSON. */
    String restoreJson(String answer) {
        return MARK.matcher(answer)
                .replaceAll(
                        mark ->
                                Matcher.quoteReplacement(
                                        inJson(wordsOf.getOrDefault(mark.group(), mark.group()))));
    }

    private static String inJson(String words) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(words));
    }

    private JsonNode masked(JsonNode node) throws InterruptedException {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(masked(node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : node) {
                array.add(masked(element));
            }
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                object.set(field.getKey(), masked(field.getValue()));
            }
            return object;
        }
        return node;
    }

    private String masked(String words) throws InterruptedException {
        String withoutSecrets =
                Redactor.redact(words, TextNormaliser.detect(words), this::secretMark);
        return names.matcher(withoutSecrets)
                .replaceAll(name -> Matcher.quoteReplacement(mark("name", name.group())));
    }

    private String secretMark(Secret secret, String words) {
        return mark(secret.name().toLowerCase(Locale.ROOT), words);
    }

    /** The same words get the same mark. */
    private String mark(String kind, String words) {
        return markOf.computeIfAbsent(
                kind + " " + words,
                unknown -> {
                    String mark = "[%s %d]".formatted(kind, counts.merge(kind, 1, Integer::sum));
                    wordsOf.put(mark, words);
                    return mark;
                });
    }

    /** Longest first; whole names in any case, parts of names only as names are written. */
    private static Pattern pattern(Collection<String> names) {
        List<String> whole = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String name : names) {
            String trimmed = name.strip();
            if (trimmed.codePointCount(0, trimmed.length()) < 2) {
                continue;
            }
            whole.add(trimmed);
            for (String part : trimmed.split("\\s+", -1)) {
                if (part.length() >= SHORTEST_PART && Character.isUpperCase(part.charAt(0))) {
                    parts.add(part);
                }
            }
        }
        List<String> alternatives = new ArrayList<>();
        Comparator<String> longest = Comparator.comparingInt(String::length).reversed();
        whole.stream()
                .distinct()
                .sorted(longest)
                .forEach(name -> alternatives.add("(?iu:" + word(name) + ")"));
        parts.stream().distinct().sorted(longest).forEach(part -> alternatives.add(word(part)));
        return Pattern.compile(
                alternatives.isEmpty() ? "(?!)" : String.join("|", alternatives),
                Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static String word(String name) {
        boolean han = name.codePoints().anyMatch(Character::isIdeographic);
        return han ? Pattern.quote(name) : "\\b" + Pattern.quote(name) + "\\b";
    }
}
