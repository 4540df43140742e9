package talktrack.analysis.call;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import talktrack.analysis.score.Classifiers;
import talktrack.analysis.score.CustomerTalk;
import talktrack.analysis.score.OwnClassifiers;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallCourse;
import talktrack.models.events.CallDetails;
import talktrack.models.events.Judged;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.PhaseSpan;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SecondOpinions;
import talktrack.models.events.SkillScore;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.Caution;
import talktrack.models.labels.Language;
import talktrack.models.labels.Skill;

/** Reads a whole call. */
public final class CallReader {

    /** Goes up when the same call would be read differently. */
    static final String RULES_VERSION = "rules-10";

    /**
     * Below this mean word confidence of the whole call its labels and skills would be chance. With
     * the starter model, clear voices reach 0.89 to 0.92; real telephone sound stays at 0.66 to
     * 0.75, and there a third of the words or more are wrong.
     */
    private static final double UNSURE_BELOW = 0.75;

    /**
     * As soon as this share of the utterances is unclear, what is left is no picture of the call.
     */
    private static final double UNCLEAR_SHARE = 0.5;

    private static final Set<Skill> OF_SERVICE =
            Set.of(Skill.LISTENING, Skill.EMOTIONAL_CONTROL, Skill.CLEAR_NEXT_STEP);

    private CallReader() {}

    /**
     * What is to be read in a call.
     *
     * @param utterances all of the call, in any order
     * @param zone where the call's ISO week is counted
     */
    public static CallAnalysis read(
            CallDetails details,
            TranscriptEnd.Transcribed end,
            List<ScoredUtterance> utterances,
            ZoneId zone) {
        return read(details, end, utterances, List.of(), zone);
    }

    /**
     * The same, with what people say is right of its labels.
     *
     * @param corrections of this call
     */
    public static CallAnalysis read(
            CallDetails details,
            TranscriptEnd.Transcribed end,
            List<ScoredUtterance> utterances,
            List<LabelCorrection> corrections,
            ZoneId zone) {
        return read(details, end, utterances, Optional.empty(), corrections, zone);
    }

    /**
     * The same, with what a language model says where classifiers were unsure.
     *
     * @param opinions of this call
     */
    public static CallAnalysis read(
            CallDetails details,
            TranscriptEnd.Transcribed end,
            List<ScoredUtterance> asRead,
            Optional<SecondOpinions> opinions,
            List<LabelCorrection> corrections,
            ZoneId zone) {
        List<ScoredUtterance> utterances = Opinions.over(asRead, opinions);
        Language language = language(details, utterances);
        Set<Caution> unreadable = unreadable(details, end, language, utterances);
        boolean unsure = !unreadable.isEmpty();
        SpokenCall call = weighed(language, end, utterances, corrections, unsure);
        List<ObjectionHandling> objections = ObjectionArcs.of(call);
        Needs needs = Needs.of(call);
        Commitments.Reading commitment = Commitments.of(call);
        List<PhaseSpan> phases = Phases.of(call);
        Optional<Judged<CallKind>> kind =
                details.kind().map(Judged::declared).or(() -> CallKinds.kind(call));
        return new CallAnalysis(
                details.callId(),
                end.revision(),
                details.repId(),
                details.teamId(),
                details.customer(),
                call.language(),
                details.startedAt(),
                week(details, zone),
                end.model(),
                rulesVersion(call.language()),
                Metrics.of(call, phases),
                call.utterances().stream().map(CallReader::reading).toList(),
                objections,
                needs.read(),
                unsure
                        ? List.of()
                        : skills(call, objections, needs, commitment, kind).stream()
                                .map(skill -> SkillGrounds.on(call, end, objections, skill))
                                .toList(),
                commitment.commitment(),
                commitment.ids(),
                Stream.concat(end.cautions().stream(), unreadable.stream()).distinct().toList(),
                details.demonstration(),
                phases,
                AgreedDay.of(call, commitment.steps(), day(details, zone)),
                kind,
                details.sale().map(Judged::declared).or(() -> CallKinds.sale(call)),
                unsure ? CallCourse.NONE : Course.of(call, objections),
                MetricEvidence.of(call));
    }

    /**
     * The labels as the whole call shows them; what people say is right stays, whatever speaks
     * against it.
     */
    private static SpokenCall weighed(
            Language language,
            TranscriptEnd.Transcribed end,
            List<ScoredUtterance> utterances,
            List<LabelCorrection> corrections,
            boolean unsure) {
        List<ScoredUtterance> corrected =
                Corrections.over(
                        unsure ? utterances.stream().map(CallReader::unclear).toList() : utterances,
                        corrections);
        SpokenCall weighed =
                ObjectionDoubts.weighed(
                        SpokenCall.of(
                                language,
                                end,
                                unsure
                                        ? corrected
                                        : corrected.stream().map(Emotions::felt).toList()));
        return SpokenCall.of(language, end, Corrections.over(weighed.utterances(), corrections));
    }

    /**
     * The rules, and which classifiers read by them: a rebuilt one reads the same call otherwise.
     */
    private static String rulesVersion(Language language) {
        return RULES_VERSION
                + "+"
                + Classifiers.of(language)
                        .ownVersion()
                        .orElseGet(() -> OwnClassifiers.versionInUse(language));
    }

    private static List<SkillScore> skills(
            SpokenCall call,
            List<ObjectionHandling> objections,
            Needs needs,
            Commitments.Reading commitment,
            Optional<Judged<CallKind>> kind) {
        return Stream.of(
                        OpeningSkill.of(call),
                        QuestionSkills.situationEconomy(call),
                        NeedSkills.problemDiscovery(call, needs),
                        NeedSkills.implicationDepth(needs),
                        NeedSkills.needPayoff(needs),
                        SolutionMatchSkill.of(needs),
                        ListeningSkill.of(call),
                        ObjectionSkill.of(objections),
                        TalkTrackSkill.of(call, objections),
                        EmotionalControlSkill.of(call),
                        NextStepSkill.of(call, commitment))
                .flatMap(Optional::stream)
                .filter(score -> isScored(score.skill(), kind))
                .toList();
    }

    /** Who calls to have something mended is not sold to. */
    private static boolean isScored(Skill skill, Optional<Judged<CallKind>> kind) {
        return kind.filter(read -> read.label() == CallKind.SERVICE).isEmpty()
                || OF_SERVICE.contains(skill);
    }

    /** Why nothing is to be read in the call but who spoke when; empty when there is no reason. */
    private static Set<Caution> unreadable(
            CallDetails details,
            TranscriptEnd.Transcribed end,
            Language language,
            List<ScoredUtterance> utterances) {
        if (unsure(utterances, end)) {
            return Set.of(Caution.LOW_WORD_CONFIDENCE);
        }
        boolean saidToBeACall = details.kind().isPresent() || details.sale().isPresent();
        return !saidToBeACall
                        && CustomerTalk.isOther(
                                language, texts(SpokenCall.of(language, end, utterances)))
                ? Set.of(Caution.NO_CUSTOMER)
                : Set.of();
    }

    private static List<String> texts(SpokenCall call) {
        return call.utterances().stream().map(said -> said.utterance().text()).toList();
    }

    /** Recognised words are too doubtful to say anything about the call but who spoke when. */
    private static boolean unsure(List<ScoredUtterance> utterances, TranscriptEnd.Transcribed end) {
        long unclear = utterances.stream().filter(said -> said.labels().unclear()).count();
        return end.wordConfidence().orElse(1) < UNSURE_BELOW
                || (unclear > 0 && unclear >= UNCLEAR_SHARE * utterances.size());
    }

    private static ScoredUtterance unclear(ScoredUtterance said) {
        return new ScoredUtterance(said.utterance(), said.labels().asUnclear());
    }

    /** The transcript's language: for imported text it is detected, whatever the upload said. */
    private static Language language(CallDetails details, List<ScoredUtterance> utterances) {
        return utterances.isEmpty()
                ? details.language()
                : utterances.getFirst().utterance().language();
    }

    private static CallAnalysis.UtteranceReading reading(ScoredUtterance said) {
        return new CallAnalysis.UtteranceReading(said.utterance().utteranceId(), said.labels());
    }

    private static LocalDate day(CallDetails details, ZoneId zone) {
        return details.startedAt().atZone(zone).toLocalDate();
    }

    private static String week(CallDetails details, ZoneId zone) {
        var start = details.startedAt().atZone(zone);
        return "%d-W%02d"
                .formatted(
                        start.get(IsoFields.WEEK_BASED_YEAR),
                        start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
