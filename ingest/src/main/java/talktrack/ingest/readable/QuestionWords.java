package talktrack.ingest.readable;

import java.util.Set;

/** The English words by which questions are known. */
final class QuestionWords {

    static final Set<String> WH =
            Set.of("what", "how", "why", "who", "where", "when", "which", "whose", "whom");
    static final Set<String> WH_IS =
            Set.of("what's", "how's", "who's", "where's", "why's", "when's");
    static final Set<String> AUXILIARIES =
            Set.of(
                    "do",
                    "does",
                    "did",
                    "is",
                    "are",
                    "was",
                    "were",
                    "can",
                    "could",
                    "would",
                    "will",
                    "should",
                    "shall",
                    "may",
                    "might",
                    "has",
                    "have",
                    "had",
                    "am",
                    "don't",
                    "doesn't",
                    "didn't",
                    "isn't",
                    "aren't",
                    "wasn't",
                    "weren't",
                    "can't",
                    "couldn't",
                    "wouldn't",
                    "won't",
                    "shouldn't",
                    "haven't",
                    "hasn't");
    static final Set<String> SUBJECTS =
            Set.of(
                    "you",
                    "i",
                    "we",
                    "they",
                    "he",
                    "she",
                    "it",
                    "that",
                    "this",
                    "there",
                    "these",
                    "those",
                    "your",
                    "the",
                    "anyone",
                    "anybody",
                    "someone",
                    "somebody",
                    "everyone",
                    "everybody",
                    "my",
                    "our",
                    "their",
                    "his",
                    "her",
                    "any",
                    "all",
                    "either",
                    "people");
    static final Set<String> PRONOUNS =
            Set.of(
                    "you", "i", "we", "they", "he", "she", "it", "that", "this", "there", "these",
                    "those");
    static final Set<String> MEASURES =
            Set.of(
                    "many",
                    "much",
                    "long",
                    "often",
                    "soon",
                    "far",
                    "big",
                    "large",
                    "quickly",
                    "fast",
                    "old",
                    "well",
                    "about",
                    "come",
                    "exactly",
                    "important",
                    "likely",
                    "easy",
                    "hard");
    static final Set<String> LEAD_INS =
            Set.of(
                    "so",
                    "and",
                    "but",
                    "okay",
                    "ok",
                    "well",
                    "um",
                    "uh",
                    "right",
                    "now",
                    "then",
                    "or",
                    "yeah",
                    "yes",
                    "no",
                    "sorry",
                    "great",
                    "sure",
                    "alright",
                    "oh",
                    "hi",
                    "hello",
                    "thanks",
                    "good",
                    "fine",
                    "perfect",
                    "hmm",
                    "ah",
                    "er",
                    "actually",
                    "also");
    static final Set<String> JOINING = Set.of("so", "and", "but", "okay", "now", "um");
    static final Set<String> INVERTED =
            Set.of(
                    "do",
                    "does",
                    "did",
                    "can",
                    "could",
                    "would",
                    "should",
                    "shall",
                    "have",
                    "don't",
                    "didn't",
                    "can't",
                    "won't",
                    "wouldn't",
                    "haven't",
                    "are");
    static final Set<String> EMBEDDING =
            Set.of(
                    "what", "how", "who", "where", "when", "which", "whose", "what's", "how's",
                    "who's", "where's", "if", "whether", "unless", "once");

    /** An inversion after them is theirs: "how many scanners do you have". */
    static final Set<String> WH_OPENINGS =
            Set.of("what", "how", "who", "where", "which", "whose", "that");

    static final Set<String> EMBEDDING_ENDS =
            Set.of(
                    "me",
                    "know",
                    "wonder",
                    "wondering",
                    "ask",
                    "see",
                    "than",
                    "nor",
                    "neither",
                    "as",
                    "matter",
                    "exactly",
                    "just",
                    "only",
                    "not",
                    "people",
                    "so",
                    "and",
                    "but",
                    "or",
                    "then",
                    "why",
                    "now",
                    "um",
                    "uh");
    static final Set<String> ANSWERS =
            Set.of(
                    "yes", "yeah", "no", "okay", "ok", "sure", "well", "great", "right", "oh", "hi",
                    "hello", "thanks", "alright", "sorry");
    static final Set<String> AFTER_ANSWERS =
            Set.of(
                    "i", "i'm", "i'll", "i've", "i'd", "we", "we're", "we've", "we'll", "you",
                    "it's", "that's", "they", "so", "but", "it", "he", "she", "what", "how",
                    "let's", "thank", "this", "there's", "not", "and");

    private QuestionWords() {}
}
