package talktrack.api.documents;

import com.ibm.icu.text.Transliterator;
import talktrack.models.labels.Language;

/**
 * The form in which passages and questions are compared: Chinese in Simplified characters, as the
 * embedder knows them better, with its punctuation; English as it is.
 */
public final class Simplified {

    /** One instance serves all threads: the transliterator is immutable after creation. */
    private static final Transliterator TO_SIMPLIFIED =
            Transliterator.getInstance("Traditional-Simplified");

    private Simplified() {}

    public static String of(Language language, String text) {
        return language == Language.ZH ? TO_SIMPLIFIED.transliterate(text) : text;
    }
}
