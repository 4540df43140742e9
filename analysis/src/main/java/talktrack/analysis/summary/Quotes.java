package talktrack.analysis.summary;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.Language;
import talktrack.models.labels.Need;

/** The utterances of a call, to be quoted: the telling one of several, cut to a readable length. */
final class Quotes {

    private static final int LONGEST_ENGLISH = 160;
    private static final int LONGEST_CHINESE = 70;

    /** A shorter one rarely tells anything. */
    private static final int SHORT_ENGLISH = 16;

    private static final int SHORT_CHINESE = 6;

    /** "Um.", "Yeah, well." */
    private static final int MOST_FILLER_WORDS = 2;

    private static final int MOST_FILLER_CHARACTERS = 3;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？]\\s*");

    private final Language language;
    private final Map<String, Utterance> utterances = new HashMap<>();
    private final Map<String, UtteranceLabels> labels = new HashMap<>();

    Quotes(CallAnalysis call, Collection<Utterance> all) {
        language = call.language();
        all.forEach(one -> utterances.put(one.utteranceId(), one));
        call.labels().forEach(one -> labels.put(one.utteranceId(), one.labels()));
    }

    /** The one that most surely states a need, rather a long one than a short one. */
    Optional<String> telling(List<String> ids) {
        return ids.stream()
                .filter(utterances::containsKey)
                .max(
                        Comparator.comparing((String id) -> !isShort(id))
                                .thenComparingDouble(this::needScore)
                                .thenComparingInt(id -> utterances.get(id).displayText().length()));
    }

    private boolean isShort(String id) {
        int least = language == Language.EN ? SHORT_ENGLISH : SHORT_CHINESE;
        return utterances.get(id).displayText().length() < least;
    }

    private double needScore(String id) {
        return labels.containsKey(id) && labels.get(id).need().label() != Need.NONE
                ? labels.get(id).need().score()
                : 0;
    }

    boolean has(String id) {
        return utterances.containsKey(id);
    }

    String text(String id) {
        return utterances.get(id).displayText();
    }

    /** In quotation marks. */
    String quote(String id) {
        return quoted(utterances.get(id).displayText());
    }

    /** Words of an utterance in quotation marks, without the fillers they start with. */
    String quoted(String words) {
        return "“" + cut(withoutFillers(words.strip().replace('“', '"').replace('”', '"'))) + "”";
    }

    private String withoutFillers(String words) {
        Matcher end = SENTENCE_END.matcher(words);
        int from = 0;
        while (end.find(from)
                && end.end() < words.length()
                && isFiller(words.substring(from, end.end()))) {
            from = end.end();
        }
        return words.substring(from);
    }

    private boolean isFiller(String sentence) {
        return language == Language.EN
                ? sentence.strip().split("\\s+").length <= MOST_FILLER_WORDS
                : sentence.strip().length() <= MOST_FILLER_CHARACTERS;
    }

    /** Whole sentences where they fit, else words. */
    private String cut(String words) {
        int longest = language == Language.EN ? LONGEST_ENGLISH : LONGEST_CHINESE;
        if (words.length() <= longest) {
            return words;
        }
        Matcher end = SENTENCE_END.matcher(words);
        int whole = 0;
        while (end.find() && end.start() <= longest) {
            whole = end.start() + 1;
        }
        if (whole > longest / 3) {
            return words.substring(0, whole) + " …";
        }
        int space = language == Language.EN ? words.lastIndexOf(' ', longest) : longest;
        return words.substring(0, space > longest / 2 ? space : longest) + "…";
    }
}
