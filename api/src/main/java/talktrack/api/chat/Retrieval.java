package talktrack.api.chat;

import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import talktrack.analysis.advice.RankFusion;
import talktrack.api.chat.PassageIndex.WordSearch;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;

/** Finds passages for a question: by words and by meaning, the rankings fused. */
final class Retrieval {

    private static final int CANDIDATES = 40;

    private final PassageIndex index;

    Retrieval(PassageIndex index) {
        this.index = index;
    }

    /**
     * A passage that may answer.
     *
     * @param passageCosine between question and whole passage, −1…1
     * @param unitCosines between question and each of the passage's units
     * @param coverage share of the question's words that the passage holds, rare words counting
     *     more, 0…1
     */
    record Candidate(
            Passage passage, double passageCosine, List<Double> unitCosines, double coverage) {

        double bestUnitCosine() {
            return unitCosines.stream().mapToDouble(cosine -> cosine).max().orElse(passageCosine);
        }

        double meaning() {
            return passageCosine + bestUnitCosine();
        }
    }

    /**
     * @param language of the passages
     * @param acrossLanguages whether that is another one than the question's
     * @param candidates best first
     */
    record Found(Language language, boolean acrossLanguages, List<Candidate> candidates) {}

    /** Looks through the passages in the question's language, or if there are none, the others. */
    Found find(String question, Language asked) {
        Language other = asked == Language.EN ? Language.ZH : Language.EN;
        boolean across = !index.hasAny(asked);
        Language language = across ? other : asked;
        Language space = across ? Language.ZH : asked;
        float[] vector = Embedder.of(space).embed(question);
        List<Hit<IndexedPassage>> near = index.byMeaning(vector, space, language, CANDIDATES);
        WordSearch words =
                index.byWords(QuestionWords.of(asked, question), language, CANDIDATES / 2);
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        double farthest = near.isEmpty() ? 0 : cosine(near.getLast());
        for (Hit<IndexedPassage> hit : words.hits()) { // no nearer than the farthest of the near
            candidates.put(hit.id(), candidate(hit, farthest, vector, across, words));
        }
        for (Hit<IndexedPassage> hit : near) {
            candidates.put(hit.id(), candidate(hit, cosine(hit), vector, across, words));
        }
        List<RankFusion.Ranked> fused =
                RankFusion.fuse(
                        List.of(
                                ranked(candidates, Candidate::meaning),
                                ranked(candidates, Candidate::passageCosine),
                                ranked(candidates, Candidate::bestUnitCosine),
                                words.hits().stream().map(Hit::id).toList()));
        return new Found(
                language,
                across,
                fused.stream().map(ranked -> candidates.get(ranked.id())).toList());
    }

    private static Candidate candidate(
            Hit<IndexedPassage> hit,
            double cosine,
            float[] question,
            boolean across,
            WordSearch words) {
        IndexedPassage indexed = hit.source();
        return new Candidate(
                indexed.passage(),
                cosine,
                across ? List.of() : indexed.unitCosines(question),
                words.coverage(hit.id()));
    }

    /** Elasticsearch's score is (1 + cosine) / 2. */
    private static double cosine(Hit<IndexedPassage> hit) {
        return 2 * hit.score() - 1;
    }

    private static List<String> ranked(
            Map<String, Candidate> candidates, ToDoubleFunction<Candidate> score) {
        return candidates.entrySet().stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (Map.Entry<String, Candidate> entry) ->
                                                score.applyAsDouble(entry.getValue()))
                                .reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
