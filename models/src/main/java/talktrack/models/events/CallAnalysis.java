package talktrack.models.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.Caution;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Language;
import talktrack.models.labels.Phase;
import talktrack.models.labels.SaleSize;
import talktrack.models.labels.Skill;

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
 * @param phases in the call's order; empty where none can be told
 * @param commitmentDay the day that was agreed on, in the configured zone; absent when none was or
 *     the words leave more than one
 * @param kind what the call is for; absent when unknown
 * @param sale absent when unknown
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
        CallNeeds needs,
        List<SkillScore> skills,
        Commitment commitment,
        List<String> commitmentIds,
        List<Caution> cautions,
        boolean demonstration,
        List<PhaseSpan> phases,
        Optional<LocalDate> commitmentDay,
        Optional<Judged<CallKind>> kind,
        Optional<Judged<SaleSize>> sale,
        CallCourse course,
        Map<String, List<String>> metricEvidence) {

    private static final Set<Caution> UNREADABLE =
            Set.of(Caution.LOW_WORD_CONFIDENCE, Caution.NO_CUSTOMER);

    /** In simple sales these are no weakness (Rackham's findings are on major sales). */
    private static final Set<Skill> OF_MAJOR_SALES =
            Set.of(Skill.IMPLICATION_DEPTH, Skill.NEED_PAYOFF);

    /** The labels of one utterance. */
    public record UtteranceReading(String utteranceId, UtteranceLabels labels) {}

    /** Phases, day, kind, course and the metrics' evidence were not always read. */
    public CallAnalysis {
        labels = List.copyOf(labels);
        objections = List.copyOf(objections);
        needs = needs == null ? CallNeeds.NONE : needs;
        skills = List.copyOf(skills);
        commitmentIds = List.copyOf(commitmentIds);
        cautions = List.copyOf(cautions);
        phases = phases == null ? List.of() : List.copyOf(phases);
        commitmentDay = commitmentDay == null ? Optional.empty() : commitmentDay;
        kind = kind == null ? Optional.empty() : kind;
        sale = sale == null ? Optional.empty() : sale;
        course = course == null ? CallCourse.NONE : course;
        metricEvidence =
                metricEvidence == null
                        ? Map.of()
                        : Collections.unmodifiableSortedMap(new TreeMap<>(metricEvidence));
    }

    /** The phase in which an utterance stands; absent where none can be told. */
    public Optional<Phase> phaseAt(String utteranceId) {
        List<String> order = labels.stream().map(UtteranceReading::utteranceId).toList();
        int place = order.indexOf(utteranceId);
        return phases.stream()
                .filter(span -> place >= 0)
                .filter(span -> order.indexOf(span.firstId()) <= place)
                .filter(span -> place <= order.indexOf(span.lastId()))
                .map(PhaseSpan::phase)
                .findFirst();
    }

    /** The skills that the rep is measured by; the others are only shown with the call. */
    public Stream<SkillScore> countedSkills() {
        return skills.stream().filter(score -> counts(score.skill(), sale));
    }

    /**
     * Whether its words could be read as a talk with a customer. Where not, its labels are
     * "unclear" and its skills absent, and nothing is to be concluded from what was said either.
     */
    public boolean readable() {
        return Collections.disjoint(cautions, UNREADABLE);
    }

    /** Whether a rep is measured by the skill in a sale of this size. */
    public static boolean counts(Skill skill, Optional<Judged<SaleSize>> sale) {
        return sale.filter(size -> size.label() == SaleSize.SIMPLE).isEmpty()
                || !OF_MAJOR_SALES.contains(skill);
    }
}
