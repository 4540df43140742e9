package talktrack.api.practice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import talktrack.analysis.advice.Observed;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.Judged;
import talktrack.models.events.SkillScore;
import talktrack.models.labels.Language;
import talktrack.models.labels.SaleSize;
import talktrack.models.labels.Skill;

/** The part of a call's analysis that says how skilled the rep was. */
record ScoredCall(
        String callId,
        int revision,
        String repId,
        String customer,
        Language language,
        Instant startedAt,
        String week,
        List<SkillScore> skills,
        Optional<Judged<SaleSize>> sale) {

    /** The fields that are read from the index. */
    static final List<String> FIELDS =
            List.of(
                    "callId",
                    "revision",
                    "repId",
                    "customer",
                    "language",
                    "startedAt",
                    "week",
                    "skills",
                    "sale");

    ScoredCall {
        skills = List.copyOf(skills);
        sale = sale == null ? Optional.empty() : sale;
    }

    /** How the skill scored, where the rep is measured by it. */
    Optional<Observed> observed(Skill skill) {
        return skills.stream()
                .filter(score -> score.skill() == skill && CallAnalysis.counts(skill, sale))
                .map(score -> Observed.of(callId, startedAt, score))
                .findFirst();
    }

    /** The calls that scored the skill, in the order given. */
    static List<Observed> observed(List<ScoredCall> calls, Skill skill) {
        return calls.stream().flatMap(call -> call.observed(skill).stream()).toList();
    }
}
