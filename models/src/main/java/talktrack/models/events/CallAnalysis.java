package talktrack.models.events;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import talktrack.models.labels.Caution;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Language;

/**
 * What was read in a whole call: labels and utterance ids, never texts. Topic {@code
 * call-analyses}, key {@link #callId()}.
 *
 * @param week ISO week of the call's start in the configured zone, such as {@code 2026-W45}
 * @param model speech model that made the transcript, or {@code imported}
 * @param rulesVersion which rules and classifiers read it
 * @param labels the final labels of every utterance, in the call's order
 * @param commitmentIds utterances that show the commitment
 * @param course what happens in which tenth of the call
 * @param metricEvidence utterances to hear a metric by, under its name in {@link CallMetrics}
 */
public record CallAnalysis(
        String callId,
        int revision,
        String repId,
        String teamId,
        String customer,
        Language language,
        Instant startedAt,
        String week,
        String model,
        String rulesVersion,
        CallMetrics metrics,
        List<UtteranceReading> labels,
        List<ObjectionHandling> objections,
        List<SkillScore> skills,
        Commitment commitment,
        List<String> commitmentIds,
        List<Caution> cautions,
        boolean demonstration,
        CallCourse course,
        Map<String, List<String>> metricEvidence) {

    /** The labels of one utterance. */
    public record UtteranceReading(String utteranceId, UtteranceLabels labels) {}

    /** The course and the metrics' evidence were not always kept. */
    public CallAnalysis {
        labels = List.copyOf(labels);
        objections = List.copyOf(objections);
        skills = List.copyOf(skills);
        commitmentIds = List.copyOf(commitmentIds);
        cautions = List.copyOf(cautions);
        course = course == null ? CallCourse.NONE : course;
        metricEvidence =
                metricEvidence == null
                        ? Map.of()
                        : Collections.unmodifiableSortedMap(new TreeMap<>(metricEvidence));
    }
}
