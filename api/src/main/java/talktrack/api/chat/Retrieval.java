package talktrack.api.chat;

import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** So many units of the first one are, each by itself. */
    private static final int UNITS_READ = 5;

    /**
     * What it counts how likely a passage or a unit answers, for each of the log odds. The Chinese
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
            return bestFirst().getFirst();
        }

        private List<Unit> bestFirst() {
            return units.stream()
                    .sorted(Comparator.comparingDouble(this::fitOf).reversed())
                    .toList();
        }

        /**
         * How well a unit fits, less by how much another one answers more likely. One that was not
         * read answers no likelier than those that were.
         */
        double fitOf(Unit unit) {
            if (answers.isEmpty()) { // and so none of its units was read
                return unit.fit();
            }
            DoubleSummaryStatistics read =
                    units.stream()
                            .flatMapToDouble(one -> one.answers().stream())
                            .summaryStatistics();
            return read.getCount() == 0
                    ? unit.fit()
                    : unit.fit() - counted(read.getMax() - unit.answers().orElse(read.getMin()));
        }

        double bestFit() {
            return fitOf(best());
        }

        double fit() {
            return bestFit()
                    + AROUND * (passageCosine + coverage)
                    + WORD_BY_WORD * nearness
                    + counted(answers.orElse(0));
        }

        private double counted(double logOdds) {
            return READ_TOGETHER.get(passage().language()) * logOdds;
        }

        private Candidate with(List<Unit> units, double nearness, OptionalDouble answers) {
            return new Candidate(indexed, passageCosine, coverage, units, nearness, answers);
        }
    }

    /**
     * A sentence, row or item.
     *
     * @param cosine between question and unit, −1…1
     * @param holdsKind whether it holds what kind of thing was asked for
     * @param holdsNames whether it holds the names in the question
     * @param holdsCodes whether it holds those of them that are codes
     * @param answers the {@link CrossEncoder}'s log odds that it answers, read by itself; empty
     *     where it was not read
     */
    record Unit(
            int number,
            double cosine,
            boolean holdsKind,
            boolean holdsNames,
            boolean holdsCodes,
            OptionalDouble answers) {

        private double fit() {
            return cosine
                    - (holdsKind ? 0 : MISSING)
                    - (holdsNames ? 0 : MISSING)
                    - (holdsCodes ? 0 : OTHER_CODE);
        }

        private Unit answering(double logOdds) {
            return new Unit(
                    number, cosine, holdsKind, holdsNames, holdsCodes, OptionalDouble.of(logOdds));
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
        return read(ranked(question, considered));
    }

    /** What searching alone tells: nothing is read together with the question yet. */
    Found ranked(Question question, Predicate<Passage> considered) {
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
        return new Found(question, words, comparedByWord(question, words, ranked));
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
            compared.add(one.with(one.units(), nearest.get(i).mean(words::rarity), one.answers()));
        }
        compared.sort(BEST_FIRST);
        compared.addAll(ranked.subList(first.size(), ranked.size()));
        return compared;
    }

    /**
     * Ranks the very first once more, by whether they answer, and the units of the first of them
     * likewise.
     */
    static Found read(Found ranked) {
        Question question = ranked.question();
        List<Candidate> read =
                ranked.candidates().stream()
                        .limit(READ)
                        .map(one -> one.with(one.units(), one.nearness(), answers(question, one)))
                        .sorted(BEST_FIRST)
                        .collect(Collectors.toCollection(ArrayList::new));
        if (read.isEmpty()) {
            return ranked;
        }
        read.set(0, unitsRead(question, read.getFirst()));
        read.addAll(ranked.candidates().subList(read.size(), ranked.candidates().size()));
        return new Found(question, ranked.words(), read);
    }

    private static Candidate unitsRead(Question question, Candidate candidate) {
        List<Unit> ranked = candidate.bestFirst();
        // where reading counts for nothing only the best unit's is asked for, as evidence
        int most = candidate.counted(1) == 0 ? 1 : UNITS_READ;
        List<Unit> units =
                IntStream.range(0, ranked.size())
                        .mapToObj(
                                i ->
                                        i < most
                                                ? read(question, candidate, ranked.get(i))
                                                : ranked.get(i))
                        .sorted(Comparator.comparingInt(Unit::number))
                        .toList();
        Candidate read = candidate.with(units, candidate.nearness(), candidate.answers());
        return read.best().number() == ranked.getFirst().number()
                ? read
                : read.with(units, read.nearness(), answers(question, read));
    }

    private static Unit read(Question question, Candidate candidate, Unit unit) {
        return unit.answering(
                logOdds(question, candidate.indexed().searchedAround(unit.number(), 0)));
    }

    private static OptionalDouble answers(Question question, Candidate candidate) {
        return OptionalDouble.of(
                logOdds(question, read(question, candidate.indexed(), candidate.best().number())));
    }

    private static double logOdds(Question question, String text) {
        return CrossEncoder.of(question.language()).logOdds(question.searched(), text);
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
                question.codesIn(withHeading),
                OptionalDouble.empty());
    }

    /** Elasticsearch's score is (1 + cosine) / 2. */
    private static double cosine(Hit<IndexedPassage> hit) {
        return 2 * hit.score() - 1;
    }
}
