package talktrack.api.mining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import talktrack.api.index.Vectors;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;

/** What a library has already, by meaning. Not thread-safe. */
public final class Alike {

    private final Map<String, List<float[]>> bySituation = new HashMap<>();

    /**
     * @param situation only what has the same is compared; empty where there are none
     * @param text its blanks are left out
     */
    public void add(Language language, String situation, String text) {
        bySituation
                .computeIfAbsent(key(language, situation), key -> new ArrayList<>())
                .add(vector(language, text));
    }

    /** Whether something like it was added. */
    public boolean has(Language language, String situation, String text) {
        float[] own = vector(language, text);
        double same = language == Language.EN ? 0.8 : 0.88;
        return bySituation.getOrDefault(key(language, situation), List.of()).stream()
                .anyMatch(other -> Vectors.cosine(own, other) >= same);
    }

    private static String key(Language language, String situation) {
        return language.id() + " " + situation;
    }

    private static float[] vector(Language language, String text) {
        return Embedder.of(language).embed(BlankedText.BLANK.matcher(text).replaceAll(" "));
    }
}
