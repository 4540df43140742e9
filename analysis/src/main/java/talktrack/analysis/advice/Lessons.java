package talktrack.analysis.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import talktrack.models.events.RecommendationDecision;
import talktrack.models.events.RecommendationDecision.Choice;
import talktrack.models.events.RecommendationDecision.Kind;
import talktrack.models.labels.DismissalReason;
import talktrack.models.labels.Skill;

/**
 * What a coach's dismissals teach the ranking of one rep (docs/metrics.md "What dismissals teach").
 *
 * @param decisions of this rep, in any order
 */
public record Lessons(Collection<RecommendationDecision> decisions, Instant now) {

    /** So long a dismissal "already good" raises the certainty that is asked for. */
    private static final Duration ALREADY_GOOD_COUNTS = Duration.ofDays(180);

    /** So long a rep practises what was accepted before something else is put first. */
    private static final Duration PRACTICE_TAKES = Duration.ofDays(42);

    /** A call with so many wrong clips is heard wrongly as a whole. */
    private static final int WRONG_CLIPS_OF_A_CALL = 2;

    /** With less of the urge left, a skill is not recommended. */
    static final double HALF = 0.5;

    /** Points that each further "already good" asks for. */
    private static final double STRICTER_BY = 10;

    public Lessons {
        decisions = List.copyOf(decisions);
    }

    /** Nobody has dismissed anything. */
    public static Lessons none(Instant now) {
        return new Lessons(List.of(), now);
    }

    /**
     * What is left of the urge to recommend a skill, 0…1: each dismissal takes all of it, and half
     * of what it took is back after its reason's half-life. A wrong clip or talk track says nothing
     * about the skill.
     */
    public double left(Skill skill) {
        return dismissals(skill)
                .filter(one -> halfLifeDays(one) > 0)
                .mapToDouble(one -> 1 - Math.pow(0.5, days(one) / halfLifeDays(one)))
                .reduce(1, (a, b) -> a * b);
    }

    /** The day from which a skill is recommended again: half of the urge is back. */
    public Optional<Instant> heldUntil(Skill skill) {
        if (left(skill) >= HALF) {
            return Optional.empty();
        }
        Instant day = now;
        Lessons later = this;
        while (later.left(skill) < HALF) {
            day = day.plus(Duration.ofDays(1));
            later = new Lessons(decisions, day);
        }
        return Optional.of(day);
    }

    /**
     * The score under which the whole band must lie; absent when nobody has said lately that the
     * rep is good enough.
     */
    Optional<Double> bandMustLieUnder(Skill skill, double goodEnough) {
        long said =
                dismissals(skill)
                        .filter(one -> one.reason().get() == DismissalReason.ALREADY_GOOD)
                        .filter(one -> one.decidedAt().plus(ALREADY_GOOD_COUNTS).isAfter(now))
                        .count();
        return said == 0 ? Optional.empty() : Optional.of(goodEnough - STRICTER_BY * (said - 1));
    }

    /** The newest acceptance, unless the skill was dismissed since. */
    public Optional<RecommendationDecision> accepted(Skill skill) {
        return newestDismissal(skill).isPresent() ? Optional.empty() : newest(skill, Kind.ACCEPTED);
    }

    /** Whether the rep is practising the skill: accepted within the last six weeks. */
    public boolean practising(Skill skill) {
        return accepted(skill)
                .filter(one -> one.decidedAt().plus(PRACTICE_TAKES).isAfter(now))
                .isPresent();
    }

    /** What the coach last chose for the skill, as accepted or edited. */
    public Choice choice(Skill skill) {
        return decisions.stream()
                .filter(one -> one.skill() == skill && one.kind() != Kind.DISMISSED)
                .max(Comparator.comparing(RecommendationDecision::decidedAt))
                .map(RecommendationDecision::choice)
                .orElse(Choice.NONE);
    }

    /** The newest dismissal of a skill that is about the skill. */
    public Optional<RecommendationDecision> newestDismissal(Skill skill) {
        return dismissals(skill)
                .filter(one -> halfLifeDays(one) > 0)
                .max(Comparator.comparing(RecommendationDecision::decidedAt));
    }

    /** Whether this moment may be shown: never a wrong one, nor of a call with two wrong ones. */
    public boolean mayShow(String utteranceId) {
        Map<String, Set<String>> wrong =
                decisions.stream()
                        .filter(one -> dismissedFor(one, DismissalReason.WRONG_CLIP))
                        .map(RecommendationDecision::choice)
                        .flatMap(Lessons::clips)
                        .collect(Collectors.groupingBy(Lessons::callId, Collectors.toSet()));
        Set<String> ofCall = wrong.getOrDefault(callId(utteranceId), Set.of());
        return !ofCall.contains(utteranceId) && ofCall.size() < WRONG_CLIPS_OF_A_CALL;
    }

    /** Whether this talk track may be offered to the rep. */
    public boolean mayOffer(String talkTrackId) {
        return decisions.stream()
                .filter(one -> dismissedFor(one, DismissalReason.WRONG_TALK_TRACK))
                .noneMatch(one -> one.choice().talkTrackId().equals(Optional.of(talkTrackId)));
    }

    /** How many clips and talk tracks were found wrong for a skill. */
    public long wrong(Skill skill, DismissalReason reason) {
        return decisions.stream()
                .filter(one -> one.skill() == skill && dismissedFor(one, reason))
                .count();
    }

    private static Stream<String> clips(Choice choice) {
        return Stream.concat(choice.clipId().stream(), choice.exampleId().stream());
    }

    /** An utterance's id starts with its call's. */
    private static String callId(String utteranceId) {
        int hyphen = utteranceId.indexOf('-');
        return hyphen < 0 ? utteranceId : utteranceId.substring(0, hyphen);
    }

    private static boolean dismissedFor(RecommendationDecision one, DismissalReason reason) {
        return one.kind() == Kind.DISMISSED && one.reason().equals(Optional.of(reason));
    }

    /** Those that a later acceptance has not overruled. */
    private Stream<RecommendationDecision> dismissals(Skill skill) {
        Instant accepted =
                newest(skill, Kind.ACCEPTED)
                        .map(RecommendationDecision::decidedAt)
                        .orElse(Instant.MIN);
        return decisions.stream()
                .filter(one -> one.skill() == skill && one.kind() == Kind.DISMISSED)
                .filter(one -> one.decidedAt().isAfter(accepted));
    }

    private Optional<RecommendationDecision> newest(Skill skill, Kind kind) {
        return decisions.stream()
                .filter(one -> one.skill() == skill && one.kind() == kind)
                .max(Comparator.comparing(RecommendationDecision::decidedAt));
    }

    private double days(RecommendationDecision one) {
        return Math.max(0, Duration.between(one.decidedAt(), now).toMinutes() / (24 * 60.0));
    }

    /** 0: takes nothing from the skill. */
    private static double halfLifeDays(RecommendationDecision one) {
        return switch (one.reason().orElseThrow()) {
            case NOT_NOW -> 14;
            case OTHER, ALREADY_GOOD -> 28;
            case NOT_RELEVANT -> 180;
            case WRONG_CLIP, WRONG_TALK_TRACK -> 0;
        };
    }
}
