package talktrack.analysis.call;

import java.util.OptionalDouble;
import talktrack.models.labels.Speaker;

/** Time in which nobody speaks, or both do. */
final class Silence {

    private Silence() {}

    static OptionalDouble nonTalkSeconds(SpokenCall call) {
        return call.timed()
                ? OptionalDouble.of(
                        Math.max(
                                0,
                                call.durationSeconds().orElseThrow()
                                        - Intervals.of(call.utterances()).seconds()))
                : OptionalDouble.empty();
    }

    static OptionalDouble overlapSeconds(SpokenCall call) {
        return call.timed() && call.speakersKnown()
                ? OptionalDouble.of(
                        Intervals.of(call.of(Speaker.REP))
                                .overlapSeconds(Intervals.of(call.of(Speaker.CUSTOMER))))
                : OptionalDouble.empty();
    }
}
