package talktrack.api.talktracks;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import talktrack.models.labels.Language;
import talktrack.models.text.Segmenter;
import talktrack.models.text.TextNormaliser;

/** Which products or industries a call speaks of. */
final class Heard {

    private static final Pattern ONE_OF_SEVERAL = Pattern.compile("[,;/、，；]");
    private static final int SHORTEST_PLURAL = 4;

    private Heard() {}

    /**
     * @param names as coaches wrote them: one, or several parted by commas, of which any will do
     * @param words of the call
     */
    static List<String> of(Collection<String> names, String words, Language language) {
        if (names.isEmpty()) {
            return List.of();
        }
        String said = comparable(words, language);
        return names.stream()
                .filter(
                        name ->
                                ONE_OF_SEVERAL
                                        .splitAsStream(name)
                                        .map(one -> comparable(one, language))
                                        .anyMatch(one -> !one.isBlank() && said.contains(one)))
                .toList();
    }

    /** English as whole words without plurals, Chinese as characters. */
    private static String comparable(String text, Language language) {
        return switch (language) {
            case EN ->
                    Segmenter.words(language, text).stream()
                            .map(Heard::singular)
                            .collect(Collectors.joining(" ", " ", " "));
            case ZH -> TextNormaliser.normalise(language, text);
        };
    }

    private static String singular(String word) {
        if (word.length() < SHORTEST_PLURAL || word.endsWith("ss") || !word.endsWith("s")) {
            return word;
        }
        return word.endsWith("ies")
                ? word.substring(0, word.length() - "ies".length()) + "y"
                : word.substring(0, word.length() - 1);
    }
}
