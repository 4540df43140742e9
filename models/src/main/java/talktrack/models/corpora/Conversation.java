package talktrack.models.corpora;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import talktrack.models.labels.Language;

/**
 * A whole labelled call (README.md beside the tables says what the columns mean).
 *
 * @param name of its table, without language and ending
 * @param facts what is known of the call, such as {@code commitment}
 * @param turns each as column name → cell
 */
public record Conversation(
        String name,
        Language language,
        Map<String, String> facts,
        List<Map<String, String>> turns) {

    private static final String FOLDER = "/talktrack/conversations/%s/%s";

    public Conversation {
        facts = Map.copyOf(facts);
        turns = List.copyOf(turns);
    }

    /** All of one language. */
    public static List<Conversation> of(Language language) {
        return lines(FOLDER.formatted(language.id(), "conversations.txt")).stream()
                .map(name -> read(language, name))
                .toList();
    }

    /** What the other side said before this turn; empty at the start. */
    public String previous(int turn) {
        String speaker = turns.get(turn).get("speaker");
        return IntStream.iterate(turn - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(turns::get)
                .filter(other -> !other.get("speaker").equals(speaker))
                .findFirst()
                .map(other -> other.get("text"))
                .orElse("");
    }

    private static Conversation read(Language language, String name) {
        Map<String, String> facts = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>();
        for (String line : lines(FOLDER.formatted(language.id(), name + ".tsv"))) {
            if (line.startsWith("# ")) {
                String[] fact = line.substring(2).split(": *", 2);
                facts.put(fact[0], fact[1]);
            } else {
                rows.add(line);
            }
        }
        return new Conversation(name, language, facts, Corpus.table(rows, name));
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Conversation.class.getResourceAsStream(resource),
                                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the shipped conversation %s cannot be read".formatted(resource), e);
        }
    }
}
