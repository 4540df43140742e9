package talktrack.models.events;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import talktrack.models.labels.Skill;

/**
 * One rep's calls of one ISO week, summed: the skills that count in each call. Topic {@code
 * rep-weeks}, key {@link #key()}. Sums are integers (hundredths of a score point), so that adding
 * and then subtracting a call gives back exactly what was there before.
 *
 * @param calls how many analysed calls the week has
 * @param course behaviours by tenths of the calls
 * @param handling how objections were handled
 */
public record RepWeek(
        String repId,
        String teamId,
        String week,
        int calls,
        List<SkillSum> skills,
        List<CourseSum> course,
        List<HandlingSum> handling) {

    /**
     * @param sumHundredths sum of the calls' scores, in hundredths of a point
     * @param n calls that scored this skill
     */
    public record SkillSum(Skill skill, long sumHundredths, int n) {

        /** Mean score, 0…100. */
        public double mean() {
            return sumHundredths / 100.0 / n;
        }
    }

    /** Courses and handling were not always summed. */
    public RepWeek {
        skills = List.copyOf(skills);
        course = course == null ? List.of() : List.copyOf(course);
        handling = handling == null ? List.of() : List.copyOf(handling);
    }

    /** A week of which only skills are known. */
    public RepWeek(String repId, String teamId, String week, int calls, List<SkillSum> skills) {
        this(repId, teamId, week, calls, skills, List.of(), List.of());
    }

    public static RepWeek empty() {
        return new RepWeek("", "", "", 0, List.of());
    }

    public static String key(String repId, String week) {
        return repId + "/" + week;
    }

    public String key() {
        return key(repId, week);
    }

    public RepWeek plus(CallAnalysis call) {
        return new RepWeek(
                call.repId(),
                call.teamId(),
                call.week(),
                calls + 1,
                summed(call, 1),
                CourseSum.with(course, call.course(), 1),
                HandlingSum.with(handling, call, 1));
    }

    public RepWeek minus(CallAnalysis call) {
        return new RepWeek(
                repId,
                teamId,
                week,
                calls - 1,
                summed(call, -1),
                CourseSum.with(course, call.course(), -1),
                HandlingSum.with(handling, call, -1));
    }

    private List<SkillSum> summed(CallAnalysis call, int sign) {
        Map<Skill, SkillSum> sums = new EnumMap<>(Skill.class);
        skills.forEach(sum -> sums.put(sum.skill(), sum));
        for (SkillScore score : call.countedSkills().toList()) {
            SkillSum before = sums.getOrDefault(score.skill(), new SkillSum(score.skill(), 0, 0));
            sums.put(
                    score.skill(),
                    new SkillSum(
                            score.skill(),
                            before.sumHundredths() + sign * Math.round(score.score() * 100),
                            before.n() + sign));
        }
        List<SkillSum> left = new ArrayList<>(sums.values());
        left.removeIf(sum -> sum.n() == 0);
        return left;
    }
}
