package talktrack.api.mining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import talktrack.models.events.Utterance;
import talktrack.models.text.Sentences;

/** The sentences of what was said, as one writes them down: without fillers and stutters. */
public final class SpokenSentences {

    private static final Pattern FILLER =
            Pattern.compile(
                    "(?i)(?:^|(?<=[\\s,.]))(?:um+|uh+|er+|erm|hmm+),?\\s+|(?:嗯|呃)+[，,、]?|\\b(\\w+)(?:\\s+\\1\\b)+");

    private SpokenSentences() {}

    public static Stream<String> of(Utterance said) {
        String clean =
                FILLER.matcher(said.displayText()).replaceAll("$1").replaceAll("\\s+", " ").strip();
        return Sentences.of(clean);
    }

    /**
     * Whole sentences until the next would be too much.
     *
     * @param blanks puts blanks into a sentence
     * @param most characters
     */
    public static List<String> upTo(int most, List<Utterance> said, UnaryOperator<String> blanks) {
        List<String> sentences = new ArrayList<>();
        int length = 0;
        for (String sentence : said.stream().flatMap(SpokenSentences::of).toList()) {
            String blanked = blanks.apply(sentence);
            length += blanked.length();
            if (length > most) {
                return sentences;
            }
            if (!blanked.isBlank()) {
                sentences.add(blanked);
            }
        }
        return sentences;
    }
}
