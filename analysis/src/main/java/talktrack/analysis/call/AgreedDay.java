package talktrack.analysis.call;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ScoredUtterance;

/** Which day the agreed step is on (docs/metrics.md, commitment). */
final class AgreedDay {

    /** When the step's own words tell only the hour, the day was named shortly before or after. */
    private static final int TURNS_AROUND = 3;

    private AgreedDay() {}

    /**
     * The day that the customer's answer names, else the one that the proposal names, else the only
     * one named around them. Two different days are none.
     *
     * @param callDay the day of the call, where it took place
     */
    static Optional<LocalDate> of(SpokenCall call, Commitments.Step step, LocalDate callDay) {
        SpokenDays.Mentions proposed = mentions(call, step.turn().clear(), callDay, Optional.empty());
        SpokenDays.Mentions answered = mentions(call, step.answer(), callDay, proposed.weeks());
        for (SpokenDays.Mentions mentions : List.of(answered, proposed)) {
            if (!mentions.known().isEmpty()) {
                return mentions.only();
            }
        }
        return mentions(call, around(call, step.turn()), callDay, Optional.empty()).only();
    }

    private static SpokenDays.Mentions mentions(
            SpokenCall call,
            List<ScoredUtterance> said,
            LocalDate callDay,
            Optional<Integer> weeks) {
        String text =
                String.join(" ", said.stream().map(one -> one.utterance().text()).toList());
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
