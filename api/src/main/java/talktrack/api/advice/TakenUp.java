package talktrack.api.advice;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import talktrack.analysis.advice.Blanks.Said;

/** Which utterances a fitted script takes words from that its talk track does not have. */
final class TakenUp {

    /** A Latin word of some weight, or two Han characters. */
    private static final Pattern WORD = Pattern.compile("[a-z0-9']{4,}|(?=(\\p{IsHan}{2}))");

    private TakenUp() {}

    static Set<String> of(String script, String talkTrack, List<Said> said) {
        Set<String> added = words(script);
        added.removeAll(words(talkTrack));
        return said.stream()
                .filter(one -> words(one.words()).stream().anyMatch(added::contains))
                .map(Said::utteranceId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(TakenUp::word)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group() : found.group(1);
    }
}
