package talktrack.api.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.analysis.advice.FallingSkill;
import talktrack.analysis.advice.Lessons;
import talktrack.analysis.advice.Observed;
import talktrack.analysis.advice.PeerMeans;
import talktrack.analysis.advice.Recommendations;
import talktrack.analysis.advice.SkillChange;
import talktrack.models.events.Person;
import talktrack.models.events.RecommendationDecision;
import talktrack.models.events.RepWeek;
import talktrack.models.labels.Skill;

/**
 * What is known of one rep's skills when a page asks: the rep's calls and decisions, and what the
 * pure rules make of them.
 *
 * @param calls all calls of the rep, the oldest first
 * @param recent those of the weeks looked at
 */
record RepPractice(
        Person rep,
        List<ScoredCall> calls,
        List<ScoredCall> recent,
        Recommendations recommendations,
        Lessons lessons) {

    /** How many calls before the acceptance a skill is compared with. */
    private static final int CALLS_BEFORE = 10;

    /** How many calls after it: the newest. */
    private static final int CALLS_AFTER = 20;

    /** Calls older than this say nothing of a rep who falls now. */
    private static final Duration WARNINGS_LOOK_BACK = Duration.ofDays(26 * 7);

    /** What became of a skill after a recommendation was accepted. */
    record FollowUp(Skill skill, Instant acceptedAt, SkillChange change) {}

    /** A skill that got worse. */
    record Warning(Skill skill, FallingSkill fall) {}

    /**
     * @param weeks how many weeks before the newest call count for recommendations
     * @param everybody sums of all reps, of all weeks
     */
    static RepPractice of(
            Person rep,
            List<ScoredCall> calls,
            int weeks,
            List<RepWeek> everybody,
            List<RecommendationDecision> decisions,
            Clock clock) {
        Lessons lessons = new Lessons(decisions, clock.instant());
        if (calls.isEmpty()) {
            return new RepPractice(
                    rep, calls, calls, new Recommendations(List.of(), List.of()), lessons);
        }
        Instant since = calls.getLast().startedAt().minus(Duration.ofDays(7L * weeks));
        List<ScoredCall> recent =
                calls.stream().filter(call -> call.startedAt().isAfter(since)).toList();
        String first = recent.getFirst().week();
        String last = recent.getLast().week();
        List<RepWeek> peers =
                everybody.stream()
                        .filter(week -> week.week().compareTo(first) >= 0)
                        .filter(week -> week.week().compareTo(last) <= 0)
                        .toList();
        Map<Skill, List<Observed>> own = new EnumMap<>(Skill.class);
        for (Skill skill : Skill.values()) {
            List<Observed> observed = ScoredCall.observed(recent, skill);
            if (!observed.isEmpty()) {
                own.put(skill, observed);
            }
        }
        return new RepPractice(
                rep,
                calls,
                recent,
                Recommendations.of(
                        own,
                        recent.size(),
                        PeerMeans.of(rep.repId(), rep.teamId(), peers),
                        lessons),
                lessons);
    }

    /** For every accepted recommendation that was not dismissed since, the newest first. */
    List<FollowUp> followUps() {
        List<FollowUp> all = new ArrayList<>();
        for (Skill skill : Skill.values()) {
            lessons.accepted(skill).ifPresent(accepted -> all.add(followUp(skill, accepted)));
        }
        all.sort(Comparator.comparing(FollowUp::acceptedAt).reversed());
        return all;
    }

    private FollowUp followUp(Skill skill, RecommendationDecision accepted) {
        Instant at = accepted.decidedAt();
        List<Observed> all = ScoredCall.observed(calls, skill);
        List<Observed> before = all.stream().filter(one -> one.startedAt().isBefore(at)).toList();
        List<Observed> after = all.stream().filter(one -> !one.startedAt().isBefore(at)).toList();
        return new FollowUp(
                skill,
                at,
                SkillChange.between(newest(before, CALLS_BEFORE), newest(after, CALLS_AFTER)));
    }

    /** Skills that fell, those that fell most first. */
    List<Warning> warnings() {
        if (calls.isEmpty()) {
            return List.of();
        }
        Instant since = calls.getLast().startedAt().minus(WARNINGS_LOOK_BACK);
        List<ScoredCall> looked =
                calls.stream().filter(call -> call.startedAt().isAfter(since)).toList();
        List<Warning> all = new ArrayList<>();
        for (Skill skill : Skill.values()) {
            FallingSkill.in(ScoredCall.observed(looked, skill))
                    .ifPresent(fall -> all.add(new Warning(skill, fall)));
        }
        all.sort(Comparator.comparingDouble(one -> one.fall().change().points()));
        return all;
    }

    Optional<ScoredCall> call(String callId) {
        return calls.stream().filter(one -> one.callId().equals(callId)).findFirst();
    }

    private static List<Observed> newest(List<Observed> inOrder, int count) {
        return inOrder.subList(Math.max(0, inOrder.size() - count), inOrder.size());
    }
}
