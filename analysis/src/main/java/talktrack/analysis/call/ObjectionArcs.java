package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.analysis.score.Classifiers;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.HandlingFault;
import talktrack.models.labels.HandlingStep;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Speaker;

/** Objections and what the rep made of each (docs/conversation-model.md §3). */
final class ObjectionArcs {

    /**
     * An answer is read in the rep's next two turns; what comes later belongs to something else.
     */
    private static final int REPLY_TURNS = 2;

    private static final double PAUSE_SECONDS = 0.5;
    private static final double MONOLOGUE_SECONDS = 60;

    /** Below this certainty a single utterance starts no arc. */
    private static final double CERTAIN_ENOUGH = 0.4;

    private final Language language;
    private final boolean timed;
    private final List<Turn> turns;
    private final Set<String> interrupting;

    private ObjectionArcs(SpokenCall call) {
        this.language = call.language();
        this.timed = call.timed();
        this.turns = call.turns();
        this.interrupting =
                call.timed()
                        ? TurnTaking.interrupting(call).stream()
                                .map(said -> said.utterance().utteranceId())
                                .collect(Collectors.toSet())
                        : Set.of();
    }

    /** All objections of a call in order: at most one of each type in one turn of the customer. */
    static List<ObjectionHandling> of(SpokenCall call) {
        return new ObjectionArcs(call).all();
    }

    private List<ObjectionHandling> all() {
        List<ObjectionHandling> arcs = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Set<ObjectionType> raised = EnumSet.noneOf(ObjectionType.class);
            for (ScoredUtterance said : objections(turns.get(i))) {
                if (raised.add(said.labels().objection().label())) {
                    arcs.add(arc(said, i));
                }
            }
        }
        return arcs;
    }

    private static List<ScoredUtterance> objections(Turn turn) {
        return turn.speaker() != Speaker.CUSTOMER
                ? List.of()
                : turn.clear().stream()
                        .filter(said -> said.labels().objection().label() != ObjectionType.NONE)
                        .filter(said -> said.labels().objection().score() >= CERTAIN_ENOUGH)
                        .toList();
    }

    private ObjectionHandling arc(ScoredUtterance objection, int at) {
        List<Integer> replies = replies(at);
        Set<HandlingStep> steps = EnumSet.noneOf(HandlingStep.class);
        Set<HandlingFault> faults = EnumSet.noneOf(HandlingFault.class);
        for (int reply : replies) {
            read(objection, at, reply, steps, faults);
        }
        if (steps.stream().anyMatch(step -> step != HandlingStep.PAUSE)) {
            faults.remove(HandlingFault.IGNORES); // whoever takes a step does not ignore
        }
        int after = replies.isEmpty() ? at : replies.getLast();
        return new ObjectionHandling(
                objection.utterance().utteranceId(),
                objection.labels().objection().label(),
                objection.labels().objection().score(),
                replies.stream().flatMap(reply -> turns.get(reply).ids().stream()).toList(),
                List.copyOf(steps),
                List.copyOf(faults),
                replies.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(HandlingScore.of(steps, faults, timed)),
                customerValence(at - 1, -1),
                replies.isEmpty() ? OptionalDouble.empty() : customerValence(after + 1, 1),
                comesBack(objection.labels().objection().label(), after + 1));
    }

    /** The rep's turns that answer: until the customer raises something new. */
    private List<Integer> replies(int at) {
        List<Integer> replies = new ArrayList<>();
        for (int i = at + 1; i < turns.size() && replies.size() < REPLY_TURNS; i++) {
            if (turns.get(i).speaker() == Speaker.REP) {
                replies.add(i);
            } else if (!objections(turns.get(i)).isEmpty()) {
                break;
            }
        }
        return replies;
    }

    private void read(
            ScoredUtterance objection,
            int at,
            int reply,
            Set<HandlingStep> steps,
            Set<HandlingFault> faults) {
        Turn turn = turns.get(reply);
        boolean first = reply == at + 1;
        if (!turn.clear().isEmpty()) {
            Classifiers.HandlingReading reading =
                    AnswerReading.of(language, turn, objection.utterance().text());
            steps.addAll(reading.steps());
            reading.faults().stream().filter(fault -> first || lasting(fault)).forEach(faults::add);
        }
        if (timed && first) {
            if (turn.startSeconds() - turns.get(at).endSeconds() >= PAUSE_SECONDS) {
                steps.add(HandlingStep.PAUSE);
            }
            if (interrupting.contains(turn.ids().getFirst())) {
                faults.add(HandlingFault.INTERRUPTS);
            }
            if (turn.speechSeconds() > MONOLOGUE_SECONDS) {
                faults.add(HandlingFault.MONOLOGUE);
            }
        }
    }

    /** Faults that are as bad in a second answer; a price cut there is no longer "at once". */
    private static boolean lasting(HandlingFault fault) {
        return switch (fault) {
            case ARGUES, DISMISSES, PRESSURES, CLAIMS_WITHOUT_SUPPORT -> true;
            case INTERRUPTS, DISCOUNTS_AT_ONCE, IGNORES, MONOLOGUE, GIVES_UP -> false;
        };
    }

    private OptionalDouble customerValence(int from, int direction) {
        for (int i = from; i >= 0 && i < turns.size(); i += direction) {
            if (turns.get(i).speaker() == Speaker.CUSTOMER) {
                return turns.get(i).valence();
            }
        }
        return OptionalDouble.empty();
    }

    private boolean comesBack(ObjectionType type, int from) {
        return turns.subList(Math.min(from, turns.size()), turns.size()).stream()
                .flatMap(turn -> objections(turn).stream())
                .anyMatch(said -> said.labels().objection().label() == type);
    }
}
