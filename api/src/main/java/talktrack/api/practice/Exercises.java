package talktrack.api.practice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.analysis.advice.Lessons;
import talktrack.analysis.advice.Observed;
import talktrack.analysis.advice.SkillMean;
import talktrack.analysis.advice.TellingMoments;
import talktrack.api.calls.CallRegistry;
import talktrack.api.talktracks.TalkTracks;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.Person;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.TalkTrack;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.QuestionType;
import talktrack.models.labels.Skill;
import talktrack.models.labels.Speaker;

/** What to practise a skill with: own clips, a colleague's, talk tracks; the best of each first. */
final class Exercises {

    private static final int CALLS_LOOKED_AT = 6;
    private static final int CHOICES = 4;

    /** A clip goes on for so many utterances, so that the answer is heard, too. */
    private static final int UTTERANCES_AFTER = 2;

    /** "Okay" shows nothing. */
    private static final int FEWEST_WORDS = 3;

    private static final int FEWEST_CHINESE_CHARACTERS = 5;

    /** From here on a colleague's call is worth imitating. */
    private static final double EXEMPLARY = 75;

    /** A call with less of an occasion is no proof of anything. */
    private static final double SURE_ENOUGH = 0.5;

    private final PracticeDocuments documents;
    private final TalkTracks talkTracks;
    private final CallRegistry registry;

    Exercises(PracticeDocuments documents, TalkTracks talkTracks, CallRegistry registry) {
        this.documents = documents;
        this.talkTracks = talkTracks;
        this.registry = registry;
    }

    /**
     * A moment to hear.
     *
     * @param utteranceId where it begins
     * @param endSeconds end of the last line
     */
    record Clip(
            String callId,
            String utteranceId,
            String repName,
            String customer,
            Language language,
            OptionalDouble startSeconds,
            OptionalDouble endSeconds,
            List<Line> lines) {}

    record Line(Speaker speaker, String text) {}

    /** Moments of the rep's weakest calls, the most telling first. */
    List<Clip> own(List<ScoredCall> calls, Skill skill, Lessons lessons) {
        return clips(
                calls,
                skill,
                score -> true,
                Comparator.comparing((Observed score) -> score.weight() < SURE_ENOUGH)
                        .thenComparingDouble(Observed::score)
                        .thenComparing(Observed::startedAt, Comparator.reverseOrder()),
                TellingMoments::weakest,
                lessons);
    }

    /**
     * Moments of colleagues' best calls in this language, of those only who share their clips and
     * do better.
     */
    List<Clip> examples(
            String repId, Skill skill, double ownMean, Language language, Lessons lessons) {
        List<String> sharing =
                registry.reps().stream()
                        .filter(Person::sharesClips)
                        .map(Person::repId)
                        .filter(id -> !id.equals(repId))
                        .toList();
        Map<String, List<ScoredCall>> byRep =
                documents.calls(sharing).stream()
                        .filter(call -> call.language() == language)
                        .collect(Collectors.groupingBy(ScoredCall::repId));
        List<ScoredCall> calls =
                byRep.values().stream()
                        .filter(of -> SkillMean.of(ScoredCall.observed(of, skill)).mean() > ownMean)
                        .flatMap(List::stream)
                        .toList();
        return clips(
                calls,
                skill,
                score -> score.score() >= EXEMPLARY && score.weight() >= SURE_ENOUGH,
                Comparator.comparingDouble(Observed::score)
                        .thenComparingDouble(Observed::weight)
                        .thenComparing(Observed::startedAt)
                        .reversed(),
                TellingMoments::best,
                lessons);
    }

    /** The clip that begins with this utterance, if it may be shown at all. */
    Optional<Clip> clip(String utteranceId, Predicate<String> repMay, Lessons lessons) {
        return documents.utterances(List.of(utteranceId)).stream()
                .filter(one -> lessons.mayShow(one.utterance().utteranceId()))
                .flatMap(one -> clip(one).stream())
                .filter(
                        clip ->
                                registry.find(clip.callId()).stream()
                                        .anyMatch(call -> repMay.test(call.details().repId())))
                .findFirst();
    }

    /** Whether a rep lets colleagues hear clips. */
    boolean shares(String repId) {
        return registry.rep(repId).filter(Person::sharesClips).isPresent();
    }

    private List<Clip> clips(
            List<ScoredCall> calls,
            Skill skill,
            Predicate<Observed> fits,
            Comparator<Observed> order,
            BiFunction<CallAnalysis, Skill, List<String>> moments,
            Lessons lessons) {
        List<String> callIds =
                ScoredCall.observed(calls, skill).stream()
                        .filter(fits)
                        .sorted(order)
                        .limit(CALLS_LOOKED_AT)
                        .map(Observed::callId)
                        .toList();
        List<Clip> clips = new ArrayList<>();
        for (CallAnalysis call : documents.analyses(callIds)) {
            List<String> unclear =
                    call.labels().stream()
                            .filter(one -> one.labels().unclear())
                            .map(UtteranceReading::utteranceId)
                            .toList();
            List<String> ids =
                    moments.apply(call, skill).stream()
                            .filter(id -> !unclear.contains(id) && lessons.mayShow(id))
                            .toList();
            documents.utterances(ids).stream()
                    .filter(one -> skill == Skill.OPENING || saysSomething(one.utterance()))
                    .limit(1) // another moment is better heard in another call
                    .flatMap(one -> clip(one).stream())
                    .forEach(clips::add);
            if (clips.size() >= CHOICES) {
                break;
            }
        }
        return clips.stream().limit(CHOICES).toList();
    }

    private static boolean saysSomething(Utterance one) {
        String text = one.text().strip();
        return one.language() == Language.ZH
                ? text.length() >= FEWEST_CHINESE_CHARACTERS
                : text.split("\\s+", -1).length >= FEWEST_WORDS;
    }

    private Optional<Clip> clip(ScoredUtterance first) {
        Utterance at = first.utterance();
        List<Utterance> heard =
                Stream.concat(Stream.of(first), documents.after(first, UTTERANCES_AFTER).stream())
                        .map(ScoredUtterance::utterance)
                        .toList();
        return registry.find(at.callId())
                .map(
                        call ->
                                new Clip(
                                        at.callId(),
                                        at.utteranceId(),
                                        call.details().repName(),
                                        call.details().customer(),
                                        call.details().language(),
                                        at.startSeconds(),
                                        heard.getLast().endSeconds(),
                                        heard.stream()
                                                .map(u -> new Line(u.speaker(), u.displayText()))
                                                .toList()));
    }

    /** Approved talk tracks for the skill that may be offered, the most fitting first. */
    List<TalkTrack> talkTracks(
            List<ScoredCall> calls,
            Skill skill,
            Language language,
            Optional<Clip> clip,
            Lessons lessons) {
        String said = clip.map(c -> c.lines().getFirst().text()).orElse("");
        List<TalkTrack> fitting =
                switch (skill) {
                    case OBJECTION_HANDLING, TALK_TRACK_ADHERENCE, EMOTIONAL_CONTROL ->
                            forObjection(calls, skill, language, clip, said);
                    case CLEAR_NEXT_STEP ->
                            talkTracks.forObjection(ObjectionType.TIMING, language, said);
                    case SITUATION_ECONOMY, PROBLEM_DISCOVERY, LISTENING ->
                            talkTracks.forQuestion(QuestionType.PROBLEM, language);
                    case IMPLICATION_DEPTH ->
                            talkTracks.forQuestion(QuestionType.IMPLICATION, language);
                    case NEED_PAYOFF, SOLUTION_MATCH ->
                            talkTracks.forQuestion(QuestionType.NEED_PAYOFF, language);
                    case OPENING -> List.of();
                };
        return fitting.stream()
                .filter(track -> lessons.mayOffer(track.id()))
                .limit(CHOICES)
                .toList();
    }

    /** For the objection of the clip, else the one that was handled worst. */
    private List<TalkTrack> forObjection(
            List<ScoredCall> calls,
            Skill skill,
            Language language,
            Optional<Clip> clip,
            String said) {
        List<String> ids =
                clip.map(c -> List.of(c.callId()))
                        .orElseGet(
                                () ->
                                        ScoredCall.observed(calls, skill).stream()
                                                .map(Observed::callId)
                                                .limit(CALLS_LOOKED_AT)
                                                .toList());
        return documents.analyses(ids).stream()
                .flatMap(call -> call.objections().stream())
                .filter(ObjectionHandling::counts)
                .min(
                        Comparator.comparing(
                                        (ObjectionHandling one) ->
                                                clip.filter(
                                                                c ->
                                                                        c.utteranceId()
                                                                                .equals(
                                                                                        one
                                                                                                .utteranceId()))
                                                        .isEmpty())
                                .thenComparingDouble(one -> one.score().getAsDouble()))
                .map(worst -> talkTracks.forObjection(worst.type(), language, said))
                .orElse(List.of());
    }
}
