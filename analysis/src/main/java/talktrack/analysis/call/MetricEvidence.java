package talktrack.analysis.call;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import talktrack.analysis.call.SpokenCall.Turn;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Speaker;

/** Where to hear what a metric says: a few utterances each, the most telling first. */
final class MetricEvidence {

    private static final int AT_MOST = 8;

    private MetricEvidence() {}

    /**
     * Ids of utterances by the metric's name in {@code CallMetrics}; metrics without are left out.
     */
    static Map<String, List<String>> of(SpokenCall call) {
        Map<String, List<String>> evidence = new TreeMap<>();
        if (call.speakersKnown()) {
            evidence.put("talkRatio", most(call.of(Speaker.REP), MetricEvidence::units));
            evidence.put("questionsPerHour", ids(Questions.spin(call)));
            evidence.put("fillerRatio", most(call.clear(Speaker.REP), MetricEvidence::fillers));
        }
        if (call.timed()) {
            evidence.put("longestMonologueSeconds", monologue(call, Speaker.REP));
            evidence.put("longestCustomerStorySeconds", monologue(call, Speaker.CUSTOMER));
            evidence.put("interruptions", ids(TurnTaking.interrupting(call)));
            evidence.put("patienceSeconds", hastiest(call));
            evidence.put("switchesPerMinute", longestTurns(call));
            evidence.put("repPacePerMinute", most(call.of(Speaker.REP), MetricEvidence::pace));
            evidence.put(
                    "customerPacePerMinute", most(call.of(Speaker.CUSTOMER), MetricEvidence::pace));
            evidence.put("nonTalkSeconds", afterSilence(call));
            evidence.put("overlapSeconds", overlapping(call));
        }
        evidence.values().removeIf(List::isEmpty);
        return evidence;
    }

    private static List<String> ids(List<ScoredUtterance> said) {
        return said.stream()
                .map(one -> one.utterance().utteranceId())
                .distinct()
                .limit(AT_MOST)
                .toList();
    }

    /** Those with most of something; the earlier one first where they have as much. */
    private static List<String> most(
            List<ScoredUtterance> said, ToDoubleFunction<ScoredUtterance> of) {
        return ids(
                said.stream()
                        .filter(one -> of.applyAsDouble(one) > 0)
                        .sorted(Comparator.comparingDouble(of).reversed())
                        .limit(AT_MOST / 2)
                        .toList());
    }

    private static double units(ScoredUtterance said) {
        return TalkShare.units(List.of(said));
    }

    private static double fillers(ScoredUtterance said) {
        return Pace.fillers(said.utterance());
    }

    /** A single word has no pace. */
    private static double pace(ScoredUtterance said) {
        double seconds = said.utterance().durationSeconds().orElse(0);
        return units(said) < 5 || seconds <= 0 ? 0 : units(said) / seconds;
    }

    private static List<String> monologue(SpokenCall call, Speaker speaker) {
        return Monologues.longest(call, speaker).stream()
                .flatMap(one -> one.utteranceIds().stream())
                .limit(AT_MOST)
                .toList();
    }

    /** The rep's answers that came fastest. */
    private static List<String> hastiest(SpokenCall call) {
        List<Turn> turns = call.turns();
        return IntStream.range(1, turns.size())
                .filter(i -> turns.get(i - 1).speaker() == Speaker.CUSTOMER)
                .filter(i -> turns.get(i).speaker() == Speaker.REP)
                .boxed()
                .sorted(
                        Comparator.comparingDouble(
                                i -> turns.get(i).startSeconds() - turns.get(i - 1).endSeconds()))
                .limit(AT_MOST / 2)
                .map(i -> turns.get(i).ids().getFirst())
                .toList();
    }

    /** Where the floor was held longest: that is what keeps interactivity low. */
    private static List<String> longestTurns(SpokenCall call) {
        return call.turns().stream()
                .sorted(Comparator.comparingDouble(Turn::speechSeconds).reversed())
                .limit(AT_MOST / 2)
                .map(turn -> turn.ids().getFirst())
                .toList();
    }

    /** What broke the longest silences. */
    private static List<String> afterSilence(SpokenCall call) {
        record Gap(double seconds, String id) {}
        Stream.Builder<Gap> gaps = Stream.builder();
        double spokenUntil = 0;
        for (ScoredUtterance said : call.utterances()) {
            Utterance utterance = said.utterance();
            double start = utterance.startSeconds().orElseThrow();
            if (start > spokenUntil) {
                gaps.add(new Gap(start - spokenUntil, utterance.utteranceId()));
            }
            spokenUntil = Math.max(spokenUntil, utterance.endSeconds().orElseThrow());
        }
        return gaps.build()
                .sorted(Comparator.comparingDouble(Gap::seconds).reversed())
                .limit(AT_MOST / 2)
                .map(Gap::id)
                .toList();
    }

    private static List<String> overlapping(SpokenCall call) {
        Intervals customer = Intervals.of(call.of(Speaker.CUSTOMER));
        return most(
                call.of(Speaker.REP), said -> Intervals.of(List.of(said)).overlapSeconds(customer));
    }
}
