package talktrack.api.chat;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import talktrack.models.labels.Language;

/**
 * How near a text comes to each word of a question: 1 where the word itself stands there, less
 * where only a related one does. That tells a passage that answers in other words from one that
 * speaks of everything in the question but one thing.
 *
 * @param words of the question
 * @param cosines for each of them, that of the nearest word of the text
 */
record NearestWords(List<String> words, List<Double> cosines) {

    NearestWords {
        words = List.copyOf(words);
        cosines = List.copyOf(cosines);
    }

    /** For several texts at once; the vectors of words that they share are computed once. */
    static List<NearestWords> of(Language language, List<String> question, List<String> texts) {
        List<List<String>> words =
                texts.stream().map(text -> QuestionWords.of(language, text)).toList();
        Set<String> all = new LinkedHashSet<>(question);
        words.forEach(all::addAll);
        Map<String, float[]> vectors = WordVectors.of(language).of(all);
        return words.stream()
                .map(
                        text ->
                                new NearestWords(
                                        question,
                                        question.stream()
                                                .map(word -> nearest(word, text, vectors))
                                                .toList()))
                .toList();
    }

    private static double nearest(String word, List<String> text, Map<String, float[]> vectors) {
        float[] vector = vectors.get(word);
        return text.stream()
                .mapToDouble(other -> product(vector, vectors.get(other)))
                .max()
                .orElse(0);
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Of two texts, whichever comes nearer. */
    NearestWords or(NearestWords other) {
        return new NearestWords(
                words,
                IntStream.range(0, cosines.size())
                        .mapToObj(i -> Math.max(cosines.get(i), other.cosines.get(i)))
                        .toList());
    }

    /** Their mean, words counting by their weight; 1 without words. */
    double mean(ToDoubleFunction<String> weight) {
        double all = words.stream().mapToDouble(weight).sum();
        return all == 0 ? 1 : 1 - missing(weight) / all;
    }

    /** The least of them; 1 without words. */
    double least() {
        return cosines.isEmpty() ? 1 : Collections.min(cosines);
    }

    /** How much of the question's words, by their weight, the text does not come near. */
    double missing(ToDoubleFunction<String> weight) {
        return IntStream.range(0, words.size())
                .mapToDouble(i -> weight.applyAsDouble(words.get(i)) * (1 - cosines.get(i)))
                .sum();
    }
}
