package talktrack.analysis.advice;

import java.util.List;
import talktrack.models.labels.Language;
import talktrack.models.text.Sentences;

/** The sentences of an utterance that say something: not "Um.", not "A month?". */
public final class TellingSentences {

    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_CHARACTERS = 4;

    private TellingSentences() {}

    /** In order, as they stand; empty where all are fillers. */
    public static List<String> of(String words, Language language) {
        return Sentences.of(words).filter(sentence -> says(sentence, language)).toList();
    }

    private static boolean says(String sentence, Language language) {
        return switch (language) {
            case EN -> sentence.split("\\s+").length >= FEWEST_WORDS;
            case ZH -> sentence.length() > FEWEST_CHARACTERS; // with its punctuation
        };
    }
}
