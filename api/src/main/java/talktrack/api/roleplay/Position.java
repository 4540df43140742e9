package talktrack.api.roleplay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import talktrack.models.events.RolePlay.End;
import talktrack.models.labels.HandlingStep;

/**
 * How far a practice call has come. Immutable.
 *
 * @param told numbers of the facts that were told
 * @param depths of each problem: 0 hidden, 1 admitted, 2 its consequence said, 3 its need said
 * @param objections state of each
 * @param steps taken with the open objection so far
 * @param situationQuestions in a row, without a problem coming out
 * @param patience how much more the customer puts up with
 * @param end how it ended; absent while it goes on
 */
record Position(
        Set<Integer> told,
        List<Integer> depths,
        List<State> objections,
        Set<HandlingStep> steps,
        int situationQuestions,
        int patience,
        Optional<End> end) {

    /** Of an objection. */
    enum State {
        WAITING,
        RAISED,
        PUSHED_BACK,
        SETTLED,
        LEFT
    }

    private static final int PATIENCE = 3;

    Position {
        told = Set.copyOf(told);
        depths = List.copyOf(depths);
        objections = List.copyOf(objections);
        steps = Set.copyOf(steps);
    }

    static Position atStart(Scenario scenario) {
        return new Position(
                Set.of(),
                Collections.nCopies(scenario.problems().size(), 0),
                Collections.nCopies(scenario.objections().size(), State.WAITING),
                Set.of(),
                0,
                PATIENCE,
                Optional.empty());
    }

    /** The objection that waits for an answer. */
    Optional<Integer> open() {
        return numbers(State.RAISED, State.PUSHED_BACK).boxed().findFirst();
    }

    Optional<Integer> nextObjection() {
        return numbers(State.WAITING).boxed().findFirst();
    }

    boolean allSettled() {
        return objections.stream().allMatch(state -> state == State.SETTLED);
    }

    private IntStream numbers(State... states) {
        return IntStream.range(0, objections.size())
                .filter(i -> List.of(states).contains(objections.get(i)));
    }

    /** Numbers of the problems that have come at least so far and not beyond. */
    List<Integer> problems(int from, int to) {
        return IntStream.range(0, depths.size())
                .filter(i -> depths.get(i) >= from && depths.get(i) <= to)
                .boxed()
                .toList();
    }

    boolean deepest(int depth) {
        return depths.stream().anyMatch(one -> one >= depth);
    }

    Position telling(int fact) {
        Set<Integer> more = new HashSet<>(told);
        more.add(fact);
        return new Position(more, depths, objections, steps, situationQuestions, patience, end);
    }

    Position situationQuestion() {
        return new Position(told, depths, objections, steps, situationQuestions + 1, patience, end);
    }

    /** One more question that the customer has no use for. */
    Position bored() {
        return new Position(
                told, depths, objections, steps, situationQuestions + 1, patience - 1, end);
    }

    Position deeper(int problem, int depth) {
        List<Integer> now = new ArrayList<>(depths);
        now.set(problem, Math.max(depth, now.get(problem)));
        return new Position(told, now, objections, steps, 0, patience, end);
    }

    Position objection(int number, State state) {
        List<State> now = new ArrayList<>(objections);
        now.set(number, state);
        boolean closed = state == State.SETTLED || state == State.LEFT;
        int left = state == State.LEFT ? patience - 1 : patience;
        return new Position(told, depths, now, closed ? Set.of() : steps, 0, left, end);
    }

    Position taking(Set<HandlingStep> more) {
        Set<HandlingStep> all = new HashSet<>(steps);
        all.addAll(more);
        return new Position(told, depths, objections, all, situationQuestions, patience, end);
    }

    Position ended(End how) {
        return new Position(
                told, depths, objections, steps, situationQuestions, patience, Optional.of(how));
    }
}
