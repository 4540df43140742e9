package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.PhaseSpan;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.Phase;

/**
 * The phases of a call (docs/conversation-model.md §6): the way through the turns that has the most
 * points, found by Viterbi's algorithm over {@link PhaseCue} and the price of every change.
 */
final class Phases {

    private static final List<Phase> ALL = List.of(Phase.values());

    /** With fewer turns there is no course to speak of. */
    private static final int TURNS_NEEDED = 6;

    /** Less than this share of the turns being clear, the course is a guess. */
    private static final double CLEAR_SHARE = 0.5;

    private static final double NEXT = -1.5;
    private static final double SKIPPED = -1;
    private static final double BACK = -3;
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private Phases() {}

    /** Every utterance belongs to one phase; none can be told without speakers or clear words. */
    static List<PhaseSpan> of(SpokenCall call) {
        List<Turn> turns = call.turns();
        long clear = turns.stream().filter(turn -> !turn.clear().isEmpty()).count();
        if (!call.speakersKnown()
                || turns.size() < TURNS_NEEDED
                || clear < CLEAR_SHARE * turns.size()) {
            return List.of();
        }
        return spans(call, turns, best(points(turns)));
    }

    private static List<double[]> points(List<Turn> turns) {
        List<double[]> points = new ArrayList<>();
        Optional<Turn> before = Optional.empty();
        for (Turn turn : turns) {
            points.add(PhaseCue.points(new TurnCues(turn, before)));
            before = Optional.of(turn);
        }
        return points;
    }

    /**
     * The way with the most points.
     *
     * @param points of every turn for every phase
     * @return a phase a turn
     */
    static List<Phase> best(List<double[]> points) {
        double[] reached = new double[ALL.size()];
        List<int[]> from = new ArrayList<>();
        for (int to = 0; to < reached.length; to++) {
            reached[to] = change(Phase.OPENING, ALL.get(to)) + points.getFirst()[to];
        }
        for (double[] turn : points.subList(1, points.size())) {
            double[] next = new double[ALL.size()];
            int[] before = new int[ALL.size()];
            for (int to = 0; to < next.length; to++) {
                next[to] = NEVER;
                for (int one = 0; one < next.length; one++) {
                    double sum = reached[one] + change(ALL.get(one), ALL.get(to));
                    if (sum > next[to]) {
                        next[to] = sum;
                        before[to] = one;
                    }
                }
                next[to] += turn[to];
            }
            from.add(before);
            reached = next;
        }
        int last = 0;
        for (int i = 1; i < reached.length; i++) {
            last = reached[i] > reached[last] ? i : last;
        }
        Phase[] way = new Phase[points.size()];
        for (int i = way.length - 1; i >= 0; i--) {
            way[i] = ALL.get(last);
            last = i > 0 ? from.get(i - 1)[last] : last;
        }
        return Arrays.asList(way);
    }

    /**
     * What going from one phase to another costs. Back it goes only from presentation to discovery
     * and from objections to either.
     */
    static double change(Phase from, Phase to) {
        int steps = ALL.indexOf(to) - ALL.indexOf(from);
        if (steps == 0) {
            return 0;
        }
        if (steps > 0) {
            return NEXT + SKIPPED * (steps - 1);
        }
        boolean mayReturn =
                (from == Phase.OBJECTIONS || from == Phase.PRESENTATION) && to != Phase.OPENING;
        return mayReturn ? BACK : NEVER;
    }

    private static List<PhaseSpan> spans(SpokenCall call, List<Turn> turns, List<Phase> phases) {
        List<PhaseSpan> spans = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= turns.size(); i++) {
            if (i < turns.size() && phases.get(i) == phases.get(i - 1)) {
                continue;
            }
            int end =
                    i < turns.size()
                            ? call.utterances().indexOf(turns.get(i).utterances().getFirst())
                            : call.utterances().size();
            spans.add(span(phases.get(i - 1), call.utterances().subList(start, end)));
            start = end;
        }
        return spans;
    }

    /** Backchannels, which are no turns, belong to the phase that they fall into. */
    private static PhaseSpan span(Phase phase, List<ScoredUtterance> said) {
        OptionalDouble start = said.getFirst().utterance().startSeconds();
        double end =
                said.stream()
                        .mapToDouble(one -> one.utterance().endSeconds().orElse(0))
                        .max()
                        .orElse(0);
        return new PhaseSpan(
                phase,
                said.getFirst().utterance().utteranceId(),
                said.getLast().utterance().utteranceId(),
                start,
                start.isPresent() ? OptionalDouble.of(end) : OptionalDouble.empty());
    }
}
