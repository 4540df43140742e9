package talktrack.models.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import talktrack.models.labels.Language;

/** Cuts text into words. Thread-safe. */
public final class Segmenter {

    private static final Analyzer CHINESE = new SmartChineseAnalyzer(false);

    private Segmenter() {}

    /**
     * The words of a text, normalised first.
     *
     * @return English: what stands between spaces; Chinese: words by a hidden Markov model's
     *     segmentation
     */
    public static List<String> words(Language language, String text) {
        String normalised = TextNormaliser.normalise(language, text);
        if (normalised.isEmpty()) {
            return List.of();
        }
        return switch (language) {
            case EN -> List.of(normalised.split(" "));
            case ZH -> chinese(normalised);
        };
    }

    /**
     * How much was said: words in English, characters in Chinese (other scripts' words count as one
     * each).
     */
    public static int spokenUnits(Language language, String text) {
        String normalised = TextNormaliser.normalise(language, text);
        if (language == Language.EN) {
            return normalised.isEmpty() ? 0 : normalised.split(" ").length;
        }
        int han = (int) normalised.codePoints().filter(c -> Character.isIdeographic(c)).count();
        String others =
                normalised
                        .codePoints()
                        .map(c -> Character.isIdeographic(c) ? ' ' : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .strip();
        return han + (others.isEmpty() ? 0 : others.split("\\s+").length);
    }

    private static List<String> chinese(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = CHINESE.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Bug: a string in memory could not be read", e);
        }
        return words;
    }
}
