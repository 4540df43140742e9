package talktrack.api.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;

/**
 * Vectors of single words. Computing one takes about a millisecond and texts repeat their words, so
 * those used last are kept. Thread-safe.
 */
final class WordVectors {

    /** At 2 kB each, 60 MB when full, which takes a great many documents. */
    private static final int MOST_KEPT = 30_000;

    private static final Map<Language, WordVectors> INSTANCES =
            Map.of(
                    Language.EN, new WordVectors(Language.EN),
                    Language.ZH, new WordVectors(Language.ZH));

    private final Language language;
    private final Map<String, float[]> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    private WordVectors(Language language) {
        this.language = language;
    }

    static WordVectors of(Language language) {
        return INSTANCES.get(language);
    }

    /** The vectors of some words, of length 1. */
    Map<String, float[]> of(Collection<String> words) {
        Map<String, float[]> vectors = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        synchronized (kept) {
            for (String word : words) {
                float[] vector = kept.get(word);
                if (vector != null) {
                    vectors.put(word, vector);
                } else {
                    missing.add(word);
                }
            }
        }
        List<float[]> computed = Embedder.of(language).embedAll(missing);
        for (int i = 0; i < computed.size(); i++) {
            vectors.put(missing.get(i), computed.get(i));
        }
        synchronized (kept) {
            missing.forEach(word -> kept.put(word, vectors.get(word)));
        }
        return vectors;
    }
}
