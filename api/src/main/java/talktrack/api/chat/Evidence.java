package talktrack.api.chat;

import java.util.List;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.chat.Retrieval.Found;
import talktrack.api.chat.Retrieval.Unit;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;

/**
 * What speaks for and against the best sentence being an answer. Nearness alone says little: a
 * question about what the documents leave out is as near to them as one that they answer.
 *
 * @param cosine between question and sentence, −1…1
 * @param coverage share of the question's words in the sentence and its headings, rare words
 *     counting more, 0…1
 * @param holdsKind whether it holds the kind of thing asked for, such as an amount of money
 * @param holdsNames whether it holds the names in the question
 * @param gap how much nearer the nearest sentence would be if the question lacked one of its words:
 *     large when the documents speak of everything in the question but one thing. It is negative
 *     when every word helps
 */
record Evidence(
        Language language,
        AnswerKind kind,
        double cosine,
        double coverage,
        boolean holdsKind,
        boolean holdsNames,
        double gap) {

    /**
     * @param found with at least one candidate
     */
    static Evidence of(Found found) {
        Question question = found.question();
        Unit best = found.candidates().getFirst().best();
        return new Evidence(
                question.language(),
                question.kind(),
                best.cosine(),
                WordCoverage.of(
                        question.words(), question.language(), best.text(), found.words()::rarity),
                best.holdsKind(),
                best.holdsNames(),
                gap(found, best.cosine()));
    }

    private static double gap(Found found, double cosine) {
        Question question = found.question();
        List<String> shorter =
                question.words().size() < 2
                        ? List.of()
                        : question.words().stream().map(question::without).toList();
        double nearest = cosine;
        for (float[] vector : Embedder.of(question.language()).embedAll(shorter)) {
            for (Candidate candidate : found.candidates()) {
                for (double one : candidate.indexed().unitCosines(vector)) {
                    nearest = Math.max(nearest, one);
                }
            }
        }
        return nearest - cosine;
    }
}
