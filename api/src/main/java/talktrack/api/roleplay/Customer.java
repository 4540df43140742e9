package talktrack.api.roleplay;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import talktrack.api.roleplay.Position.State;
import talktrack.api.roleplay.Scenario.Objection;
import talktrack.models.events.RolePlay.End;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Need;
import talktrack.models.labels.QuestionType;

/**
 * The customer's side of a practice call, as a pure function: what was asked for is told, and
 * nothing else. A problem comes out when it is asked for, its consequence after that, the need last
 * (Rackham, SPIN Selling); what is presented before there is a need meets an objection; the next
 * step is agreed to when a need was said and no objection is open.
 */
final class Customer {

    /** Situation questions in a row that a customer answers gladly. */
    private static final int SITUATION_QUESTIONS = 3;

    /** An answer with so many different steps of handling satisfies. */
    private static final int STEPS = 2;

    /** How like two texts must be to be about one thing. */
    private static final double ALIKE = 0.35;

    private final Scenario scenario;
    private final ToDoubleBiFunction<String, String> likeness;

    /**
     * @param likeness of two texts in the scenario's language, up to 1
     */
    Customer(Scenario scenario, ToDoubleBiFunction<String, String> likeness) {
        this.scenario = scenario;
        this.likeness = likeness;
    }

    /**
     * @param said what the customer says
     * @param position where that leads
     */
    record Reply(Meant said, Position position) {}

    Reply reply(Position now, Turn said) {
        Optional<Integer> open = now.open();
        return open.isPresent() ? answered(now, open.get(), said) : asked(now, said);
    }

    /** What becomes of an objection. */
    private Reply answered(Position now, int number, Turn said) {
        Objection objection = scenario.objections().get(number);
        if (!said.faults().isEmpty()) {
            return unsatisfied(now, number, objection);
        }
        Position taken = now.taking(said.steps());
        boolean answers =
                said.steps().contains(HandlingStep.RESPOND)
                        || (!said.question().isSpin() && said.text().length() > courtesy());
        boolean satisfied = answers && taken.steps().size() >= STEPS;
        if (satisfied) {
            return new Reply(
                    Meant.line(objection.settles()), taken.objection(number, State.SETTLED));
        }
        boolean clarifies = said.steps().contains(HandlingStep.CLARIFY) || said.question().isSpin();
        if (clarifies && !now.steps().contains(HandlingStep.CLARIFY)) {
            return new Reply(
                    Meant.line(objection.explains()), taken.taking(Set.of(HandlingStep.CLARIFY)));
        }
        return unsatisfied(taken, number, objection);
    }

    private Reply unsatisfied(Position now, int number, Objection objection) {
        if (now.objections().get(number) == State.RAISED) {
            return new Reply(
                    Meant.objection(objection.pushesBack(), objection.type()),
                    now.objection(number, State.PUSHED_BACK));
        }
        return orLeaves(scenario.lines().nothingMore(), now.objection(number, State.LEFT));
    }

    private Reply asked(Position now, Turn said) {
        if (said.question() == QuestionType.CLOSING) {
            return asksForTheNextStep(now);
        }
        List<Integer> known = now.problems(1, 2);
        boolean digs =
                said.question() == QuestionType.IMPLICATION
                        || said.question() == QuestionType.NEED_PAYOFF;
        if (digs && !known.isEmpty()) {
            return tellsMore(now, nearestProblem(said, known), said);
        }
        if (digs || said.question() == QuestionType.PROBLEM) {
            return asksForProblems(now, said);
        }
        if (said.question() == QuestionType.SITUATION) {
            return asksForFacts(now, said);
        }
        return presents(now, said);
    }

    /** What it costs, and to who asks on or for the worth of a solution what is wanted. */
    private Reply tellsMore(Position now, int number, Turn said) {
        Scenario.Problem problem = scenario.problems().get(number);
        boolean costs =
                said.question() == QuestionType.IMPLICATION && now.depths().get(number) == 1;
        return costs
                ? new Reply(Meant.need(problem.consequence(), Need.IMPLIED), now.deeper(number, 2))
                : new Reply(Meant.need(problem.need(), Need.EXPLICIT), now.deeper(number, 3));
    }

    private Reply asksForProblems(Position now, Turn said) {
        List<Integer> hidden = now.problems(0, 0);
        if (hidden.isEmpty()) {
            return orLeaves(scenario.lines().nothingMore(), now.bored());
        }
        int problem = nearestProblem(said, hidden);
        return new Reply(
                Meant.need(scenario.problems().get(problem).admits(), Need.IMPLIED),
                now.deeper(problem, 1));
    }

    private Reply asksForFacts(Position now, Turn said) {
        if (now.situationQuestions() >= SITUATION_QUESTIONS) {
            return orLeaves(scenario.lines().hurried(), now.bored());
        }
        int best = -1;
        double most = ALIKE;
        for (int i = 0; i < scenario.facts().size(); i++) {
            double alike = likeness.applyAsDouble(said.text(), scenario.facts().get(i).about());
            if (!now.told().contains(i) && alike > most) {
                best = i;
                most = alike;
            }
        }
        return best < 0
                ? orLeaves(scenario.lines().nothingMore(), now.bored())
                : new Reply(Meant.line(scenario.facts().get(best).line()), now.telling(best));
    }

    /** Without a need it comes too early; with one there may still be an objection. */
    private Reply presents(Position now, Turn said) {
        boolean presents = said.text().length() > courtesy();
        if (presents && now.nextObjection().isPresent()) {
            int next = now.nextObjection().get();
            return raises(now, next);
        }
        return new Reply(Meant.line(scenario.lines().listens()), now);
    }

    /** How many characters say no more than a courtesy. */
    private int courtesy() {
        return switch (scenario.language()) {
            case EN -> 60;
            case ZH -> 20;
        };
    }

    private Reply asksForTheNextStep(Position now) {
        Optional<Integer> waiting = now.nextObjection();
        if (now.deepest(3) && waiting.isEmpty()) {
            return new Reply(Meant.line(scenario.lines().agrees()), now.ended(End.AGREED));
        }
        if (waiting.isPresent()) {
            return raises(now, waiting.get());
        }
        return new Reply(Meant.line(scenario.lines().putsOff()), now.ended(End.PUT_OFF));
    }

    private Reply raises(Position now, int number) {
        Objection objection = scenario.objections().get(number);
        return new Reply(
                Meant.objection(objection.raises(), objection.type()),
                now.objection(number, State.RAISED));
    }

    private int nearestProblem(Turn said, List<Integer> among) {
        int best = among.getFirst();
        double most = -1;
        for (int i : among) {
            double alike = likeness.applyAsDouble(said.text(), scenario.problems().get(i).about());
            if (alike > most) {
                best = i;
                most = alike;
            }
        }
        return best;
    }

    private Reply orLeaves(String line, Position next) {
        return next.patience() > 0
                ? new Reply(Meant.line(line), next)
                : new Reply(Meant.line(scenario.lines().leaves()), next.ended(End.LEFT));
    }
}
