package talktrack.api.roleplay;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
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
 * step is agreed to when a need was said and every objection was settled.
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
            return closes(now, said);
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
        List<Integer> untold =
                facts().filter(number -> !now.told().contains(number)).boxed().toList();
        Optional<Integer> fact = nearestFact(said, untold, ALIKE);
        return fact.isPresent()
                ? tells(now.situationQuestion(), fact.get())
                : orLeaves(scenario.lines().nothingMore(), now.bored());
    }

    private Reply tells(Position now, int fact) {
        return new Reply(Meant.line(scenario.facts().get(fact).line()), now.telling(fact));
    }

    private IntStream facts() {
        return IntStream.range(0, scenario.facts().size());
    }

    /** Which of these facts the rep asks for, if one is more like the question than so much. */
    private Optional<Integer> nearestFact(Turn said, List<Integer> among, double than) {
        return nearest(said, among, number -> scenario.facts().get(number).about())
                .filter(near -> near.alike() > than)
                .map(Near::number);
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

    /**
     * Questions about the budget, who decides and when are closing, too: what is nearer to a fact
     * than to any way of asking for the next step asks for that fact. It is no situation question.
     */
    private Reply closes(Position now, Turn said) {
        double asksForTheNextStep =
                nextSteps().stream()
                        .mapToDouble(step -> likeness.applyAsDouble(said.text(), step))
                        .max()
                        .orElseThrow();
        Optional<Integer> fact =
                nearestFact(said, facts().boxed().toList(), Math.max(ALIKE, asksForTheNextStep));
        if (fact.isEmpty()) {
            return asksForTheNextStep(now);
        }
        return now.told().contains(fact.get())
                ? orLeaves(scenario.lines().nothingMore(), now.bored())
                : tells(now, fact.get());
    }

    /** Ways of asking for the next step. */
    private List<String> nextSteps() {
        return switch (scenario.language()) {
            case EN ->
                    List.of(
                            "Shall we go ahead with it?",
                            "Shall we meet on Tuesday?",
                            "Can I send you the contract to sign?",
                            "Can we start with a trial?",
                            "Will you sign today?",
                            "Can you decide today?");
            case ZH ->
                    List.of(
                            "那我们就这么定了，可以吗？",
                            "我们下周二见面，您看方便吗？",
                            "合同这周签了，行吗？",
                            "要不先试用一下？",
                            "今天能定下来吗？");
        };
    }

    private Reply asksForTheNextStep(Position now) {
        Optional<Integer> waiting = now.nextObjection();
        if (waiting.isPresent()) {
            return raises(now, waiting.get());
        }
        if (now.deepest(3) && now.allSettled()) {
            return new Reply(Meant.line(scenario.lines().agrees()), now.ended(End.AGREED));
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
        return nearest(said, among, number -> scenario.problems().get(number).about())
                .map(Near::number)
                .orElseThrow();
    }

    /** A fact or problem, and how like the question is to what it is about. */
    private record Near(int number, double alike) {}

    private Optional<Near> nearest(Turn said, List<Integer> among, IntFunction<String> about) {
        return among.stream()
                .map(
                        number ->
                                new Near(
                                        number,
                                        likeness.applyAsDouble(said.text(), about.apply(number))))
                .max(Comparator.comparingDouble(Near::alike));
    }

    private Reply orLeaves(String line, Position next) {
        return next.patience() > 0
                ? new Reply(Meant.line(line), next)
                : new Reply(Meant.line(scenario.lines().leaves()), next.ended(End.LEFT));
    }
}
