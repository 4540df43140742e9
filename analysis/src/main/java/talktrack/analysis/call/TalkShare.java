package talktrack.analysis.call;

import java.util.List;
import java.util.OptionalDouble;
import talktrack.models.events.CallMetrics.TalkRatioBasis;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.labels.Speaker;
import talktrack.models.text.Segmenter;

/** Who speaks how much. */
final class TalkShare {

    private TalkShare() {}

    static TalkRatioBasis basis(SpokenCall call) {
        return call.timed() ? TalkRatioBasis.TIME : TalkRatioBasis.WORDS;
    }

    /**
     * The rep's share of the speech: of its seconds, or of its words where there are no times.
     * Where both speak at once, the time counts for both.
     *
     * @return 0…1, or empty when nobody speaks or nobody knows who the rep is
     */
    static OptionalDouble talkRatio(SpokenCall call) {
        double rep = amount(call, call.of(Speaker.REP));
        double others =
                amount(call, call.of(Speaker.CUSTOMER)) + amount(call, call.of(Speaker.UNKNOWN));
        return call.speakersKnown() && rep + others > 0
                ? OptionalDouble.of(rep / (rep + others))
                : OptionalDouble.empty();
    }

    private static double amount(SpokenCall call, List<ScoredUtterance> said) {
        return call.timed() ? Intervals.of(said).seconds() : units(said);
    }

    /** Words, in Chinese characters. */
    static int units(List<ScoredUtterance> said) {
        return said.stream()
                .mapToInt(
                        one ->
                                Segmenter.spokenUnits(
                                        one.utterance().language(), one.utterance().text()))
                .sum();
    }
}
