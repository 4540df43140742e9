package talktrack.api.talktracks;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;
import talktrack.models.text.Segmenter;

/**
 * Finds words that a model takes from nowhere: what it states, and does not only ask, must be made
 * of the words of its sources and of the language that talk tracks speak. A new feature or name
 * needs a new word, whatever patterns think of it.
 */
public final class StatedWords {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？\\n])");
    private static final Pattern ASKS = Pattern.compile("(?s).*(?:[?？]|[吗呢][。！]?)\\s*");

    /** In a question: it tells something of us or of a thing, or takes it for known. */
    private static final Pattern STATES =
            Pattern.compile(
                    "(?is).*(?:\\b(?:did|do|have) you (?:know|hear|heard|see|seen|notice|noticed)\\b(?! what| who| how| where| when| which| why| if| whether| of)"
                            + "|\\b(?:are|were) you aware\\b|\\byou know that\\b|\\bour\\b"
                            + "|(?<!\\b(?:can|could|may|might|shall|should|will|would|do|does|did|is|was|has|had|have|are|were|if|when|once|where|what) )"
                            + "\\b(?:we|it|they)(?:'(?:s|ll|ve|re|d))? +[a-z]"
                            + "|\\b(?:isn|aren|doesn|don|can|won|didn|hasn)['’]?t (?:it|we|they)\\b|, right\\?"
                            + "|(?:知道|听说|了解|清楚|晓得)[^，。？?]*[吗么]|知道不知道|知不知道"
                            + "|我们|咱们的|它|难道|不是[^，。？?]*吗|对吧|对不对|是吧).*");

    private static final Pattern ENGLISH_WORD = Pattern.compile("[a-z]{3,}");
    private static final Pattern CHINESE_WORD = Pattern.compile("\\p{IsHan}{2,}");
    private static final int SHORTEST_STEM = 3;
    private static final Pattern ENDING =
            Pattern.compile("(?:ations?|ing|ings|ies|ied|ied|ers?|ed|es|ly|s|y|e)$");

    /** Of the language rather than of any matter, and by chance in no talk track. */
    private static final List<String> EVERYDAY =
            List.of(
                    "意味着", "the", "and", "are", "was", "were", "has", "had", "did", "doe", "your",
                    "they", "them", "their", "mean");

    private static final Map<Language, Set<String>> SPOKEN = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            SPOKEN.put(
                    language,
                    Stream.concat(
                                    EVERYDAY.stream(),
                                    TalkTrackLibrary.shipped().stream()
                                            .filter(track -> track.language() == language)
                                            .flatMap(StatedWords::texts)
                                            .flatMap(text -> words(language, text)))
                            .collect(Collectors.toCollection(HashSet::new)));
        }
    }

    private StatedWords() {}

    /** What the text states in words that no source has. */
    public static List<String> unheard(Language language, String text, List<String> sources) {
        Set<String> known =
                sources.stream()
                        .flatMap(source -> words(language, source))
                        .collect(Collectors.toCollection(HashSet::new));
        String all = String.join("\n", sources);
        return SENTENCE_END
                .splitAsStream(text)
                .filter(sentence -> !onlyAsks(sentence))
                .flatMap(sentence -> words(language, sentence))
                .filter(word -> !known.contains(word) && !SPOKEN.get(language).contains(word))
                .filter(word -> language == Language.EN || !all.contains(word))
                .distinct()
                .toList();
    }

    private static boolean onlyAsks(String sentence) {
        return ASKS.matcher(sentence).matches() && !STATES.matcher(sentence).matches();
    }

    private static Stream<String> texts(TalkTrack track) {
        return Stream.concat(
                Stream.of(track.title(), track.text(), track.nextQuestion(), track.why()),
                track.keywords().stream());
    }

    private static String stem(String word) {
        String stem = ENDING.matcher(word).replaceFirst("");
        return stem.length() < SHORTEST_STEM ? word : stem;
    }

    /** Words of some weight: stems of Latin ones, Chinese ones of two characters or more. */
    private static Stream<String> words(Language language, String text) {
        return switch (language) {
            case EN ->
                    ENGLISH_WORD
                            .matcher(text.toLowerCase(Locale.ROOT))
                            .results()
                            .map(found -> stem(found.group()));
            case ZH ->
                    Segmenter.words(language, text).stream()
                            .filter(word -> CHINESE_WORD.matcher(word).matches());
        };
    }
}
