package talktrack.models.events;

import java.time.Instant;
import java.util.List;
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
 * @param needs what the customer needs; {@link CallNeeds#NONE} in records that lack it
 * @param commitmentIds utterances that show the commitment
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
        CallNeeds needs,
        List<SkillScore> skills,
        Commitment commitment,
        List<String> commitmentIds,
        List<Caution> cautions,
        boolean demonstration) {

    /** The labels of one utterance. */
    public record UtteranceReading(String utteranceId, UtteranceLabels labels) {}

    public CallAnalysis {
        labels = List.copyOf(labels);
        objections = List.copyOf(objections);
        needs = needs == null ? CallNeeds.NONE : needs;
        skills = List.copyOf(skills);
        commitmentIds = List.copyOf(commitmentIds);
        cautions = List.copyOf(cautions);
    }
}
