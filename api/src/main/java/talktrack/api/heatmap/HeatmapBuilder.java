package talktrack.api.heatmap;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import talktrack.api.heatmap.Heatmap.Axis;
import talktrack.api.heatmap.Heatmap.Cell;
import talktrack.api.heatmap.Heatmap.Trend;
import talktrack.models.events.Person;
import talktrack.models.events.RepWeek;
import talktrack.models.labels.Skill;

/**
 * Rep-weeks → heatmap.
 *
 * @param weeks the weeks that count, the oldest first
 * @param sums rep-weeks of the reps, also of other weeks
 * @param evidence of the calls, the newest first
 */
record HeatmapBuilder(List<IsoWeek> weeks, List<RepWeek> sums, List<EvidenceOfCall> evidence) {

    static final int MOST_EVIDENCE = 20;

    /** A half with fewer calls says nothing about a trend, nor does a smaller difference. */
    private static final int LEAST_FOR_TREND = 3;

    private static final double FLAT_BELOW = 5;

    /** Reps × skills over all the weeks. */
    Heatmap ofTeam(String teamId, String title, List<Person> reps) {
        List<Cell> cells = new ArrayList<>();
        for (Person rep : reps) {
            for (Skill skill : Skill.values()) {
                Mean mean = mean(rep.repId(), skill, weeks);
                cells.add(
                        new Cell(
                                        rep.repId(),
                                        skill.id(),
                                        mean.value(),
                                        mean.n(),
                                        evidence(rep.repId(), skill, weeks),
                                        "/api/evidence?rep=%s&skill=%s&weeks=%d&until=%s"
                                                .formatted(
                                                        encoded(rep.repId()),
                                                        skill.id(),
                                                        weeks.size(),
                                                        weeks.getLast()))
                                .with(trend(rep.repId(), skill)));
            }
        }
        return new Heatmap(
                teamId,
                title,
                reps.stream().map(rep -> new Axis(rep.repId(), rep.name())).toList(),
                skills(),
                cells,
                !reps.isEmpty() && reps.stream().allMatch(Person::demonstration));
    }

    /** Skills × weeks of one rep. */
    Heatmap ofRep(Person rep) {
        List<Cell> cells = new ArrayList<>();
        for (Skill skill : Skill.values()) {
            for (IsoWeek week : weeks) {
                Mean mean = mean(rep.repId(), skill, List.of(week));
                cells.add(
                        new Cell(
                                        skill.id(),
                                        week.toString(),
                                        mean.value(),
                                        mean.n(),
                                        evidence(rep.repId(), skill, List.of(week)),
                                        "/api/evidence?rep=%s&skill=%s&week=%s"
                                                .formatted(encoded(rep.repId()), skill.id(), week))
                                .with(Optional.empty()));
            }
        }
        return new Heatmap(
                rep.repId(),
                rep.name(),
                skills(),
                weeks.stream().map(week -> new Axis(week.toString(), week.toString())).toList(),
                cells,
                rep.demonstration());
    }

    private record Mean(long sumHundredths, int n) {
        OptionalDouble value() {
            return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sumHundredths / 100.0 / n);
        }
    }

    private Mean mean(String repId, Skill skill, List<IsoWeek> in) {
        List<RepWeek.SkillSum> found =
                sums.stream()
                        .filter(week -> week.repId().equals(repId))
                        .filter(week -> isOneOf(in).test(week.week()))
                        .flatMap(week -> week.skills().stream())
                        .filter(sum -> sum.skill() == skill)
                        .toList();
        return new Mean(
                found.stream().mapToLong(RepWeek.SkillSum::sumHundredths).sum(),
                found.stream().mapToInt(RepWeek.SkillSum::n).sum());
    }

    private Optional<Trend> trend(String repId, Skill skill) {
        int half = weeks.size() / 2;
        Mean before = mean(repId, skill, weeks.subList(0, half));
        Mean after = mean(repId, skill, weeks.subList(half, weeks.size()));
        if (before.n() < LEAST_FOR_TREND || after.n() < LEAST_FOR_TREND) {
            return Optional.empty();
        }
        double rise = after.value().getAsDouble() - before.value().getAsDouble();
        if (Math.abs(rise) < FLAT_BELOW) {
            return Optional.of(Trend.FLAT);
        }
        return Optional.of(rise > 0 ? Trend.UP : Trend.DOWN);
    }

    private List<String> evidence(String repId, Skill skill, List<IsoWeek> in) {
        List<EvidenceOfCall> ofRep =
                evidence.stream()
                        .filter(call -> call.repId().equals(repId))
                        .filter(call -> isOneOf(in).test(call.week()))
                        .toList();
        return EvidenceOfCall.weakestFirst(ofRep, skill).stream()
                .flatMap(call -> call.of(skill).orElseThrow().evidence().stream())
                .limit(MOST_EVIDENCE)
                .toList();
    }

    static Predicate<String> isOneOf(List<IsoWeek> weeks) {
        return week -> weeks.stream().anyMatch(one -> one.toString().equals(week));
    }

    private static List<Axis> skills() {
        return Stream.of(Skill.values()).map(Axis::of).toList();
    }

    static String encoded(String repId) {
        return URLEncoder.encode(repId, StandardCharsets.UTF_8);
    }
}
