package talktrack.analysis.summary;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.Language;

/** The utterances of a call, to be quoted: the telling one of several, cut to a readable length. */
final class Quotes {

    private static final int LONGEST_ENGLISH = 160;
    private static final int LONGEST_CHINESE = 70;

    /** A shorter one rarely tells anything. */
    private static final int SHORT_ENGLISH = 16;

    private static final int SHORT_CHINESE = 6;

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
                                .thenComparingDouble(id -> needScore(id)));
    }

    private boolean isShort(String id) {
        int least = language == Language.EN ? SHORT_ENGLISH : SHORT_CHINESE;
        return utterances.get(id).displayText().length() < least;
    }

    private double needScore(String id) {
        return labels.containsKey(id) ? labels.get(id).need().score() : 0;
    }

    boolean has(String id) {
        return utterances.containsKey(id);
    }

    /** In quotation marks. */
    String quote(String id) {
        String words = utterances.get(id).displayText().strip().replace('“', '"').replace('”', '"');
        return "“" + cut(words) + "”";
    }

    private String cut(String words) {
        int longest = language == Language.EN ? LONGEST_ENGLISH : LONGEST_CHINESE;
        if (words.length() <= longest) {
            return words;
        }
        int end = language == Language.EN ? words.lastIndexOf(' ', longest) : longest;
        return words.substring(0, end > longest / 2 ? end : longest) + "…";
    }
}
