package talktrack.api.practice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import talktrack.api.events.EventProducer;
import talktrack.api.http.Problem;
import talktrack.models.events.Goal;
import talktrack.models.events.RecommendationDecision;
import talktrack.models.events.RecommendationDecision.Choice;
import talktrack.models.events.RecommendationDecision.Kind;
import talktrack.models.events.Topics;
import talktrack.models.labels.DismissalReason;
import talktrack.models.labels.Skill;

/** What coaches and reps do about practice: checked, written to Kafka, and known at once. */
final class PracticeCommands implements AutoCloseable {

    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_ID_CHARACTERS = 200;

    private final PracticeBook book;
    private final Clock clock;
    private final EventProducer events;

    PracticeCommands(String bootstrapServers, PracticeBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
        events = new EventProducer(bootstrapServers);
    }

    /**
     * @param note blank or absent: none
     */
    RecommendationDecision decide(
            String repId,
            Skill skill,
            Kind kind,
            Optional<DismissalReason> reason,
            Optional<String> note,
            Choice choice) {
        if (kind == Kind.DISMISSED && reason.isEmpty()) {
            throw Problem.badRequest(
                    "A dismissal needs a reason, since the ranking learns from it.",
                    "Send one of already-good, not-now, not-relevant, wrong-clip,"
                            + " wrong-talk-track, other.");
        }
        checkNamed(reason, choice);
        RecommendationDecision decision =
                new RecommendationDecision(
                        repId,
                        skill,
                        kind,
                        kind == Kind.DISMISSED ? reason : Optional.empty(),
                        text("note", note).orElse(""),
                        new Choice(
                                text("task", choice.task()),
                                id("clipId", choice.clipId()),
                                id("exampleId", choice.exampleId()),
                                id("talkTrackId", choice.talkTrackId())),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        events.write(Topics.RECOMMENDATION_DECISIONS.record(decision.key(), decision));
        book.apply(decision);
        return decision;
    }

    /** Takes the newest decision about this skill back; nothing when there is none. */
    void takeBack(String repId, Skill skill) {
        Optional<RecommendationDecision> newest = book.newest(repId, skill);
        if (newest.isPresent()) {
            events.write(Topics.RECOMMENDATION_DECISIONS.tombstone(newest.get().key()));
            book.decisionTakenBack(newest.get().key());
        }
    }

    Goal setGoal(String repId, Skill skill, double target, LocalDate until, Goal.SetBy setBy) {
        if (!(1 <= target && target <= 100)) {
            throw Problem.badRequest(
                    "The target is %s.".formatted(target), "Use a score from 1 to 100.");
        }
        LocalDate today = LocalDate.now(clock);
        if (until.isBefore(today) || until.isAfter(today.plusYears(1))) {
            throw Problem.badRequest(
                    "The goal's last day is %s.".formatted(until),
                    "Use a day from today to a year from now.");
        }
        Goal goal =
                new Goal(
                        UUID.randomUUID().toString().replace("-", ""),
                        repId,
                        skill,
                        target,
                        until,
                        setBy,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        events.write(Topics.GOALS.record(goal.goalId(), goal));
        book.apply(goal);
        return goal;
    }

    /** Takes a rep's goal back. */
    void takeBackGoal(String repId, String goalId) {
        if (book.goals(repId).stream().noneMatch(goal -> goal.goalId().equals(goalId))) {
            throw new Problem(
                    404,
                    "no-such-goal",
                    "No such goal",
                    "This rep has no goal with this id; perhaps somebody took it back.",
                    "Look for it in the rep's goals.");
        }
        events.write(Topics.GOALS.tombstone(goalId));
        book.goalTakenBack(goalId);
    }

    @Override
    public void close() {
        events.close();
    }

    /** What is wrong must be named, or nothing would be learnt. */
    private static void checkNamed(Optional<DismissalReason> reason, Choice choice) {
        boolean clip = choice.clipId().isPresent() || choice.exampleId().isPresent();
        boolean unnamed =
                switch (reason.orElse(null)) {
                    case WRONG_CLIP -> !clip;
                    case WRONG_TALK_TRACK -> choice.talkTrackId().isEmpty();
                    case null, default -> false;
                };
        if (unnamed) {
            throw Problem.badRequest(
                    "Which clip or talk track is wrong is not said.",
                    "Send its id as `clipId`, `exampleId` or `talkTrackId`.");
        }
    }

    private static Optional<String> text(String field, Optional<String> text) {
        return limited(field, text, MOST_CHARACTERS);
    }

    private static Optional<String> id(String field, Optional<String> id) {
        return limited(field, id, MOST_ID_CHARACTERS);
    }

    private static Optional<String> limited(String field, Optional<String> text, int most) {
        Optional<String> given = text.map(String::strip).filter(t -> !t.isEmpty());
        if (given.filter(t -> t.length() > most).isPresent()) {
            throw Problem.badRequest(
                    "`%s` has more than %d characters.".formatted(field, most), "Say it shorter.");
        }
        return given;
    }
}
