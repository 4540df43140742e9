package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import talktrack.analysis.score.Backchannels;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Speaker;

/** How the two sides take turns. */
final class TurnTaking {

    private static final long CUT_OFF_MILLIS = 300;
    private static final long GOES_ON_MILLIS = 1000;

    /** Whoever goes on after a shorter pause has not given up the floor. */
    private static final long KEEPS_FLOOR_MILLIS = 1000;

    private TurnTaking() {}

    /** Changes of speaker from turn to turn, a minute of the call. */
    static OptionalDouble switchesPerMinute(SpokenCall call) {
        if (!call.timed() || !call.speakersKnown() || call.minutes() == 0) {
            return OptionalDouble.empty();
        }
        int switches = Math.max(0, call.turns().size() - 1);
        return OptionalDouble.of(switches / call.minutes());
    }

    /**
     * Median silence between the end of a customer's turn and the start of the rep's next one; an
     * overlap counts 0.
     */
    static OptionalDouble patienceSeconds(SpokenCall call) {
        if (!call.timed()) {
            return OptionalDouble.empty();
        }
        List<SpokenCall.Turn> turns = call.turns();
        List<Double> silences = new ArrayList<>();
        for (int i = 1; i < turns.size(); i++) {
            if (turns.get(i - 1).speaker() == Speaker.CUSTOMER
                    && turns.get(i).speaker() == Speaker.REP) {
                silences.add(
                        Math.max(0, turns.get(i).startSeconds() - turns.get(i - 1).endSeconds()));
            }
        }
        return median(silences);
    }

    /** How often the rep cuts the customer off; absent when one of them is not heard. */
    static OptionalInt interruptions(SpokenCall call) {
        return call.timed() && call.speakersKnown() && !call.of(Speaker.CUSTOMER).isEmpty()
                ? OptionalInt.of(interrupting(call).size())
                : OptionalInt.empty();
    }

    /** The rep's utterances that cut the customer off, in a call with times. */
    static List<ScoredUtterance> interrupting(SpokenCall call) {
        List<ScoredUtterance> customer = withoutBackchannels(call.of(Speaker.CUSTOMER));
        List<ScoredUtterance> rep = withoutBackchannels(call.of(Speaker.REP));
        return rep.stream()
                .filter(said -> customer.stream().anyMatch(other -> cutsOff(said, other, rep)))
                .toList();
    }

    private static List<ScoredUtterance> withoutBackchannels(List<ScoredUtterance> all) {
        return all.stream().filter(said -> !Backchannels.is(said.utterance())).toList();
    }

    /**
     * Whether the rep starts at least 0.3 s before the customer ends and goes on for a second. When
     * the rep was speaking as the customer began and has hardly paused since, it was the customer
     * who cut in.
     */
    private static boolean cutsOff(
            ScoredUtterance rep, ScoredUtterance customer, List<ScoredUtterance> allOfRep) {
        long start = start(rep.utterance());
        long customerStart = start(customer.utterance());
        return start > customerStart
                && end(customer.utterance()) - start >= CUT_OFF_MILLIS
                && end(rep.utterance()) - start >= GOES_ON_MILLIS
                && allOfRep.stream()
                        .noneMatch(
                                other ->
                                        start(other.utterance()) <= customerStart
                                                && end(other.utterance()) > customerStart
                                                && start - end(other.utterance())
                                                        < KEEPS_FLOOR_MILLIS);
    }

    private static long start(Utterance utterance) {
        return Millis.of(utterance.startSeconds().orElseThrow());
    }

    private static long end(Utterance utterance) {
        return Millis.of(utterance.endSeconds().orElseThrow());
    }

    static OptionalDouble median(List<Double> values) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
