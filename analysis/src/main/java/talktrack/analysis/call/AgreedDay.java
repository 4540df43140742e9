package talktrack.analysis.call;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ScoredUtterance;

/** Which day the agreed step is on (docs/metrics.md, commitment). */
final class AgreedDay {

    /** When the step's own words tell only the hour, the day was named shortly before or after. */
    private static final int TURNS_AROUND = 3;

    private AgreedDay() {}

    /**
     * The day of the agreed steps: of each the one that the customer's answer names, else the one
     * of the proposal. Of several days the one that is named most often at the end of the call (the
     * others are those of letters and calls on the way); of equals none. Where the steps tell only
     * an hour, the only day named around the last of them.
     *
     * @param steps the last first
     * @param callDay the day of the call, where it took place
     */
    static Optional<LocalDate> of(
            SpokenCall call, List<Commitments.Step> steps, LocalDate callDay) {
        List<Optional<LocalDate>> agreed =
                steps.stream()
                        .map(step -> mentions(call, step, callDay))
                        .filter(mentions -> !mentions.known().isEmpty())
                        .map(SpokenDays.Mentions::only)
                        .distinct()
                        .toList();
        return switch (agreed.size()) {
            case 0 ->
                    steps.isEmpty()
                            ? Optional.empty()
                            : mentions(
                                            call,
                                            around(call, steps.getFirst().turn()),
                                            callDay,
                                            Optional.empty())
                                    .only();
            case 1 -> agreed.getFirst();
            default -> mostNamed(call, agreed, callDay);
        };
    }

    private static Optional<LocalDate> mostNamed(
            SpokenCall call, List<Optional<LocalDate>> agreed, LocalDate callDay) {
        List<Turn> turns = call.turns();
        Map<LocalDate, Long> named =
                turns
                        .subList(Math.max(0, turns.size() - Commitments.END_TURNS), turns.size())
                        .stream()
                        .flatMap(
                                turn ->
                                        mentions(call, turn.clear(), callDay, Optional.empty())
                                                .known()
                                                .stream())
                        .flatMap(Optional::stream)
                        .filter(day -> agreed.contains(Optional.of(day)))
                        .collect(Collectors.groupingBy(day -> day, Collectors.counting()));
        long most = named.values().stream().mapToLong(n -> n).max().orElse(0);
        List<LocalDate> best =
                named.keySet().stream().filter(day -> named.get(day) == most).toList();
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    /** A customer's "Thursday" may answer the rep's "next week". */
    private static Optional<Integer> weeksBefore(SpokenCall call, Turn turn, LocalDate callDay) {
        List<Turn> turns = call.turns();
        int place = turns.indexOf(turn);
        return place < 1
                ? Optional.empty()
                : mentions(call, turns.get(place - 1).clear(), callDay, Optional.empty()).weeks();
    }

    private static SpokenDays.Mentions mentions(
            SpokenCall call, Commitments.Step step, LocalDate callDay) {
        SpokenDays.Mentions proposed =
                mentions(
                        call,
                        step.turn().clear(),
                        callDay,
                        weeksBefore(call, step.turn(), callDay));
        SpokenDays.Mentions answered = mentions(call, step.answer(), callDay, proposed.weeks());
        return answered.known().isEmpty() ? proposed : answered;
    }

    private static SpokenDays.Mentions mentions(
            SpokenCall call,
            List<ScoredUtterance> said,
            LocalDate callDay,
            Optional<Integer> weeks) {
        String text = String.join(" ", said.stream().map(one -> one.utterance().text()).toList());
        return SpokenDays.in(call.language(), text, callDay, weeks);
    }

    private static List<ScoredUtterance> around(SpokenCall call, Turn turn) {
        List<Turn> turns = call.turns();
        int place = turns.indexOf(turn);
        return turns
                .subList(
                        Math.max(0, place - TURNS_AROUND),
                        Math.min(turns.size(), place + TURNS_AROUND + 1))
                .stream()
                .flatMap(one -> one.clear().stream())
                .toList();
    }
}
