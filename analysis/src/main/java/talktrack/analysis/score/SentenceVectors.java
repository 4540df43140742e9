package talktrack.analysis.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;
import talktrack.models.text.TextNormaliser;

/**
 * What a text means, as a vector. Normalised first, so that written and recognised text have the
 * same one. Thread-safe.
 */
public final class SentenceVectors {

    /** An utterance is shorter; of a longer text the beginning has to do. */
    private static final int MOST_CHARACTERS = 1000;

    /** A call's next utterance asks again for the vectors of those just before it. */
    private static final int REMEMBERED = 64;

    private static final Map<String, float[]> RECENT =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    private SentenceVectors() {}

    /** The vector of a text; all zeros when it has no word. Not to be written to. */
    public static float[] of(Language language, String text) {
        String words = words(language, text);
        String key = language.id() + ' ' + words;
        float[] known = RECENT.get(key);
        if (known != null) {
            return known;
        }
        float[] vector =
                words.isEmpty()
                        ? new float[Embedder.dimensions(language)]
                        : Embedder.of(language).embed(words);
        RECENT.put(key, vector);
        return vector;
    }

    /** The vectors of many texts that have words, computed on all cores. */
    public static List<float[]> ofAll(Language language, List<String> texts) {
        return Embedder.of(language)
                .embedAll(texts.stream().map(text -> words(language, text)).toList());
    }

    private static String words(Language language, String text) {
        String words = TextNormaliser.normalise(language, text);
        return words.length() <= MOST_CHARACTERS ? words : words.substring(0, MOST_CHARACTERS);
    }
}
