package talktrack.analysis.call;

import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.CallMetrics;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.Commitment;

/** Reads a whole call. */
public final class CallReader {

    /** Goes up when the same call would be read differently. */
    static final String RULES_VERSION = "rules-1";

    private CallReader() {}

    /**
     * What is to be read in a call.
     *
     * @param utterances all of the call, in order of their index
     * @param zone where the call's ISO week is counted
     */
    public static CallAnalysis read(
            CallDetails details,
            TranscriptEnd.Transcribed end,
            List<ScoredUtterance> utterances,
            ZoneId zone) {
        return new CallAnalysis(
                details.callId(),
                end.revision(),
                details.repId(),
                details.teamId(),
                details.customer(),
                details.language(),
                details.startedAt(),
                week(details, zone),
                end.model(),
                RULES_VERSION,
                new CallMetrics(
                        OptionalDouble.empty(),
                        CallMetrics.TalkRatioBasis.TIME,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        Map.of(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                utterances.stream()
                        .map(
                                one ->
                                        new CallAnalysis.UtteranceReading(
                                                one.utterance().utteranceId(), one.labels()))
                        .toList(),
                List.of(),
                List.of(),
                Commitment.NONE_HEARD,
                List.of(),
                end.cautions(),
                details.demonstration());
    }

    private static String week(CallDetails details, ZoneId zone) {
        var start = details.startedAt().atZone(zone);
        return "%d-W%02d"
                .formatted(
                        start.get(IsoFields.WEEK_BASED_YEAR),
                        start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
