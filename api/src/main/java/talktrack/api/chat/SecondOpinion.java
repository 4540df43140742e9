package talktrack.api.chat;

import java.util.ArrayList;
import java.util.List;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;

/**
 * What an embedder that the index knows nothing of makes of the best sentence. It is asked about
 * that one sentence only, since it takes its time: about as many short texts as the question has
 * words. English only, as no other Chinese embedder is to be had.
 */
final class SecondOpinion {

    private SecondOpinion() {}

    /**
     * How much nearer the sentence comes to the question without one of its words, the one with
     * which that is most. Of a question that the sentence answers every word belongs to it; where
     * the sentence is about something else, leaving out what it lacks brings it nearer. A
     * difference of cosines, mostly −0.05…0.05; 0 for questions of fewer than two words and in
     * Chinese.
     */
    static double gap(Question question, String sentence) {
        if (question.language() != Language.EN || question.words().size() < 2) {
            return 0;
        }
        List<String> asked = new ArrayList<>();
        asked.add(question.searched());
        question.words().forEach(word -> asked.add(question.without(word)));
        float[] answer = Embedder.englishAnswers().embed(sentence);
        List<Double> cosines =
                Embedder.englishQuestions().embedAll(asked).stream()
                        .map(vector -> product(vector, answer))
                        .toList();
        return cosines.stream().skip(1).max(Double::compare).orElseThrow() - cosines.getFirst();
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
