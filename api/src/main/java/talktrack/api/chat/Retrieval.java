package talktrack.api.chat;

import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import talktrack.api.documents.IndexedPassage;
import talktrack.api.documents.Passage;
import talktrack.api.documents.PassageIndex;
import talktrack.api.documents.PassageIndex.WordSearch;
import talktrack.models.labels.Language;
import talktrack.models.text.CrossEncoder;
import talktrack.models.text.Embedder;

/**
 * Finds passages for a question: by words and by meaning, then the sentence in each that fits, then
 * which of the first few answer.
 */
final class Retrieval {

    private static final int CANDIDATES = 40;

    /** What the passage around counts beside the sentence itself. */
    private static final double AROUND = 0.3;

    /** What it counts how near the passage comes to each of the question's words. */
    private static final double WORD_BY_WORD = 0.3;

    /** Of so many the words are compared one by one, which takes time. */
    private static final int COMPARED = 8;

    /** So many are read together with the question, which takes more. */
    private static final int READ = 3;

    /**
     * What it counts how likely a passage answers, for each of the log odds. The Chinese
     * cross-encoder ranks no better than what it would be added to (docs/chat-quality.md).
     */
    private static final Map<Language, Double> READ_TOGETHER =
            Map.of(Language.EN, 0.08, Language.ZH, 0.0);

    /** Of a passage so much is read: about 70 of the encoder's tokens. */
    private static final int ENGLISH_CHARACTERS = 300;

    private static final int CHINESE_CHARACTERS = 75;

    /** What it costs not to hold the kind of answer asked for, or a name in the question. */
    private static final double MISSING = 0.1;

    /**
     * What it costs besides not to hold a code in the question: rows of a price list look alike.
     */
    private static final double OTHER_CODE = 0.2;

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::fit).reversed();

    private final PassageIndex index;

    Retrieval(PassageIndex index) {
        this.index = index;
    }

    /**
     * A passage that may answer.
     *
     * @param passageCosine between question and whole passage, −1…1
     * @param coverage share of the question's words that the passage holds, rare words counting
     *     more, 0…1
     * @param units its sentences, rows and items, in the passage's order
     * @param nearness how near it comes to the question's words on average, rare words counting
     *     more, −1…1; 0 where that was not looked at
     * @param answers the {@link CrossEncoder}'s log odds that the best unit with those around it
     *     answers; empty where it was not read
     */
    record Candidate(
            IndexedPassage indexed,
            double passageCosine,
            double coverage,
            List<Unit> units,
            double nearness,
            OptionalDouble answers) {

        Candidate {
            units = List.copyOf(units);
        }

        Passage passage() {
            return indexed.passage();
        }

        /** The unit that answers if any of them does. */
        Unit best() {
            return units.stream()
                    .max(Comparator.comparingDouble(Unit::fit))
                    .orElseThrow(() -> new IllegalStateException("Bug: a passage without units"));
        }

        double fit() {
            return best().fit()
                    + AROUND * (passageCosine + coverage)
                    + WORD_BY_WORD * nearness
                    + READ_TOGETHER.get(passage().language()) * answers.orElse(0);
        }
    }

    /**
     * A sentence, row or item.
     *
     * @param cosine between question and unit, −1…1
     * @param holdsKind whether it holds what kind of thing was asked for
     * @param holdsNames whether it holds the names in the question
     * @param holdsCodes whether it holds those of them that are codes
     */
    record Unit(
            int number, double cosine, boolean holdsKind, boolean holdsNames, boolean holdsCodes) {
        double fit() {
            return cosine
                    - (holdsKind ? 0 : MISSING)
                    - (holdsNames ? 0 : MISSING)
                    - (holdsCodes ? 0 : OTHER_CODE);
        }
    }

    /**
     * @param words what the question's words found
     * @param candidates best first
     */
    record Found(Question question, WordSearch words, List<Candidate> candidates) {

        Found {
            candidates = List.copyOf(candidates);
        }
    }

    boolean hasAny(Language language) {
        return index.hasAny(language);
    }

    /**
     * Looks through the passages in the question's language. The embedders cannot compare texts of
     * two languages well enough to answer across them.
     */
    Found find(Question question) {
        return find(question, passage -> true);
    }

    /**
     * @param considered passages that it says no to are passed over, as if they were not there
     */
    Found find(Question question, Predicate<Passage> considered) {
        Language language = question.language();
        float[] vector = Embedder.of(language).embed(question.searched());
        List<Hit<IndexedPassage>> near = index.byMeaning(vector, language, CANDIDATES);
        WordSearch words = index.byWords(question.words(), language, CANDIDATES / 2);
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        double farthest = near.isEmpty() ? 0 : cosine(near.getLast());
        for (Hit<IndexedPassage> hit : words.hits()) { // no nearer than the farthest of the near
            candidates.put(hit.id(), candidate(question, hit, farthest, vector, words));
        }
        for (Hit<IndexedPassage> hit : near) {
            candidates.put(hit.id(), candidate(question, hit, cosine(hit), vector, words));
        }
        List<Candidate> ranked =
                candidates.values().stream()
                        .filter(one -> !one.units().isEmpty())
                        .filter(one -> considered.test(one.passage()))
                        .sorted(BEST_FIRST)
                        .toList();
        return new Found(question, words, read(question, comparedByWord(question, words, ranked)));
    }

    /** Ranks the first few again, by their single words too. */
    private static List<Candidate> comparedByWord(
            Question question, WordSearch words, List<Candidate> ranked) {
        List<Candidate> first = ranked.stream().limit(COMPARED).toList();
        List<NearestWords> nearest =
                NearestWords.of(
                        question.language(),
                        question.words(),
                        first.stream()
                                .map(one -> one.passage().title() + "\n" + one.passage().text())
                                .toList());
        List<Candidate> compared = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Candidate one = first.get(i);
            compared.add(
                    new Candidate(
                            one.indexed(),
                            one.passageCosine(),
                            one.coverage(),
                            one.units(),
                            nearest.get(i).mean(words::rarity),
                            OptionalDouble.empty()));
        }
        compared.sort(BEST_FIRST);
        compared.addAll(ranked.subList(first.size(), ranked.size()));
        return compared;
    }

    /** Ranks the very first once more, by whether they answer. */
    private static List<Candidate> read(Question question, List<Candidate> ranked) {
        List<Candidate> first = new ArrayList<>();
        for (Candidate one : ranked.subList(0, Math.min(READ, ranked.size()))) {
            String text = read(question, one.indexed(), one.best().number());
            first.add(
                    new Candidate(
                            one.indexed(),
                            one.passageCosine(),
                            one.coverage(),
                            one.units(),
                            one.nearness(),
                            OptionalDouble.of(
                                    CrossEncoder.of(question.language())
                                            .logOdds(question.searched(), text))));
        }
        first.sort(BEST_FIRST);
        first.addAll(ranked.subList(first.size(), ranked.size()));
        return first;
    }

    /** A sentence of a passage with those around it, as much as is read with the question. */
    static String read(Question question, IndexedPassage indexed, int unit) {
        int most = question.language() == Language.ZH ? CHINESE_CHARACTERS : ENGLISH_CHARACTERS;
        return indexed.searchedAround(unit, most);
    }

    private static Candidate candidate(
            Question question,
            Hit<IndexedPassage> hit,
            double cosine,
            float[] vector,
            WordSearch words) {
        IndexedPassage indexed = hit.source();
        List<Double> cosines = indexed.unitCosines(vector);
        return new Candidate(
                indexed,
                cosine,
                words.coverage(hit.id()),
                IntStream.range(0, cosines.size())
                        .mapToObj(i -> unit(question, indexed, i, cosines.get(i)))
                        .toList(),
                0,
                OptionalDouble.empty());
    }

    private static Unit unit(Question question, IndexedPassage indexed, int number, double cosine) {
        Passage passage = indexed.passage();
        String unit = indexed.searchedUnit(number);
        String withHeading = indexed.searchedHeading() + "\n" + unit;
        return new Unit(
                number,
                cosine,
                question.kind().heldBy(passage.language(), unit),
                question.namesIn(withHeading),
                question.codesIn(withHeading));
    }

    /** Elasticsearch's score is (1 + cosine) / 2. */
    private static double cosine(Hit<IndexedPassage> hit) {
        return 2 * hit.score() - 1;
    }
}
