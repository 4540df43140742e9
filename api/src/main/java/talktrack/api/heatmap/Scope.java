package talktrack.api.heatmap;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import talktrack.api.calls.CallRegistry;
import talktrack.api.http.Parameters;
import talktrack.api.http.Problem;
import talktrack.models.events.Person;
import talktrack.models.events.RepWeek;

/**
 * Whose calls of which weeks a request is about.
 *
 * @param clock in the zone whose weeks are shown
 */
record Scope(CallRegistry registry, Clock clock) {

    private static final int WEEKS = 10;
    private static final int MOST_WEEKS = 104;

    /** The reps that the parameter {@code rep} or {@code team} names. */
    List<String> repIds(Context ctx) {
        Optional<String> rep = Parameters.text(ctx, "rep");
        if (rep.isPresent()) {
            return List.of(rep(rep.get()).repId());
        }
        return team(
                        Parameters.text(ctx, "team")
                                .orElseThrow(
                                        () ->
                                                Problem.badRequest(
                                                        "Whose evidence is not said.",
                                                        "Name a rep or a team by id.")))
                .stream()
                .map(Person::repId)
                .toList();
    }

    Person rep(String repId) {
        return registry.rep(repId).orElseThrow(Problem::noSuchRep);
    }

    /** Before the first upload the default team is there, but empty. */
    List<Person> team(String teamId) {
        List<Person> reps = registry.team(teamId);
        if (reps.isEmpty() && !teamId.equals(Person.DEFAULT_TEAM)) {
            throw new Problem(
                    404,
                    "no-such-team",
                    "No such team",
                    "There is no team with the id '%s'.".formatted(teamId),
                    "Look for the id in /api/teams.");
        }
        return reps;
    }

    /** Only the default team can have nobody. */
    static String teamName(List<Person> reps) {
        return reps.isEmpty() ? "Default" : reps.getFirst().teamName();
    }

    /** Everybody who has calls. */
    List<Person> company() {
        return registry.reps();
    }

    /**
     * The weeks that are shown: they end with the newest that has a call, so that an import of old
     * calls shows, but never in the future.
     */
    List<IsoWeek> weeks(Context ctx, List<RepWeek> sums) {
        IsoWeek now = IsoWeek.of(ZonedDateTime.now(clock));
        IsoWeek newest =
                sums.stream()
                        .flatMap(sum -> IsoWeek.parse(sum.week()).stream())
                        .filter(week -> week.compareTo(now) <= 0)
                        .max(Comparator.naturalOrder())
                        .orElse(now);
        return week(ctx, "until")
                .orElse(newest)
                .last(Parameters.number(ctx, "weeks", WEEKS, 1, MOST_WEEKS));
    }

    static Optional<IsoWeek> week(Context ctx, String name) {
        return Parameters.text(ctx, name)
                .map(
                        text ->
                                IsoWeek.parse(text)
                                        .orElseThrow(
                                                () ->
                                                        Problem.badRequest(
                                                                "The parameter `%s` is '%s'."
                                                                        .formatted(name, text),
                                                                "Use an ISO week like"
                                                                        + " 2026-W45.")));
    }
}
