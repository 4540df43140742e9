package talktrack.api.chat;

import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import talktrack.analysis.advice.RankFusion;
import talktrack.api.chat.QuestionSet.Asked;
import talktrack.api.chat.Retrieval.Candidate;
import talktrack.api.documents.FolderIndex;
import talktrack.api.documents.IndexedPassage;
import talktrack.api.documents.Passage;
import talktrack.api.documents.PassageIndex;
import talktrack.api.standalone.ScratchElasticsearch;
import talktrack.models.labels.Language;
import talktrack.models.text.Embedder;

/**
 * How often the right document and passage come first, and among the first three, by each way of
 * ranking what words and meaning found; and among three citations, neighbours joined. Nothing is
 * refused here.
 */
final class FusionMeasure {

    /** As many as {@link Retrieval} asks for. */
    private static final int NEAR = 40;

    private static final int WITH_WORDS = 20;
    private static final int FIRST = 3;

    private FusionMeasure() {}

    private enum Way {
        MEANING,
        WORDS,
        /** Reciprocal ranks of both. */
        FUSED,
        /** As it ships: by the best sentence of each. */
        SENTENCES,
        /** The citations of that. */
        CITED
    }

    /** Counts over questions; a place is where the right one stands, from 0. */
    private static final class Tally {
        private int questions;
        private int documentFirst;
        private int documentInThree;
        private int known;
        private int passageFirst;
        private int passageInThree;

        void add(Asked asked, List<Passage> ranked) {
            List<Boolean> documents =
                    ranked.stream().map(one -> asked.documents().contains(one.document())).toList();
            List<Boolean> passages =
                    ranked.stream()
                            .map(
                                    one ->
                                            asked.answeredByPassage(
                                                    one.document(), one.heading(), one.text()))
                            .toList();
            questions++;
            documentFirst += right(documents, 1);
            documentInThree += right(documents, FIRST);
            if (asked.passageKnown()) {
                known++;
                passageFirst += right(passages, 1);
                passageInThree += right(passages, FIRST);
            }
        }

        private static int right(List<Boolean> ranked, int among) {
            return ranked.stream().limit(among).anyMatch(one -> one) ? 1 : 0;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d questions, document %.3f %.3f, passage %.3f %.3f",
                    questions,
                    (double) documentFirst / questions,
                    (double) documentInThree / questions,
                    (double) passageFirst / known,
                    (double) passageInThree / known);
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (ScratchElasticsearch elasticsearch = ScratchElasticsearch.start()) {
            for (Language language : Language.values()) {
                Map<Way, Tally> tallies = new EnumMap<>(Way.class);
                int joined = 0;
                for (AskedCompany company : AskedCompany.below(AskedCompany.FOLDER, language)) {
                    System.err.println(company.name());
                    try (FolderIndex read =
                            FolderIndex.of(
                                    company.documents(), elasticsearch.url(), (name, why) -> {})) {
                        for (Asked asked : company.questions()) {
                            if (asked.answerable()) {
                                joined += measure(asked, language, read.passages(), tallies);
                            }
                        }
                    }
                }
                tallies.forEach(
                        (way, tally) ->
                                System.out.println(language.id() + " " + way + ": " + tally));
                System.out.println(language.id() + " questions with joined citations: " + joined);
            }
        }
    }

    /**
     * @return 1 where neighbours are cited as one
     */
    private static int measure(
            Asked asked, Language language, PassageIndex index, Map<Way, Tally> tallies) {
        Question question = Question.of(asked.question(), language);
        float[] vector = Embedder.of(language).embed(question.searched());
        List<Hit<IndexedPassage>> near = index.byMeaning(vector, language, NEAR);
        List<Hit<IndexedPassage>> words =
                index.byWords(question.words(), language, WITH_WORDS).hits();
        Map<String, Passage> all = new HashMap<>();
        Stream.concat(near.stream(), words.stream())
                .forEach(hit -> all.put(hit.id(), hit.source().passage()));
        List<Candidate> ships = new Retrieval(index).find(question).candidates();
        List<Cited> cited = Cited.of(ships);

        add(tallies, Way.MEANING, asked, passages(near));
        add(tallies, Way.WORDS, asked, passages(words));
        add(
                tallies,
                Way.FUSED,
                asked,
                RankFusion.fuse(List.of(ids(near), ids(words))).stream()
                        .map(ranked -> all.get(ranked.id()))
                        .toList());
        add(tallies, Way.SENTENCES, asked, ships.stream().map(Candidate::passage).toList());
        add(tallies, Way.CITED, asked, cited.stream().map(FusionMeasure::whole).toList());
        return cited.stream().anyMatch(one -> one.parts().size() > 1) ? 1 : 0;
    }

    private static void add(Map<Way, Tally> tallies, Way way, Asked asked, List<Passage> ranked) {
        tallies.computeIfAbsent(way, one -> new Tally()).add(asked, ranked);
    }

    private static Passage whole(Cited cited) {
        Passage best = cited.passage();
        return new Passage(
                best.document(), best.heading(), cited.text(), best.language(), best.units());
    }

    private static List<Passage> passages(List<Hit<IndexedPassage>> hits) {
        return hits.stream().map(hit -> hit.source().passage()).toList();
    }

    private static List<String> ids(List<Hit<IndexedPassage>> hits) {
        return hits.stream().map(Hit::id).toList();
    }
}
