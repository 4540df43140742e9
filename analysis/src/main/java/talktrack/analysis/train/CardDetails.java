package talktrack.analysis.train;

import static talktrack.analysis.train.ModelCard.row;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.models.labels.Language;

/** What the model card says of one task's labels: figures, reliability, confusion, mistakes. */
final class CardDetails {

    /** An industry with fewer lines says nothing. */
    private static final int LEAST_LINES_OF_AN_INDUSTRY = 30;

    private static final int WORST_SHOWN = 20;

    private CardDetails() {}

    static String of(
            Language language, String task, Evaluation unseen, HeldOut heldOut, HeldOut inCalls) {
        StringBuilder text =
                new StringBuilder("### %s, %s%n%n".formatted(ModelCard.NAMES.get(language), task))
                        .append(
                                "| label | lines | written P | R | F1 | spoken P | R | F1 | held-out F1 | in calls F1 |%n"
                                        .formatted())
                        .append("| --- |%s%n".formatted(" --- |".repeat(9)));
        for (String label : unseen.written().labels()) {
            Scores written = unseen.written();
            Scores spoken = unseen.spoken();
            text.append(
                    row(
                            label,
                            written.lines(label),
                            written.precision(label),
                            written.recall(label),
                            written.f1(label),
                            spoken.precision(label),
                            spoken.recall(label),
                            spoken.f1(label),
                            f1(heldOut.spoken(), label),
                            f1(inCalls.spoken(), label)));
        }
        unseen.reliability().forEach((of, reliability) -> reliable(text, of, reliability));
        boolean handling = task.equals(Evaluation.HANDLING);
        if (!handling) {
            confusion(text, unseen.spoken());
        }
        byIndustry(text, unseen, handling);
        return text.append("%n".formatted()).toString();
    }

    /** The worst first. */
    private static void byIndustry(StringBuilder text, Evaluation unseen, boolean handling) {
        String industries =
                unseen.byIndustry().entrySet().stream()
                        .filter(one -> lines(one.getValue()) >= LEAST_LINES_OF_AN_INDUSTRY)
                        .map(
                                one ->
                                        Map.entry(
                                                one.getKey(),
                                                handling
                                                        ? f1(one.getValue())
                                                        : one.getValue().accuracy()))
                        .sorted(Map.Entry.comparingByValue())
                        .map(
                                one ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %.2f",
                                                one.getKey(),
                                                one.getValue()))
                        .collect(Collectors.joining(", "));
        if (!industries.isEmpty()) {
            text.append("%n%s by industry: %s.%n".formatted(handling ? "F1" : "Right", industries));
        }
    }

    private static void reliable(
            StringBuilder text, String of, Evaluation.Reliability reliability) {
        text.append("%n| score | %s | mean score | right |%n".formatted(of))
                .append("| --- | --- | --- | --- |%n".formatted());
        reliability
                .ranges()
                .forEach(
                        range ->
                                text.append(
                                        row(
                                                "%.1f–%.1f".formatted(range.from(), range.to()),
                                                range.answers(),
                                                range.meanScore(),
                                                range.rightRatio())));
    }

    /** Of all labels together: of those said and those true, the share that is both. */
    private static double f1(Scores scores) {
        Scores.Found all = scores.found(Example.NOTHING);
        return all.said() + all.inTruth() == 0
                ? 0
                : 2.0 * all.right() / (all.said() + all.inTruth());
    }

    /** A dash where no line has this label. */
    private static Object f1(Scores scores, String label) {
        return scores.labels().contains(label) ? scores.f1(label) : "–";
    }

    private static int lines(Scores scores) {
        return scores.labels().stream().mapToInt(scores::lines).sum();
    }

    private static void confusion(StringBuilder text, Scores scores) {
        List<String> labels = scores.labels();
        text.append("%n| truth ↓ read as → | %s |%n".formatted(String.join(" | ", labels)))
                .append("| --- |%s%n".formatted(" --- |".repeat(labels.size())));
        for (String truth : labels) {
            text.append(
                    row(
                            Stream.concat(
                                            Stream.of(truth),
                                            labels.stream()
                                                    .map(answer -> scores.confused(truth, answer)))
                                    .toArray()));
        }
    }

    static String worst(Language language, String task, Evaluation unseen) {
        return unseen.mistakes().stream()
                .limit(WORST_SHOWN)
                .map(
                        one ->
                                row(
                                        language.id(),
                                        task,
                                        one.truth(),
                                        one.answer(),
                                        one.score(),
                                        one.example().text()))
                .collect(Collectors.joining());
    }
}
