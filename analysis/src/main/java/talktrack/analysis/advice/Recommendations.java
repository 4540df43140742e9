package talktrack.analysis.advice;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import talktrack.models.events.RepWeek;
import talktrack.models.labels.Skill;

/** What a rep should practise next: the two weakest of the skills that matter. */
public final class Recommendations {

    /** With fewer calls a mean is chance, and nobody is told to practise by chance. */
    public static final int CALLS_NEEDED = 3;

    /** Fewer in one half of the weeks, and a change is chance. */
    private static final int CALLS_NEEDED_IN_HALF = 2;

    private static final int AT_MOST = 2;
    private static final double GOOD_ENOUGH = 80;
    private static final double BELOW_TEAM_POINTS = 5;
    private static final double FALLING_POINTS = 10;

    private Recommendations() {}

    /**
     * The two weakest skills by weakness × weight: weakness is what is missing to 100 plus half of
     * what is missing to the team; the weight says how much large sales hang on the skill
     * (conversation-model §8). A skill of {@value #GOOD_ENOUGH} or more is none to practise.
     *
     * @param ofTheRep the rep's weeks, in any order
     * @param ofTheTeam the weeks of the rep's whole team
     * @return at most two, the most worth practising first
     */
    public static List<Recommendation> of(List<RepWeek> ofTheRep, List<RepWeek> ofTheTeam) {
        Map<Skill, Mean> team = means(ofTheTeam);
        List<String> weeks = ofTheRep.stream().map(RepWeek::week).distinct().sorted().toList();
        String middle = weeks.isEmpty() ? "" : weeks.get(weeks.size() / 2);
        Map<Skill, Mean> early =
                means(ofTheRep.stream().filter(w -> w.week().compareTo(middle) < 0).toList());
        Map<Skill, Mean> late =
                means(ofTheRep.stream().filter(w -> w.week().compareTo(middle) >= 0).toList());
        return means(ofTheRep).entrySet().stream()
                .filter(entry -> entry.getValue().n() >= CALLS_NEEDED)
                .filter(entry -> entry.getValue().value() < GOOD_ENOUGH)
                .map(
                        entry -> {
                            Skill skill = entry.getKey();
                            return recommendation(
                                    skill,
                                    entry.getValue(),
                                    team.get(skill),
                                    change(early.get(skill), late.get(skill)));
                        })
                .sorted(Comparator.comparingDouble(Recommendations::urgency).reversed())
                .limit(AT_MOST)
                .toList();
    }

    private record Mean(double value, int n) {}

    private static Map<Skill, Mean> means(Collection<RepWeek> weeks) {
        Map<Skill, List<RepWeek.SkillSum>> sums =
                weeks.stream()
                        .flatMap(week -> week.skills().stream())
                        .collect(Collectors.groupingBy(RepWeek.SkillSum::skill));
        Map<Skill, Mean> means = new EnumMap<>(Skill.class);
        sums.forEach(
                (skill, parts) -> {
                    int n = parts.stream().mapToInt(RepWeek.SkillSum::n).sum();
                    long sum = parts.stream().mapToLong(RepWeek.SkillSum::sumHundredths).sum();
                    if (n > 0) {
                        means.put(skill, new Mean(sum / 100.0 / n, n));
                    }
                });
        return means;
    }

    private static OptionalDouble change(Mean early, Mean late) {
        return early == null || late == null || Math.min(early.n(), late.n()) < CALLS_NEEDED_IN_HALF
                ? OptionalDouble.empty()
                : OptionalDouble.of(late.value() - early.value());
    }

    private static Recommendation recommendation(
            Skill skill, Mean own, Mean team, OptionalDouble change) {
        OptionalDouble teamMean =
                team == null || team.n() < CALLS_NEEDED
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(team.value());
        Recommendation.Reason reason = Recommendation.Reason.WEAKEST;
        if (teamMean.orElse(own.value()) - own.value() > BELOW_TEAM_POINTS) {
            reason = Recommendation.Reason.BELOW_TEAM;
        } else if (change.orElse(0) < -FALLING_POINTS) {
            reason = Recommendation.Reason.FALLING;
        }
        return new Recommendation(skill, own.value(), own.n(), teamMean, change, reason);
    }

    private static double urgency(Recommendation one) {
        double belowTeam = Math.max(0, one.teamMean().orElse(one.mean()) - one.mean());
        return (100 - one.mean() + belowTeam / 2) * weight(one.skill());
    }

    private static double weight(Skill skill) {
        return switch (skill) {
            case IMPLICATION_DEPTH, CLEAR_NEXT_STEP, OBJECTION_HANDLING -> 1.0;
            case PROBLEM_DISCOVERY, NEED_PAYOFF, SOLUTION_MATCH, LISTENING -> 0.9;
            case EMOTIONAL_CONTROL -> 0.7;
            case OPENING, SITUATION_ECONOMY, TALK_TRACK_ADHERENCE -> 0.5;
        };
    }
}
