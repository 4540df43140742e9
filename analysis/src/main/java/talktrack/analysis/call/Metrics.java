package talktrack.analysis.call;

import java.util.List;
import talktrack.models.events.CallMetrics;
import talktrack.models.events.PhaseSpan;
import talktrack.models.labels.Speaker;

/** All conversation metrics of a call (docs/metrics.md). */
final class Metrics {

    private Metrics() {}

    static CallMetrics of(SpokenCall call, List<PhaseSpan> phases) {
        return new CallMetrics(
                TalkShare.talkRatio(call),
                TalkShare.basis(call),
                Monologues.longestSeconds(call, Speaker.REP),
                Monologues.longestSeconds(call, Speaker.CUSTOMER),
                TurnTaking.switchesPerMinute(call),
                TurnTaking.patienceSeconds(call),
                TurnTaking.interruptions(call),
                Questions.perHour(call),
                Questions.byType(call),
                Pace.perMinute(call, Speaker.REP),
                Pace.perMinute(call, Speaker.CUSTOMER),
                Pace.fillerRatio(call),
                Silence.nonTalkSeconds(call),
                Silence.overlapSeconds(call),
                PreparedPresentation.ratio(call, phases));
    }
}
