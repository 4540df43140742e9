package talktrack.api.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.analysis.advice.Exercise;
import talktrack.analysis.advice.FallingSkill;
import talktrack.analysis.advice.Lessons;
import talktrack.analysis.advice.Observed;
import talktrack.analysis.advice.Recommendation;
import talktrack.analysis.advice.Recommendations;
import talktrack.analysis.advice.SkillChange;
import talktrack.analysis.advice.SkillMean;
import talktrack.api.practice.Exercises.Clip;
import talktrack.models.events.Band;
import talktrack.models.events.RecommendationDecision;
import talktrack.models.events.RecommendationDecision.Choice;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.DismissalReason;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.Skill;

/** Recommendations as people see them: each a quarter of an hour of practice. */
final class PracticeCards {

    private final Exercises exercises;

    PracticeCards(Exercises exercises) {
        this.exercises = exercises;
    }

    /** Whether a coach has said something about a recommendation. */
    enum Status implements Label {
        PROPOSED,
        EDITED,
        ACCEPTED
    }

    /**
     * @param reason why this skill, a sentence
     * @param decidedAt when it was accepted; absent otherwise
     * @param task what to do in the next calls, in the coach's words where there are some
     * @param ownTask whether they are the coach's
     * @param steps what to do when, {@value Exercise#MINUTES} minutes in all
     * @param clip a moment of an own call that shows it
     * @param example a colleague's moment, of one who shares clips
     * @param wrongClips how many clips are left out because a coach found them wrong
     */
    record Card(
            String id,
            Skill skill,
            double score,
            int n,
            Band band,
            OptionalDouble teamMean,
            OptionalDouble percentile,
            String reason,
            Status status,
            Optional<Instant> decidedAt,
            String task,
            boolean ownTask,
            List<Exercise.Step> steps,
            Optional<Clip> clip,
            Optional<Clip> example,
            Optional<Script> talkTrack,
            List<Clip> otherClips,
            List<Clip> otherExamples,
            List<Script> otherTalkTracks,
            long wrongClips,
            long wrongTalkTracks) {}

    record Script(String id, String title, String text) {}

    /**
     * What a coach's dismissal keeps from being shown.
     *
     * @param why the reason of the newest dismissal
     * @param until when it comes back by itself; absent where better evidence brings it back
     * @param bandMustLieUnder the score under which the whole band must lie
     */
    record NotShown(
            Skill skill,
            double score,
            Band band,
            DismissalReason why,
            String note,
            Instant dismissedAt,
            Optional<Instant> until,
            OptionalDouble bandMustLieUnder) {}

    /**
     * @param smallestVisible points that a change needs to be told from chance
     */
    record FollowUpView(
            Skill skill,
            Instant acceptedAt,
            SkillChange.Verdict verdict,
            Side before,
            Side after,
            double smallestVisible) {}

    record Side(double score, int n, Band band) {
        static Side of(SkillMean mean) {
            return new Side(rounded(mean.mean()), mean.n(), mean.band());
        }
    }

    /**
     * @param calls the later calls, the weakest first
     */
    record WarningView(
            String repId,
            String repName,
            Skill skill,
            Side before,
            Side after,
            List<WarningCall> calls) {}

    record WarningCall(String callId, String customer, Instant startedAt, double score) {}

    List<Card> cards(RepPractice practice, Language language) {
        return practice.recommendations().chosen().stream()
                .map(one -> card(practice, one, language))
                .toList();
    }

    /** One recommendation, with clips and talk tracks looked up. */
    Card card(RepPractice practice, Recommendation one, Language language) {
        Skill skill = one.skill();
        String repId = practice.rep().repId();
        Lessons lessons = practice.lessons();
        Choice choice = lessons.choice(skill);
        List<Clip> own =
                chosenFirst(
                        choice.clipId().flatMap(id -> exercises.clip(id, repId::equals, lessons)),
                        exercises.own(practice.recent(), skill, lessons));
        Language spoken =
                own.isEmpty() ? practice.recent().getLast().language() : own.getFirst().language();
        List<Clip> examples =
                chosenFirst(
                        choice.exampleId()
                                .flatMap(id -> exercises.clip(id, exercises::shares, lessons)),
                        exercises.examples(repId, skill, one.own().mean(), spoken, lessons));
        List<Script> tracks =
                exercises
                        .talkTracks(
                                practice.recent(), skill, spoken, own.stream().findFirst(), lessons)
                        .stream()
                        .sorted(
                                Comparator.comparing(
                                        t -> !choice.talkTrackId().equals(Optional.of(t.id()))))
                        .map(PracticeCards::script)
                        .toList();
        Optional<RecommendationDecision> accepted = lessons.accepted(skill);
        return new Card(
                repId + "-" + skill.id(),
                skill,
                rounded(one.own().mean()),
                one.own().n(),
                one.own().band(),
                one.peers().teamMean(),
                one.peers().percentile(),
                PracticeWords.reason(one, language),
                status(lessons, skill, choice),
                accepted.map(RecommendationDecision::decidedAt),
                choice.task().orElseGet(() -> PracticeWords.task(skill, language)),
                choice.task().isPresent(),
                Exercise.of(!own.isEmpty(), !examples.isEmpty(), !tracks.isEmpty()),
                own.stream().findFirst(),
                examples.stream().findFirst(),
                tracks.stream().findFirst(),
                own.stream().skip(1).toList(),
                examples.stream().skip(1).toList(),
                tracks.stream().skip(1).toList(),
                lessons.wrong(skill, DismissalReason.WRONG_CLIP),
                lessons.wrong(skill, DismissalReason.WRONG_TALK_TRACK));
    }

    private static Status status(Lessons lessons, Skill skill, Choice choice) {
        if (lessons.accepted(skill).isPresent()) {
            return Status.ACCEPTED;
        }
        return choice.equals(Choice.NONE) ? Status.PROPOSED : Status.EDITED;
    }

    private static List<Clip> chosenFirst(Optional<Clip> chosen, List<Clip> found) {
        List<Clip> all = new ArrayList<>(chosen.stream().toList());
        found.stream()
                .filter(
                        clip ->
                                chosen.filter(c -> c.utteranceId().equals(clip.utteranceId()))
                                        .isEmpty())
                .forEach(all::add);
        return all;
    }

    private static Script script(TalkTrack track) {
        return new Script(track.id(), track.title(), track.text());
    }

    static List<NotShown> notShown(RepPractice practice) {
        return practice.recommendations().notShown().stream()
                .flatMap(one -> notShown(practice.lessons(), one).stream())
                .toList();
    }

    private static Optional<NotShown> notShown(Lessons lessons, Recommendations.NotShown one) {
        Recommendation what = one.what();
        return lessons.newestDismissal(what.skill())
                .map(
                        newest ->
                                new NotShown(
                                        what.skill(),
                                        rounded(what.own().mean()),
                                        what.own().band(),
                                        newest.reason().orElseThrow(),
                                        newest.note(),
                                        newest.decidedAt(),
                                        lessons.heldUntil(what.skill()),
                                        one.bandMustLieUnder()
                                                .map(OptionalDouble::of)
                                                .orElse(OptionalDouble.empty())));
    }

    static List<FollowUpView> followUps(RepPractice practice) {
        return practice.followUps().stream()
                .map(
                        one ->
                                new FollowUpView(
                                        one.skill(),
                                        one.acceptedAt(),
                                        one.change().verdict(),
                                        Side.of(one.change().before()),
                                        Side.of(one.change().after()),
                                        rounded(one.change().smallestVisible())))
                .toList();
    }

    static List<WarningView> warnings(RepPractice practice) {
        return practice.warnings().stream()
                .map(one -> warning(practice, one.skill(), one.fall()))
                .toList();
    }

    private static WarningView warning(RepPractice practice, Skill skill, FallingSkill fall) {
        return new WarningView(
                practice.rep().repId(),
                practice.rep().name(),
                skill,
                Side.of(fall.change().before()),
                Side.of(fall.change().after()),
                fall.evidence().stream().map(one -> call(practice, one)).toList());
    }

    private static WarningCall call(RepPractice practice, Observed one) {
        return new WarningCall(
                one.callId(),
                practice.call(one.callId()).map(ScoredCall::customer).orElse(""),
                one.startedAt(),
                rounded(one.score()));
    }

    private static double rounded(double score) {
        return Math.round(score * 10) / 10.0;
    }
}
