package talktrack.analysis.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;
import talktrack.models.text.TextNormaliser;

/**
 * What a text means, as a vector that classifiers learn from. Normalised first, so that written and
 * recognised text have the same one. Thread-safe.
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

    /**
     * The vectors of an utterance and of what it follows. Not to be written to.
     *
     * @param text all zeros when there is no word
     * @param previous empty when nothing was said before
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record InContext(float[] text, Optional<float[]> previous) {}

    /**
     * @param previous what the other side said before, or empty
     */
    public static InContext of(Language language, String text, String previous) {
        String before = words(language, previous);
        return new InContext(
                vector(language, words(language, text)),
                before.isEmpty() ? Optional.empty() : Optional.of(vector(language, before)));
    }

    /** The same for many texts that have words, computed on all cores. */
    public static List<InContext> ofAll(
            Language language, List<String> texts, List<String> previous) {
        List<String> before = previous.stream().map(text -> words(language, text)).toList();
        List<String> distinct = before.stream().filter(text -> !text.isEmpty()).distinct().toList();
        List<float[]> vectors = Embedder.forLabels(language).embedAll(distinct);
        Map<String, float[]> vectorOf = LinkedHashMap.newLinkedHashMap(distinct.size());
        for (int i = 0; i < distinct.size(); i++) {
            vectorOf.put(distinct.get(i), vectors.get(i));
        }
        List<float[]> own =
                Embedder.forLabels(language)
                        .embedAll(texts.stream().map(text -> words(language, text)).toList());
        List<InContext> all = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            all.add(new InContext(own.get(i), Optional.ofNullable(vectorOf.get(before.get(i)))));
        }
        return all;
    }

    private static float[] vector(Language language, String words) {
        String key = language.id() + ' ' + words;
        float[] known = RECENT.get(key);
        if (known != null) {
            return known;
        }
        float[] vector =
                words.isEmpty()
                        ? new float[Embedder.dimensions(language)]
                        : Embedder.forLabels(language).embed(words);
        RECENT.put(key, vector);
        return vector;
    }

    private static String words(Language language, String text) {
        String words = TextNormaliser.normalise(language, text);
        return words.length() <= MOST_CHARACTERS ? words : words.substring(0, MOST_CHARACTERS);
    }
}
