package talktrack.analysis.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import talktrack.models.events.ScoredUtterance;

/**
 * Which presented capability answers which need: the one that it resembles most among those stated
 * before, if it resembles that enough.
 *
 * @param presented all capabilities that the rep presented
 * @param found those that answer something
 */
record Answers(List<Presented> presented, List<Answer> found) {

    /** A need in the customer's words. */
    record Stated(Matter matter, NeedMoment moment, ScoredUtterance said) {}

    record Answer(Presented presented, Stated need) {}

    private record Candidate(Stated need, Meaning meaning) {}

    static Answers of(SpokenCall call, List<Matter> matters) {
        List<Presented> presented = Presented.of(call);
        List<Candidate> needs = presented.isEmpty() ? List.of() : candidates(call, matters);
        if (needs.isEmpty()) {
            return new Answers(presented, List.of());
        }
        List<Meaning> meanings =
                Meaning.ofAll(
                        call.language(),
                        presented.stream().map(one -> one.said().utterance().text()).toList());
        return new Answers(
                presented,
                IntStream.range(0, presented.size())
                        .mapToObj(i -> answer(presented.get(i), meanings.get(i), needs, call))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static List<Candidate> candidates(SpokenCall call, List<Matter> matters) {
        List<Stated> needs = new ArrayList<>();
        for (Matter matter : matters) {
            for (Matter.Step step : matter.needSteps()) {
                step.said().forEach(said -> needs.add(new Stated(matter, step.moment(), said)));
            }
        }
        List<Meaning> meanings =
                Meaning.ofAll(
                        call.language(),
                        needs.stream().map(need -> need.moment().text(need.said())).toList());
        return IntStream.range(0, needs.size())
                .mapToObj(i -> new Candidate(needs.get(i), meanings.get(i)))
                .toList();
    }

    private static Optional<Answer> answer(
            Presented presented, Meaning meaning, List<Candidate> needs, SpokenCall call) {
        Optional<Answer> best = Optional.empty();
        double enough = Likeness.answers(call.language());
        for (Candidate candidate : needs) {
            double likeness = candidate.meaning().likeness(meaning);
            if (candidate.need().moment().turn() < presented.turn() && likeness >= enough) {
                best = Optional.of(new Answer(presented, candidate.need()));
                enough = likeness;
            }
        }
        return best;
    }

    /** The capabilities that answer this matter, in the call's order. */
    List<Presented> to(Matter matter) {
        return found.stream()
                .filter(answer -> answer.need().matter().equals(matter))
                .map(Answer::presented)
                .toList();
    }
}
