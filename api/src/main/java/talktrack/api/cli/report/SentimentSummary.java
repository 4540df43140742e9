package talktrack.api.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.Sentiment;
import talktrack.models.labels.Speaker;

/** How one side of a call sounded by its words. */
record SentimentSummary(Speaker speaker, List<ScoredUtterance> lines) {

    private static final int TENTHS = 10;
    private static final String LEVELS = "▁▂▃▄▅▆▇█";

    /** Everybody who was heard: the customer first. */
    static List<SentimentSummary> of(AnalysedCall call) {
        return Stream.of(Speaker.CUSTOMER, Speaker.REP, Speaker.UNKNOWN)
                .map(speaker -> new SentimentSummary(speaker, call.clearLinesOf(speaker)))
                .filter(side -> !side.lines().isEmpty())
                .toList();
    }

    /** How many lines of each kind; those that are too unsure are of none. */
    String counts(Words words) {
        Map<Sentiment, Long> counts =
                lines.stream()
                        .filter(line -> line.labels().sentiment().counts())
                        .collect(
                                Collectors.groupingBy(
                                        line -> line.labels().sentiment().label(),
                                        Collectors.counting()));
        return words.text(
                "sentiment.counts",
                counts.getOrDefault(Sentiment.POSITIVE, 0L),
                counts.getOrDefault(Sentiment.NEUTRAL, 0L),
                counts.getOrDefault(Sentiment.NEGATIVE, 0L));
    }

    double mean() {
        return mean(lines).orElse(0);
    }

    /** Whether there is enough to draw a course. */
    boolean hasCourse() {
        return lines.size() >= TENTHS;
    }

    /** The mean valence over ten tenths of what this side said, low to high. */
    String course() {
        return IntStream.range(0, TENTHS)
                .mapToObj(
                        tenth ->
                                lines.subList(
                                        tenth * lines.size() / TENTHS,
                                        (tenth + 1) * lines.size() / TENTHS))
                .map(part -> level(mean(part).orElse(0)))
                .collect(Collectors.joining());
    }

    /** The most negative line, if one is negative at all. */
    Optional<ScoredUtterance> lowest() {
        return surely(Sentiment.NEGATIVE)
                .min(Comparator.comparingDouble(line -> line.labels().valence()));
    }

    /** The most positive line, if one is positive at all. */
    Optional<ScoredUtterance> highest() {
        return surely(Sentiment.POSITIVE)
                .max(Comparator.comparingDouble(line -> line.labels().valence()));
    }

    private Stream<ScoredUtterance> surely(Sentiment sentiment) {
        return lines.stream()
                .filter(line -> line.labels().sentiment().label() == sentiment)
                .filter(line -> line.labels().sentiment().counts());
    }

    private static String level(double valence) {
        int level = (int) Math.round((valence + 1) / 2 * (LEVELS.length() - 1));
        return LEVELS.substring(level, level + 1);
    }

    private static OptionalDouble mean(List<ScoredUtterance> lines) {
        return lines.stream().mapToDouble(line -> line.labels().valence()).average();
    }
}
