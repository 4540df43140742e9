package talktrack.analysis.call;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ScoredUtterance;

/** Which day the agreed step is on (docs/metrics.md, commitment). */
final class AgreedDay {

    /** When the step's own words tell only the hour, the day was named shortly before or after. */
    private static final int TURNS_AROUND = 3;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？])");

    private AgreedDay() {}

    /**
     * Days that are named with a step.
     *
     * @param onTheWay whether they are only those on which something is to be sent or told before
     */
    private record Named(List<Optional<LocalDate>> days, boolean onTheWay) {}

    /**
     * The day of the agreed steps: of each the one that the customer's answer names, else the one
     * of the proposal. When something is to be sent counts only where no other day is named. Of
     * several days the one that is named most often at the end of the call; of equals none. Where
     * the steps tell only an hour, the only day named around the last of them.
     *
     * @param steps the last first
     * @param callDay the day of the call, where it took place
     */
    static Optional<LocalDate> of(
            SpokenCall call, List<Commitments.Step> steps, LocalDate callDay) {
        List<Named> named =
                steps.stream()
                        .filter(step -> !answersAnother(step, steps))
                        .map(step -> named(call, step, callDay))
                        .filter(one -> !one.days().isEmpty())
                        .toList();
        boolean allOnTheWay = named.stream().allMatch(Named::onTheWay);
        List<Optional<LocalDate>> agreed =
                named.stream()
                        .filter(one -> allOnTheWay || !one.onTheWay())
                        .map(one -> SpokenDays.only(one.days()))
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

    /** What the customer says to a proposal is part of that step. */
    private static boolean answersAnother(Commitments.Step step, List<Commitments.Step> steps) {
        return steps.stream()
                .anyMatch(
                        other ->
                                !other.turn().equals(step.turn())
                                        && other.answer().containsAll(step.turn().clear()));
    }

    private static Named named(SpokenCall call, Commitments.Step step, LocalDate callDay) {
        List<ScoredUtterance> proposal = step.turn().clear();
        Optional<Integer> weeksBefore = weeksBefore(call, step.turn(), callDay);
        Named proposed = named(call, proposal, callDay, weeksBefore);
        Optional<Integer> weeks = mentions(call, proposal, callDay, weeksBefore).weeks();
        Named answered = named(call, step.answer(), callDay, weeks);
        return answered.days().isEmpty()
                ? proposed
                : new Named(answered.days(), answered.onTheWay() || proposed.onTheWay());
    }

    private static Named named(
            SpokenCall call,
            List<ScoredUtterance> said,
            LocalDate callDay,
            Optional<Integer> weeks) {
        SpokenDays.Mentions all = mentions(call, said, callDay, weeks);
        String others =
                said.stream()
                        .flatMap(one -> SENTENCE_END.splitAsStream(one.utterance().text()))
                        .filter(sentence -> !Phrases.SENDING.in(call.language(), sentence))
                        .collect(Collectors.joining(" "));
        List<Optional<LocalDate>> days =
                SpokenDays.in(call.language(), others, callDay, all.weeks()).known();
        return days.isEmpty()
                ? new Named(all.known(), !all.known().isEmpty())
                : new Named(days, false);
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
