package talktrack.api.heatmap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import talktrack.analysis.advice.Percentile;
import talktrack.models.events.RepWeek;
import talktrack.models.labels.Skill;

/**
 * Where a rep's mean scores stand among others': the share of the other reps whose mean is lower,
 * those with the same mean counting half.
 *
 * @param repsNeeded so many reps, the rep among them, must have enough calls; else nothing is said
 * @param callsNeeded so many calls with the skill make a rep count
 */
record Percentiles(int repsNeeded, int callsNeeded, List<Place> skills) {

    private static final int REPS_NEEDED = 5;
    private static final int CALLS_NEEDED = 3;

    /**
     * @param mean the rep's, 0…100
     * @param n the rep's calls with the skill
     */
    record Place(Skill skill, double mean, int n, Standing team, Standing company) {}

    /**
     * @param percentile 0…100; absent when too few reps count, or the rep has too few calls
     * @param reps that have enough calls with the skill
     */
    record Standing(OptionalDouble percentile, int reps) {}

    private record Sum(long hundredths, int n) {
        double mean() {
            return hundredths / 100.0 / n;
        }

        Sum plus(Sum other) {
            return new Sum(hundredths + other.hundredths, n + other.n);
        }
    }

    /**
     * @param team ids of the rep's team
     * @param weeks that count
     * @param company rep-weeks of everybody, also of other weeks
     */
    static Percentiles of(
            String repId, Collection<String> team, List<IsoWeek> weeks, List<RepWeek> company) {
        List<Place> places = new ArrayList<>();
        for (Skill skill : Skill.values()) {
            Map<String, Sum> all = sums(skill, weeks, company);
            Sum own = all.get(repId);
            if (own != null) {
                Map<String, Sum> ofTeam = new HashMap<>(all);
                ofTeam.keySet().retainAll(team);
                places.add(
                        new Place(
                                skill,
                                own.mean(),
                                own.n(),
                                standing(own, ofTeam),
                                standing(own, all)));
            }
        }
        return new Percentiles(REPS_NEEDED, CALLS_NEEDED, places);
    }

    private static Map<String, Sum> sums(Skill skill, List<IsoWeek> weeks, List<RepWeek> all) {
        Map<String, Sum> sums = new HashMap<>();
        for (RepWeek week : all) {
            if (HeatmapBuilder.isOneOf(weeks).test(week.week())) {
                week.skills().stream()
                        .filter(sum -> sum.skill() == skill)
                        .forEach(
                                sum ->
                                        sums.merge(
                                                week.repId(),
                                                new Sum(sum.sumHundredths(), sum.n()),
                                                Sum::plus));
            }
        }
        return sums;
    }

    private static Standing standing(Sum own, Map<String, Sum> all) {
        List<Sum> counting =
                all.values().stream()
                        .filter(sum -> sum.n() >= CALLS_NEEDED)
                        .collect(Collectors.toList());
        if (counting.size() < REPS_NEEDED || !counting.remove(own)) {
            return new Standing(OptionalDouble.empty(), counting.size());
        }
        double percentile = Percentile.of(own.mean(), counting.stream().map(Sum::mean).toList());
        return new Standing(OptionalDouble.of(percentile), counting.size() + 1);
    }
}
