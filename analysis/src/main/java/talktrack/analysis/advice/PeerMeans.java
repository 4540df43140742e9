package talktrack.analysis.advice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import talktrack.analysis.advice.Recommendation.Peers;
import talktrack.models.events.RepWeek;
import talktrack.models.labels.Skill;

/** Where a rep stands among the team and the company. */
public final class PeerMeans {

    /** With fewer reps, a place among them says little and names somebody. */
    private static final int REPS_NEEDED = 5;

    private record Sum(long hundredths, int n) {
        static final Sum NONE = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(hundredths + other.hundredths, n + other.n);
        }

        boolean enough() {
            return n >= Recommendations.CALLS_NEEDED;
        }

        double mean() {
            return hundredths / 100.0 / n;
        }
    }

    private PeerMeans() {}

    /**
     * @param weeks of everybody, the weeks that count only
     */
    public static Map<Skill, Peers> of(String repId, String teamId, List<RepWeek> weeks) {
        Map<Skill, Map<String, Sum>> byRep = new EnumMap<>(Skill.class);
        Map<Skill, Sum> ofTeam = new EnumMap<>(Skill.class);
        for (RepWeek week : weeks) {
            for (RepWeek.SkillSum skill : week.skills()) {
                Sum sum = new Sum(skill.sumHundredths(), skill.n());
                byRep.computeIfAbsent(skill.skill(), s -> new HashMap<>())
                        .merge(week.repId(), sum, Sum::plus);
                if (week.teamId().equals(teamId)) {
                    ofTeam.merge(skill.skill(), sum, Sum::plus);
                }
            }
        }
        Map<Skill, Peers> peers = new EnumMap<>(Skill.class);
        byRep.forEach(
                (skill, reps) -> {
                    Sum team = ofTeam.getOrDefault(skill, Sum.NONE);
                    peers.put(
                            skill,
                            new Peers(
                                    team.enough()
                                            ? OptionalDouble.of(team.mean())
                                            : OptionalDouble.empty(),
                                    percentile(repId, reps)));
                });
        return peers;
    }

    private static OptionalDouble percentile(String repId, Map<String, Sum> reps) {
        Sum own = reps.getOrDefault(repId, Sum.NONE);
        List<Double> others = new ArrayList<>();
        reps.forEach(
                (rep, sum) -> {
                    if (!rep.equals(repId) && sum.enough()) {
                        others.add(sum.mean());
                    }
                });
        return own.enough() && others.size() + 1 >= REPS_NEEDED
                ? OptionalDouble.of(Percentile.of(own.mean(), others))
                : OptionalDouble.empty();
    }
}
