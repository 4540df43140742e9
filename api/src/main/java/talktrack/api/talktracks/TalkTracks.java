package talktrack.api.talktracks;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import talktrack.analysis.advice.RankFusion;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexDefinition;
import talktrack.api.index.IndexedTopic;
import talktrack.api.index.Vectors;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.Topics;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.text.Embedder;

/** The search for the approved talk track that fits. */
public final class TalkTracks {

    /** For the indexer. */
    public static final IndexedTopic<TalkTrack> INDEXED =
            new IndexedTopic<>(
                    Topics.TALK_TRACKS,
                    new IndexDefinition(
                            Topics.TALK_TRACKS.name(),
                            1,
                            """
                            {"dynamic": false, "properties": {
                              "language": {"type": "keyword"},
                              "status": {"type": "keyword"},
                              "objection": {"type": "keyword"},
                              "question": {"type": "keyword"},
                              "titleEn": {"type": "text", "analyzer": "english"},
                              "textEn": {"type": "text", "analyzer": "english"},
                              "keywordsEn": {"type": "text", "analyzer": "english"},
                              "titleZh": {"type": "text", "analyzer": "smartcn", "fields": {
                                "cjk": {"type": "text", "analyzer": "cjk"}}},
                              "textZh": {"type": "text", "analyzer": "smartcn", "fields": {
                                "cjk": {"type": "text", "analyzer": "cjk"}}},
                              "keywordsZh": {"type": "text", "analyzer": "smartcn", "fields": {
                                "cjk": {"type": "text", "analyzer": "cjk"}}},
                              "vectorEn": {"type": "dense_vector", "dims": 384,
                                "similarity": "cosine", "index_options": {"type": "int8_flat"}},
                              "vectorZh": {"type": "dense_vector", "dims": 512,
                                "similarity": "cosine", "index_options": {"type": "int8_flat"}}}}
                            """),
                    IndexedTalkTrack::of);

    private static final int CANDIDATES = 20;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？；])");
    private static final SourceConfig ONLY_THE_TALK_TRACK =
            SourceConfig.of(source -> source.filter(f -> f.includes("talkTrack")));

    private final ElasticIndex elasticsearch;

    public TalkTracks(ElasticIndex elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * The approved talk tracks for an objection: those of its type, or all of the language when
     * there are none, by the words and the meaning of what was said.
     *
     * @return best first; empty when there is no approved talk track in the language
     */
    public List<TalkTrack> forObjection(ObjectionType type, Language language, String said) {
        List<TalkTrack> ofType = search(approved(language, "objection", type.id()), language, said);
        return ofType.isEmpty() ? search(approved(language, "", ""), language, said) : ofType;
    }

    /**
     * A talk track and how near it comes.
     *
     * @param likeness cosine of the customer's words and its nearest keyword; 0 when nothing was
     *     said
     */
    public record Fit(TalkTrack track, double likeness) {}

    /** The same for any situation, with how near each comes. */
    public List<Fit> fits(TalkTrack.Situation situation, Language language, String said) {
        List<TalkTrack> found =
                situation
                        .objection()
                        .map(type -> forObjection(type, language, said))
                        .orElseGet(
                                () ->
                                        situation
                                                .questionType()
                                                .map(
                                                        type ->
                                                                search(
                                                                        approved(
                                                                                language,
                                                                                "question",
                                                                                type.id()),
                                                                        language,
                                                                        said))
                                                .orElse(List.of()));
        Map<String, Double> nearest = said.isBlank() ? Map.of() : likeness(language, said, found);
        return found.stream()
                .map(track -> new Fit(track, nearest.getOrDefault(track.id(), 0.0)))
                .toList();
    }

    /** The shipped one that suits any moment of this situation; it may have been retired. */
    public static String general(TalkTrack.Situation situation, Language language) {
        return "%s-%s-1"
                .formatted(
                        language.id(),
                        situation
                                .objection()
                                .<Label>map(type -> type)
                                .or(situation::questionType)
                                .map(Label::id)
                                .orElse(""));
    }

    /** The approved talk tracks for a type of question, any of them first. */
    public List<TalkTrack> forQuestion(QuestionType type, Language language) {
        return search(approved(language, "question", type.id()), language, "");
    }

    private static List<Query> approved(Language language, String field, String value) {
        List<Query> filters = new ArrayList<>();
        filters.add(term("language", language.id()));
        filters.add(term("status", TalkTrack.Status.APPROVED.id()));
        if (!field.isEmpty()) {
            filters.add(term(field, value));
        }
        return filters;
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private List<TalkTrack> search(List<Query> filters, Language language, String said) {
        Map<String, TalkTrack> found = new HashMap<>();
        List<String> words = byWords(filters, language, said, found);
        List<List<String>> rankings = new ArrayList<>();
        if (said.isBlank()) {
            rankings.add(words);
        } else {
            List<String> meaning = byMeaning(filters, language, said, found);
            rankings.add(byNearestKeyword(language, said, found.values()));
            if (!words.isEmpty()) { // else the keyword decides, and no tie with the meaning can
                rankings.add(words);
                rankings.add(meaning);
            }
        }
        return RankFusion.fuse(rankings).stream().map(ranked -> found.get(ranked.id())).toList();
    }

    /**
     * By the one keyword of each that comes nearest to any sentence of the customer: a talk track
     * answers one of several ways of saying a thing, not their average.
     */
    private static List<String> byNearestKeyword(
            Language language, String said, Collection<TalkTrack> tracks) {
        return likeness(language, said, tracks).entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Double> likeness(
            Language language, String said, Collection<TalkTrack> tracks) {
        Embedder embedder = Embedder.of(language);
        List<String> sentences = new ArrayList<>(List.of(said));
        SENTENCE_END.splitAsStream(said).filter(one -> !one.isBlank()).forEach(sentences::add);
        List<float[]> saidVectors = embedder.embedAll(sentences);
        Map<String, Double> nearest = new HashMap<>();
        for (TalkTrack track : tracks) {
            for (float[] keyword : embedder.embedAll(track.keywords())) {
                for (float[] one : saidVectors) {
                    nearest.merge(track.id(), Vectors.cosine(keyword, one), Math::max);
                }
            }
        }
        return nearest;
    }

    private List<String> byWords(
            List<Query> filters, Language language, String said, Map<String, TalkTrack> found) {
        List<String> fields =
                language == Language.EN
                        ? List.of("titleEn", "keywordsEn^2")
                        : List.of("titleZh", "keywordsZh^2", "titleZh.cjk", "keywordsZh.cjk^2");
        return ids(
                elasticsearch
                        .search(
                                INDEXED.index(),
                                s ->
                                        s.size(CANDIDATES)
                                                .source(ONLY_THE_TALK_TRACK)
                                                .query(
                                                        q ->
                                                                q.bool(
                                                                        b ->
                                                                                b.filter(filters)
                                                                                        .should(
                                                                                                words(
                                                                                                        fields,
                                                                                                        said))
                                                                                        .minimumShouldMatch(
                                                                                                said
                                                                                                                .isBlank()
                                                                                                        ? "0"
                                                                                                        : "1"))),
                                IndexedTalkTrack.class)
                        .hits()
                        .hits(),
                found);
    }

    private static List<Query> words(List<String> fields, String said) {
        return said.isBlank()
                ? List.of()
                : List.of(Query.of(q -> q.multiMatch(m -> m.query(said).fields(fields))));
    }

    private List<String> byMeaning(
            List<Query> filters, Language language, String said, Map<String, TalkTrack> found) {
        List<Float> vector = Vectors.boxed(Embedder.of(language).embed(said));
        return ids(
                elasticsearch
                        .search(
                                INDEXED.index(),
                                s ->
                                        s.size(CANDIDATES)
                                                .source(ONLY_THE_TALK_TRACK)
                                                .knn(
                                                        k ->
                                                                k.field(
                                                                                language
                                                                                                == Language
                                                                                                        .EN
                                                                                        ? "vectorEn"
                                                                                        : "vectorZh")
                                                                        .queryVector(vector)
                                                                        .k(CANDIDATES)
                                                                        .numCandidates(100)
                                                                        .filter(filters)),
                                IndexedTalkTrack.class)
                        .hits()
                        .hits(),
                found);
    }

    private static List<String> ids(
            List<Hit<IndexedTalkTrack>> hits, Map<String, TalkTrack> found) {
        hits.forEach(hit -> found.put(hit.id(), hit.source().talkTrack()));
        return hits.stream().map(Hit::id).toList();
    }
}
