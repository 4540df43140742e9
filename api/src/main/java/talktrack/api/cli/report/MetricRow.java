package talktrack.api.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import talktrack.models.events.CallMetrics;

/**
 * One metric as a reader sees it.
 *
 * @param reference what published studies of sales calls found in good calls, or empty
 * @param outside whether the value lies outside of the reference, as it is shown: "0.6 s" does not
 *     lie outside of 0.6–1.0 s
 */
record MetricRow(String name, String value, String reference, boolean outside) {

    /** What was measured in a call; what could not be measured is left out. */
    static List<MetricRow> of(CallMetrics metrics, Words words) {
        Table table = new Table(words, new ArrayList<>());
        String basis = words.name(metrics.talkRatioBasis());
        table.percent(
                words.text("metric.talk-ratio", basis), metrics.talkRatio(), "40–60 %", 0.40, 0.60);
        table.length(
                "metric.longest-monologue", metrics.longestMonologueSeconds(), "≤ 2:30", 0, 150);
        table.length(
                "metric.longest-customer-story",
                metrics.longestCustomerStorySeconds(),
                "≥ 0:50",
                50,
                Double.MAX_VALUE);
        table.number("metric.switches-per-minute", metrics.switchesPerMinute(), "%.1f");
        table.seconds("metric.patience", metrics.patienceSeconds(), "0.6–1.0 s", 0.6, 1.0);
        if (metrics.interruptions().isPresent()) {
            table.add("metric.interruptions", metrics.interruptions().getAsInt() + "");
        }
        table.number("metric.questions-per-hour", metrics.questionsPerHour(), "%.0f");
        metrics.preparedPresentationRatio()
                .ifPresent(
                        ratio ->
                                table.add(
                                        "metric.prepared-presentation",
                                        format("%.0f %%", ratio * 100)));
        table.number("metric.rep-pace", metrics.repPacePerMinute(), "%.0f");
        table.number("metric.customer-pace", metrics.customerPacePerMinute(), "%.0f");
        metrics.fillerRatio()
                .ifPresent(
                        ratio -> table.add("metric.filler-ratio", format("%.1f %%", ratio * 100)));
        metrics.nonTalkSeconds()
                .ifPresent(seconds -> table.add("metric.non-talk", AnalysedCall.clock(seconds)));
        metrics.overlapSeconds()
                .ifPresent(seconds -> table.add("metric.overlap", AnalysedCall.clock(seconds)));
        return table.rows();
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    /**
     * @param steps of a unit that are shown
     */
    static boolean outside(double value, double steps, double low, double high) {
        double shown = Math.round(value * steps) / steps;
        return shown < low || shown > high;
    }

    private record Table(Words words, List<MetricRow> rows) {

        void add(String key, String value) {
            rows.add(new MetricRow(words.text(key), value, "", false));
        }

        void number(String key, OptionalDouble value, String pattern) {
            value.ifPresent(number -> add(key, format(pattern, number)));
        }

        void percent(String name, OptionalDouble ratio, String reference, double low, double high) {
            ratio.ifPresent(
                    value ->
                            rows.add(
                                    new MetricRow(
                                            name,
                                            format("%.0f %%", value * 100),
                                            reference,
                                            outside(value, 100, low, high))));
        }

        void length(String key, OptionalDouble seconds, String reference, double low, double high) {
            seconds.ifPresent(
                    value ->
                            rows.add(
                                    new MetricRow(
                                            words.text(key),
                                            AnalysedCall.clock(value),
                                            reference,
                                            outside(Math.floor(value), 1, low, high))));
        }

        void seconds(
                String key, OptionalDouble seconds, String reference, double low, double high) {
            seconds.ifPresent(
                    value ->
                            rows.add(
                                    new MetricRow(
                                            words.text(key),
                                            format("%.1f s", value),
                                            reference,
                                            outside(value, 10, low, high))));
        }
    }
}
