package talktrack.analysis.call;

import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SkillScore;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.Caution;
import talktrack.models.labels.Language;

/** Reads a whole call. */
public final class CallReader {

    /** Goes up when the same call would be read differently. */
    static final String RULES_VERSION = "rules-3";

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
        boolean unsure = unsure(utterances, end);
        SpokenCall call =
                ObjectionDoubts.weighed(
                        SpokenCall.of(
                                language(details, utterances),
                                end,
                                unsure
                                        ? utterances.stream().map(CallReader::unclear).toList()
                                        : utterances.stream().map(Emotions::felt).toList()));
        List<ObjectionHandling> objections = ObjectionArcs.of(call);
        Commitments.Reading commitment = Commitments.of(call);
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
                RULES_VERSION,
                Metrics.of(call),
                call.utterances().stream().map(CallReader::reading).toList(),
                objections,
                unsure ? List.of() : skills(call, objections, commitment),
                commitment.commitment(),
                commitment.ids(),
                cautions(end, unsure),
                details.demonstration());
    }

    private static List<SkillScore> skills(
            SpokenCall call, List<ObjectionHandling> objections, Commitments.Reading commitment) {
        return Stream.of(
                        OpeningSkill.of(call),
                        QuestionSkills.situationEconomy(call),
                        QuestionSkills.problemDiscovery(call),
                        QuestionSkills.implicationDepth(call),
                        QuestionSkills.needPayoff(call),
                        ListeningSkill.of(call),
                        ObjectionSkill.of(objections),
                        EmotionalControlSkill.of(call),
                        NextStepSkill.of(call, commitment))
                .flatMap(Optional::stream)
                .toList();
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

    private static List<Caution> cautions(TranscriptEnd.Transcribed end, boolean unsure) {
        return unsure
                ? Stream.concat(end.cautions().stream(), Stream.of(Caution.LOW_WORD_CONFIDENCE))
                        .distinct()
                        .toList()
                : end.cautions();
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

    private static String week(CallDetails details, ZoneId zone) {
        var start = details.startedAt().atZone(zone);
        return "%d-W%02d"
                .formatted(
                        start.get(IsoFields.WEEK_BASED_YEAR),
                        start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
