package talktrack.analysis.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.analysis.advice.Recommendation.Peers;
import talktrack.models.labels.Skill;

/**
 * What a rep should practise next: the two skills whose improvement matters most.
 *
 * @param chosen at most two, the most worth practising first
 * @param notShown what would be among them, had no coach dismissed it
 */
public record Recommendations(List<Recommendation> chosen, List<NotShown> notShown) {

    /** With fewer calls a mean is chance, and nobody is told to practise by chance. */
    public static final int CALLS_NEEDED = 3;

    private static final int AT_MOST = 2;
    private static final double GOOD_ENOUGH = 80;
    private static final double BELOW_TEAM_POINTS = 5;
    private static final double LOWEST_QUARTER = 25;

    public Recommendations {
        chosen = List.copyOf(chosen);
        notShown = List.copyOf(notShown);
    }

    /**
     * @param bandMustLieUnder where the score is not surely low enough after somebody said that the
     *     rep is good enough; absent where the dismissal itself still holds
     */
    public record NotShown(Recommendation what, Optional<Double> bandMustLieUnder) {}

    /**
     * Ranks by weight × frequency × weakness × place × certainty. Weakness is what is missing to
     * 100 and half of what is missing to the team; the place is 1 for the last of the company and ½
     * for the first, who has least to learn from anybody; frequency is a half and half the share of
     * calls with the skill; certainty is what the band leaves of 100 points; the weight says how
     * much large sales hang on the skill (conversation-model §8). A skill of {@value #GOOD_ENOUGH}
     * or more, or with a band too wide to judge, is none to practise. What the rep practises
     * already stays first.
     *
     * @param own the rep's calls of the weeks looked at, in order, by skill
     * @param calls how many calls that are
     * @param peers by skill; a skill that is missing has nobody to compare with
     */
    public static Recommendations of(
            Map<Skill, List<Observed>> own, int calls, Map<Skill, Peers> peers, Lessons lessons) {
        List<Recommendation> chosen = new ArrayList<>();
        List<NotShown> notShown = new ArrayList<>();
        for (Recommendation one : ranked(own, calls, peers, lessons)) {
            Optional<Double> under = lessons.bandMustLieUnder(one.skill(), GOOD_ENOUGH);
            boolean unsure = under.filter(most -> one.own().band().high() >= most).isPresent();
            if (lessons.left(one.skill()) < Lessons.HALF) {
                notShown.add(new NotShown(one, Optional.empty()));
            } else if (unsure) {
                notShown.add(new NotShown(one, under));
            } else {
                chosen.add(one);
            }
            if (chosen.size() == AT_MOST) {
                break;
            }
        }
        return new Recommendations(chosen, notShown);
    }

    private static List<Recommendation> ranked(
            Map<Skill, List<Observed>> own, int calls, Map<Skill, Peers> peers, Lessons lessons) {
        return own.entrySet().stream()
                .map(
                        entry ->
                                recommendation(
                                        entry.getKey(),
                                        entry.getValue(),
                                        calls,
                                        peers.getOrDefault(entry.getKey(), Peers.NONE)))
                .filter(one -> one.own().judges() && one.own().mean() < GOOD_ENOUGH)
                .sorted(
                        Comparator.comparing(
                                        (Recommendation one) -> lessons.practising(one.skill()))
                                .thenComparingDouble(Recommendation::priority)
                                .reversed()
                                .thenComparing(Recommendation::skill))
                .toList();
    }

    private static Recommendation recommendation(
            Skill skill, List<Observed> observed, int calls, Peers peers) {
        SkillMean own = SkillMean.of(observed);
        Optional<SkillChange> fall = FallingSkill.in(observed).map(FallingSkill::change);
        double below = Math.max(0, peers.teamMean().orElse(own.mean()) - own.mean());
        double place = 1 - peers.percentile().orElse(50) / 200;
        double frequency = 0.5 + 0.5 * own.n() / Math.max(calls, own.n());
        double certainty = 1 - own.band().width() / 100;
        return new Recommendation(
                skill,
                own,
                peers,
                fall,
                reason(own, peers, fall),
                weight(skill) * frequency * (100 - own.mean() + below / 2) * place * certainty);
    }

    private static Recommendation.Reason reason(
            SkillMean own, Peers peers, Optional<SkillChange> fall) {
        if (peers.teamMean().orElse(own.mean()) - own.mean() > BELOW_TEAM_POINTS) {
            return Recommendation.Reason.BELOW_TEAM;
        }
        if (peers.percentile().orElse(100) < LOWEST_QUARTER) {
            return Recommendation.Reason.BELOW_MOST;
        }
        return fall.isPresent() ? Recommendation.Reason.FALLING : Recommendation.Reason.WEAKEST;
    }

    private static double weight(Skill skill) {
        return switch (skill) {
            case IMPLICATION_DEPTH, CLEAR_NEXT_STEP, OBJECTION_HANDLING -> 1.0;
            case PROBLEM_DISCOVERY, NEED_PAYOFF, SOLUTION_MATCH, LISTENING -> 0.9;
            case EMOTIONAL_CONTROL -> 0.7;
            case OPENING, SITUATION_ECONOMY -> 0.5;
            case TALK_TRACK_ADHERENCE -> 0.25; // says how near to a script, not how good
        };
    }
}
