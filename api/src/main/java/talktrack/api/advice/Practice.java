package talktrack.api.advice;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.talktracks.TalkTracks;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Skill;

/** What to practise a skill with: an own clip to hear, a talk track to use. */
final class Practice {

    private static final int CALLS = 200;

    private final ElasticIndex elasticsearch;
    private final TalkTracks talkTracks;

    Practice(ElasticIndex elasticsearch) {
        this.elasticsearch = elasticsearch;
        this.talkTracks = new TalkTracks(elasticsearch);
    }

    /** The rep's calls that scored the skill, weakest first. */
    List<CallAnalysis> weakest(String repId, Skill skill) {
        return elasticsearch
                .find(
                        CallIndices.ANALYSES.index(),
                        s ->
                                s.size(CALLS)
                                        .query(
                                                q ->
                                                        q.bool(
                                                                b ->
                                                                        b.filter(
                                                                                term(
                                                                                        "repId",
                                                                                        repId),
                                                                                term(
                                                                                        "skills.skill",
                                                                                        skill
                                                                                                .id())))),
                        CallAnalysis.class)
                .stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (CallAnalysis call) ->
                                                score(call, skill)
                                                        .map(SkillScore::score)
                                                        .orElse(100.0))
                                .thenComparing(CallAnalysis::startedAt, Comparator.reverseOrder()))
                .toList();
    }

    /** An utterance that shows the skill in the weakest call that has one. */
    Optional<Utterance> clip(List<CallAnalysis> weakest, Skill skill) {
        return weakest.stream()
                .flatMap(call -> score(call, skill).stream())
                .flatMap(score -> score.evidence().stream().limit(1))
                .flatMap(
                        id ->
                                elasticsearch
                                        .get(
                                                CallIndices.UTTERANCES.index(),
                                                id,
                                                ScoredUtterance.class)
                                        .stream())
                .map(ScoredUtterance::utterance)
                .findFirst();
    }

    /** A talk track for the skill, in the language of the rep's calls. */
    Optional<TalkTrack> talkTrack(List<CallAnalysis> weakest, Skill skill) {
        if (weakest.isEmpty()) {
            return Optional.empty();
        }
        Language language = weakest.getFirst().language();
        List<TalkTrack> fitting =
                switch (skill) {
                    case OBJECTION_HANDLING, TALK_TRACK_ADHERENCE ->
                            forObjections(weakest, language);
                    case SITUATION_ECONOMY -> forQuestion(QuestionType.SITUATION, language);
                    case PROBLEM_DISCOVERY -> forQuestion(QuestionType.PROBLEM, language);
                    case IMPLICATION_DEPTH -> forQuestion(QuestionType.IMPLICATION, language);
                    case NEED_PAYOFF, SOLUTION_MATCH ->
                            forQuestion(QuestionType.NEED_PAYOFF, language);
                    case OPENING, LISTENING, EMOTIONAL_CONTROL, CLEAR_NEXT_STEP -> List.of();
                };
        return fitting.stream().findFirst();
    }

    private List<TalkTrack> forQuestion(QuestionType type, Language language) {
        return talkTracks.forQuestion(type, language);
    }

    /** For the type of the objection that was handled worst. */
    private List<TalkTrack> forObjections(List<CallAnalysis> weakest, Language language) {
        return weakest.stream()
                .flatMap(call -> call.objections().stream())
                .min(Comparator.comparingDouble((ObjectionHandling one) -> orWorst(one.score())))
                .map(worst -> talkTracks.forObjection(worst.type(), language, ""))
                .orElse(List.of());
    }

    private static double orWorst(OptionalDouble score) {
        return score.orElse(-1);
    }

    private static Optional<SkillScore> score(CallAnalysis call, Skill skill) {
        return call.skills().stream().filter(one -> one.skill() == skill).findFirst();
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }
}
