package talktrack.api.callquestions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.events.Band;

/** Who does something best, worst, most or least. */
final class RankingAnswer {

    private record Standing(Subject rep, Mean mean) {}

    private final Telling telling;
    private final Measure measure;

    private RankingAnswer(Telling telling, Measure measure) {
        this.telling = telling;
        this.measure = measure;
    }

    static void tell(Telling telling, Measure measure, Order order, List<Subject> reps) {
        Comparator<Standing> byMean = Comparator.comparingDouble(one -> one.mean().value());
        List<Standing> all =
                reps.stream()
                        .map(rep -> new Standing(rep, rep.mean(measure)))
                        .filter(one -> one.mean().n() > 0)
                        .sorted(
                                (order.highestFirst() ? byMean.reversed() : byMean)
                                        .thenComparing(one -> one.rep().name()))
                        .toList();
        List<Standing> judged = all.stream().filter(one -> one.mean().judged()).toList();
        List<Standing> unjudged = all.stream().filter(one -> !one.mean().judged()).toList();
        RankingAnswer answer = new RankingAnswer(telling, measure);
        if (judged.isEmpty()) {
            telling.say("rank.thin", telling.words().name(measure));
        } else {
            answer.tellJudged(judged, order);
        }
        if (!unjudged.isEmpty()) {
            answer.tellUnjudged(unjudged);
        }
        Stream.concat(judged.stream(), unjudged.stream())
                .forEach(one -> telling.figure(one.rep().name(), one.mean(), one.rep().link()));
    }

    private void tellJudged(List<Standing> judged, Order order) {
        Standing first = judged.getFirst();
        boolean alone = judged.size() == 1; // who is the only one is neither best nor worst
        telling.say(
                alone ? "rank.alone" : "rank.first." + order.id(),
                telling.words().name(measure),
                first.rep().name(),
                telling.value(first.mean()),
                telling.n(measure, first.mean()),
                telling.band(first.mean()));
        telling.cite(first.rep().evidence(measure, order.highestFirst()));
        if (alone) {
            return;
        }
        telling.say(
                "rank.then",
                telling.words().joined(judged.stream().skip(1).map(one -> item(one)).toList()));
        if (overlap(first.mean(), judged.get(1).mean())) {
            telling.say("rank.close");
        }
    }

    private String item(Standing one) {
        return telling.words()
                .text(
                        "rank.item",
                        one.rep().name(),
                        telling.value(one.mean()),
                        telling.n(measure, one.mean()));
    }

    /** Without values, which would be read as judgements. */
    private void tellUnjudged(List<Standing> unjudged) {
        AnswerWords words = telling.words();
        telling.say(
                "rank.unranked",
                words.joined(
                        unjudged.stream()
                                .map(
                                        one ->
                                                words.text(
                                                        "rank.thin-item",
                                                        one.rep().name(),
                                                        telling.n(measure, one.mean())))
                                .toList()));
    }

    private static boolean overlap(Mean one, Mean other) {
        Optional<Band> first = one.band();
        Optional<Band> second = other.band();
        return first.isPresent()
                && second.isPresent()
                && first.get().low() <= second.get().high()
                && second.get().low() <= first.get().high();
    }
}
