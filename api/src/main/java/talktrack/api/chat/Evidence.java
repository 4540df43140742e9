package talktrack.api.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.chat.Retrieval.Found;
import talktrack.api.chat.Retrieval.Unit;
import talktrack.api.documents.Simplified;
import talktrack.models.labels.Language;
import talktrack.models.text.CrossEncoder;
import talktrack.models.text.Embedder;

/**
 * What speaks for and against the best sentence being an answer. Nearness alone says little: a
 * question about what the documents leave out is as near to them as one that they answer.
 *
 * @param cosine between question and sentence, −1…1
 * @param holdsKind whether it holds the kind of thing asked for, such as an amount of money
 * @param holdsNames whether it holds the names in the question
 * @param holdsCodes whether it holds those of them that are codes
 * @param knowsProducts whether what the question calls by the name of a product stands anywhere in
 *     what was found
 * @param coverage share of the question's words in the passage, rare ones counting more, 0…1
 * @param sentenceNearness how near the sentence comes to each of the question's words, on average,
 *     rare words counting more, −1…1
 * @param passageNearness the same of the passage
 * @param leastNearness how near the passage comes to the word that it is farthest from
 * @param missing how much of the question's words the passage does not come near: the more rare
 *     words there are, the more
 * @param gap how much nearer the nearest sentence would be if the question lacked one of its words,
 *     on average over the words: less negative when the documents do not speak of everything in the
 *     question
 * @param unevenness how differently the words of the question bring it nearer to the sentence: the
 *     standard deviation of what each of them adds to the cosine
 * @param sentenceAnswers the {@link CrossEncoder}'s log odds that the sentence answers; it reads it
 *     together with the question
 * @param answers the same of the sentence with those around it
 * @param anyAnswers the highest such log odds of the first few passages
 */
record Evidence(
        Language language,
        AnswerKind kind,
        double cosine,
        boolean holdsKind,
        boolean holdsNames,
        boolean holdsCodes,
        boolean knowsProducts,
        double coverage,
        double sentenceNearness,
        double passageNearness,
        double leastNearness,
        double missing,
        double gap,
        double unevenness,
        double sentenceAnswers,
        double answers,
        double anyAnswers) {

    /**
     * @param found with at least one candidate
     */
    static Evidence of(Found found) {
        Question question = found.question();
        Candidate first = found.candidates().getFirst();
        Unit best = first.best();
        List<NearestWords> nearest =
                NearestWords.of(
                        question.language(),
                        question.words(),
                        List.of(
                                first.passage().title()
                                        + "\n"
                                        + first.passage().units().get(best.number()),
                                first.passage().title() + "\n" + first.passage().text()));
        NearestWords passage = nearest.getLast();
        Shortened shortened = Shortened.of(found, first, best);
        return new Evidence(
                question.language(),
                question.kind(),
                best.cosine(),
                best.holdsKind(),
                best.holdsNames(),
                best.holdsCodes(),
                knowsProducts(found),
                first.coverage(),
                nearest.getFirst().mean(found.words()::rarity),
                passage.mean(found.words()::rarity),
                passage.least(),
                passage.missing(found.words()::relativeRarity),
                shortened.gap(),
                shortened.unevenness(),
                best.answers().orElseThrow(),
                first.answers().orElseThrow(),
                found.candidates().stream()
                        .flatMapToDouble(candidate -> candidate.answers().stream())
                        .max()
                        .orElseThrow());
    }

    private static boolean knowsProducts(Found found) {
        Question question = found.question();
        if (question.products().isEmpty()) {
            return true;
        }
        String texts =
                found.candidates().stream()
                        .map(Candidate::passage)
                        .map(one -> one.document() + "\n" + one.title() + "\n" + one.text())
                        .collect(Collectors.joining("\n"));
        return question.productsIn(Simplified.of(question.language(), texts));
    }

    /** What becomes of the nearness when one word of the question is left out, each in its turn. */
    private record Shortened(double gap, double unevenness) {

        static Shortened of(Found found, Candidate first, Unit best) {
            Question question = found.question();
            if (question.words().size() < 2) {
                return new Shortened(0, 0);
            }
            double nearest =
                    found.candidates().stream()
                            .flatMap(candidate -> candidate.units().stream())
                            .mapToDouble(Unit::cosine)
                            .max()
                            .orElseThrow();
            List<Double> gaps = new ArrayList<>();
            List<Double> added = new ArrayList<>();
            for (float[] vector :
                    Embedder.of(question.language())
                            .embedAll(question.words().stream().map(question::without).toList())) {
                double nearestNow =
                        found.candidates().stream()
                                .flatMap(one -> one.indexed().unitCosines(vector).stream())
                                .mapToDouble(cosine -> cosine)
                                .max()
                                .orElseThrow();
                gaps.add(nearestNow - nearest);
                added.add(best.cosine() - first.indexed().unitCosines(vector).get(best.number()));
            }
            double mean = mean(added);
            return new Shortened(
                    mean(gaps),
                    Math.sqrt(
                            mean(added.stream().map(one -> (one - mean) * (one - mean)).toList())));
        }

        private static double mean(List<Double> values) {
            return values.stream().mapToDouble(value -> value).average().orElseThrow();
        }
    }
}
