package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import talktrack.analysis.call.RaisedObjections.Raised;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ObjectionCourse;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Speaker;

/** Objections from raising to settling, and what the rep made of each (docs/metrics.md). */
final class ObjectionArcs {

    /**
     * An answer is read in the rep's next two turns; what comes later belongs to something else.
     */
    private static final int REPLY_TURNS = 2;

    /** Whoever still objects after three answers is in another talk than the first one. */
    private static final int MOST_RAISINGS = 4;

    /** Some are settled while the two go on about them for a while. */
    private static final int LATER_TURNS = 4;

    /** An answer to the rep's question back with less certainty than this explains, no more. */
    private static final double OBJECTS_ANEW_FROM = 0.7;

    /** One type, raised in one turn. */
    private record Place(int turn, ObjectionType type) {}

    /**
     * The turns of one arc.
     *
     * @param raised in which turns the customer raises it, the first one first
     * @param replies the rep's turns that answer
     */
    private record Span(List<Integer> raised, List<Integer> replies) {}

    private final SpokenCall call;
    private final List<Turn> turns;
    private final RaisedObjections raised;
    private final ObjectionAnswers answers;

    /** What an earlier arc has taken in. */
    private final Set<Place> taken = new HashSet<>();

    private ObjectionArcs(SpokenCall call) {
        this.call = call;
        this.turns = call.turns();
        this.raised = new RaisedObjections(turns);
        this.answers = new ObjectionAnswers(call, turns);
    }

    /** All objections of a call in the order of their raising. */
    static List<ObjectionHandling> of(SpokenCall call) {
        return new ObjectionArcs(call).all();
    }

    private List<ObjectionHandling> all() {
        List<ObjectionHandling> arcs = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            int turn = i;
            raised.in(i).entrySet().stream()
                    .sorted(Comparator.comparingInt(one -> index(one.getValue())))
                    .filter(one -> !taken.contains(new Place(turn, one.getKey())))
                    .map(one -> arc(one.getKey(), one.getValue(), turn))
                    .forEach(arcs::add);
        }
        return arcs;
    }

    private static int index(Raised one) {
        return one.said().utterance().index();
    }

    private ObjectionHandling arc(ObjectionType type, Raised first, int at) {
        Span span = span(type, at);
        ObjectionAnswers.Reading answer = answers.read(first.said(), at, span.replies());
        int last = span.replies().isEmpty() ? at : span.replies().getLast();
        int times = raised.times(type, at);
        Optional<ObjectionEnding> ending =
                ObjectionEnding.of(turns, span.replies(), answer, again(type, last), later(last));
        return new ObjectionHandling(
                first.said().utterance().utteranceId(),
                type,
                span.raised().stream()
                        .flatMap(turn -> raised.in(turn, type).stream())
                        .mapToDouble(Raised::certainty)
                        .max()
                        .orElseThrow(),
                span.replies().stream().flatMap(reply -> turns.get(reply).ids().stream()).toList(),
                List.copyOf(answer.steps()),
                List.copyOf(answer.faults()),
                span.replies().isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                HandlingScore.of(answer.steps(), answer.faults(), call.timed())),
                customerValence(at - 1, -1),
                span.replies().isEmpty() ? OptionalDouble.empty() : customerValence(last + 1, 1),
                times > span.raised().size(),
                new ObjectionCourse(
                        span.raised().stream()
                                .flatMap(turn -> raised.in(turn, type).stream())
                                .map(one -> one.said().utterance().utteranceId())
                                .toList(),
                        times,
                        answer.pauseSeconds(),
                        answer.paceRatio(),
                        answer.evidence(),
                        customerAfter(span.replies()),
                        ending.map(ObjectionEnding::outcome),
                        ending.flatMap(ObjectionEnding::utteranceId),
                        answer.certainty()));
    }

    /**
     * The customer who raises the same again goes on with it, and so do the rep's answers; another
     * objection ends it.
     */
    private Span span(ObjectionType type, int at) {
        List<Integer> raisings = new ArrayList<>(List.of(at));
        List<Integer> replies = new ArrayList<>();
        int answered = 0;
        for (int i = at + 1; i < turns.size(); i++) {
            if (turns.get(i).speaker() == Speaker.REP) {
                if (answered == REPLY_TURNS) {
                    break;
                }
                replies.add(i);
                answered++;
                continue;
            }
            Map<ObjectionType, Raised> now = raised.in(i);
            if (now.containsKey(type) && raisings.size() < MOST_RAISINGS) {
                raisings.add(i);
                taken.add(new Place(i, type));
                answered = 0;
            }
            if (anythingNew(type, i)) {
                break;
            }
        }
        return new Span(raisings, replies);
    }

    /** Whether the customer's turn raises something that is not part of this objection. */
    private boolean anythingNew(ObjectionType type, int turn) {
        boolean anew = false;
        for (Map.Entry<ObjectionType, Raised> other : raised.in(turn).entrySet()) {
            if (other.getKey() != type) {
                if (other.getValue().certainty() < OBJECTS_ANEW_FROM
                        && answers.asks(turns.get(turn - 1))) {
                    taken.add(new Place(turn, other.getKey()));
                } else {
                    anew = true;
                }
            }
        }
        return anew;
    }

    /** Where the same is raised next after this turn, if it is. */
    private Optional<Raised> again(ObjectionType type, int after) {
        for (int i = after + 1; i < turns.size(); i++) {
            if (raised.in(i, type).isPresent()) {
                return raised.in(i, type);
            }
        }
        return Optional.empty();
    }

    /** The talk that goes on after the customer's answer to this reply until somebody objects. */
    private List<Turn> later(int reply) {
        int from = Math.min(turns.size(), reply + 2);
        int to = from;
        while (to < Math.min(turns.size(), from + LATER_TURNS) && raised.in(to).isEmpty()) {
            to++;
        }
        return turns.subList(from, to);
    }

    private Optional<String> customerAfter(List<Integer> replies) {
        return replies.isEmpty()
                ? Optional.empty()
                : turns.subList(replies.getFirst() + 1, turns.size()).stream()
                        .filter(turn -> turn.speaker() == Speaker.CUSTOMER)
                        .findFirst()
                        .map(turn -> turn.ids().getFirst());
    }

    private OptionalDouble customerValence(int from, int direction) {
        for (int i = from; i >= 0 && i < turns.size(); i += direction) {
            if (turns.get(i).speaker() == Speaker.CUSTOMER) {
                return turns.get(i).valence();
            }
        }
        return OptionalDouble.empty();
    }
}
