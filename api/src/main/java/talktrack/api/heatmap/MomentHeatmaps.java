package talktrack.api.heatmap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import talktrack.api.heatmap.Heatmap.Axis;
import talktrack.api.heatmap.Heatmap.Cell;
import talktrack.api.heatmap.Heatmap.Unit;
import talktrack.models.events.CallCourse;
import talktrack.models.events.CourseSum;
import talktrack.models.events.HandlingSum;
import talktrack.models.events.RepWeek;
import talktrack.models.labels.Behaviour;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.ObjectionType;

/**
 * The heatmaps of moments: where in a call things happen, and which steps objections get.
 *
 * @param whose of a rep or a team
 * @param weeks the weeks that count, the oldest first
 * @param sums rep-weeks of the reps, also of other weeks
 * @param others rep-weeks to compare with; without any nothing is compared
 * @param evidence of the calls, the newest first
 */
record MomentHeatmaps(
        Whose whose,
        List<IsoWeek> weeks,
        List<RepWeek> sums,
        List<RepWeek> others,
        List<EvidenceOfCall> evidence) {

    /** Thousandths are what the sums are kept in. */
    private static final double THOUSAND = 1000;

    /**
     * @param parameter that names it in a link: {@code rep} or {@code team}
     */
    record Whose(String parameter, String id, String title, boolean demonstration) {}

    private record Mean(long sum, int n) {
        OptionalDouble of(double scale) {
            return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / scale / n);
        }
    }

    /** Behaviours × ten tenths of the call. Tense voices have a row only where any were read. */
    Heatmap course() {
        List<Behaviour> rows =
                Stream.of(Behaviour.values())
                        .filter(
                                behaviour ->
                                        behaviour != Behaviour.TENSE
                                                || counted(sums).stream()
                                                        .flatMap(week -> week.course().stream())
                                                        .anyMatch(
                                                                sum ->
                                                                        sum.behaviour()
                                                                                == behaviour))
                        .toList();
        List<Cell> cells = new ArrayList<>();
        for (Behaviour behaviour : rows) {
            for (int tenth = 0; tenth < CallCourse.TENTHS; tenth++) {
                Mean mean = mean(sums, behaviour, tenth);
                cells.add(
                        new Cell(
                                        behaviour.id(),
                                        String.valueOf(tenth + 1),
                                        mean.of(THOUSAND),
                                        mean.n(),
                                        evidence(new Wanted.OfTenth(behaviour, tenth)),
                                        link(
                                                "behaviour=%s&tenth=%d"
                                                        .formatted(behaviour.id(), tenth + 1)))
                                .against(mean(others, behaviour, tenth).of(THOUSAND)));
            }
        }
        return heatmap(
                rows.stream()
                        .map(
                                row ->
                                        new Axis(
                                                row.id(),
                                                Axis.of(row).label(),
                                                Optional.of(
                                                        row.isShare()
                                                                ? Unit.SHARE
                                                                : Unit.PER_CALL)))
                        .toList(),
                IntStream.rangeClosed(1, CallCourse.TENTHS)
                        .mapToObj(
                                tenth ->
                                        new Axis(
                                                String.valueOf(tenth),
                                                "%d–%d %%".formatted(10 * tenth - 10, 10 * tenth)))
                        .toList(),
                cells);
    }

    /** Objection types × handling steps: share of the objections with that step. */
    Heatmap objections() {
        List<ObjectionType> rows =
                Stream.of(ObjectionType.values())
                        .filter(type -> type != ObjectionType.NONE)
                        .toList();
        List<Cell> cells = new ArrayList<>();
        for (ObjectionType type : rows) {
            for (HandlingStep step : HandlingStep.values()) {
                Mean share = share(sums, type, step);
                cells.add(
                        new Cell(
                                        type.id(),
                                        step.id(),
                                        share.of(1),
                                        share.n(),
                                        evidence(new Wanted.OfStep(type, step)),
                                        link(
                                                "objection=%s&step=%s"
                                                        .formatted(type.id(), step.id())))
                                .against(share(others, type, step).of(1)));
            }
        }
        return heatmap(
                rows.stream()
                        .map(
                                type ->
                                        new Axis(
                                                type.id(),
                                                Axis.of(type).label(),
                                                Optional.of(Unit.SHARE)))
                        .toList(),
                Stream.of(HandlingStep.values()).map(Axis::of).toList(),
                cells);
    }

    private Heatmap heatmap(List<Axis> rows, List<Axis> columns, List<Cell> cells) {
        return new Heatmap(whose.id(), whose.title(), rows, columns, cells, whose.demonstration());
    }

    private List<RepWeek> counted(Collection<RepWeek> all) {
        return all.stream()
                .filter(week -> HeatmapBuilder.isOneOf(weeks).test(week.week()))
                .toList();
    }

    private Mean mean(List<RepWeek> of, Behaviour behaviour, int tenth) {
        List<CourseSum> found =
                counted(of).stream()
                        .flatMap(week -> week.course().stream())
                        .filter(sum -> sum.behaviour() == behaviour && sum.tenth() == tenth)
                        .toList();
        return new Mean(
                found.stream().mapToLong(CourseSum::sumThousandths).sum(),
                found.stream().mapToInt(CourseSum::n).sum());
    }

    private Mean share(List<RepWeek> of, ObjectionType type, HandlingStep step) {
        List<HandlingSum> found =
                counted(of).stream()
                        .flatMap(week -> week.handling().stream())
                        .filter(sum -> sum.type() == type && sum.step() == step)
                        .toList();
        return new Mean(
                found.stream().mapToLong(HandlingSum::seen).sum(),
                found.stream().mapToInt(HandlingSum::n).sum());
    }

    private List<String> evidence(Wanted wanted) {
        return wanted.ordered(evidence).stream()
                .flatMap(call -> wanted.in(call).stream())
                .limit(HeatmapBuilder.MOST_EVIDENCE)
                .toList();
    }

    private String link(String what) {
        return "/api/evidence?%s=%s&%s&weeks=%d&until=%s"
                .formatted(
                        whose.parameter(),
                        HeatmapBuilder.encoded(whose.id()),
                        what,
                        weeks.size(),
                        weeks.getLast());
    }
}
