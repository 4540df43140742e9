package talktrack.api.practice;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import talktrack.api.calls.CallRegistry;
import talktrack.api.http.Parameters;
import talktrack.api.http.Problem;
import talktrack.models.events.Person;
import talktrack.models.events.RepWeek;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.Skill;

/** Whose practice a request is about, and what is known of it. */
record Reps(CallRegistry registry, PracticeDocuments documents, PracticeBook book, Clock clock) {

    private static final int WEEKS = 10;
    private static final int MOST_WEEKS = 104;

    Person rep(Context ctx) {
        return registry.rep(ctx.pathParam("id")).orElseThrow(Problem::noSuchRep);
    }

    /** Nobody may be in the default team before the first upload. */
    List<Person> team(Context ctx) {
        String teamId = ctx.pathParam("id");
        List<Person> reps = registry.team(teamId);
        if (reps.isEmpty() && !teamId.equals(Person.DEFAULT_TEAM)) {
            throw new Problem(
                    404,
                    "no-such-team",
                    "No such team",
                    "There is no team with this id.",
                    "GET /api/teams lists all teams.");
        }
        return reps;
    }

    RepPractice practice(Context ctx, Person rep) {
        return practices(ctx, List.of(rep)).getFirst();
    }

    List<RepPractice> practices(Context ctx, List<Person> reps) {
        int weeks = Parameters.number(ctx, "weeks", WEEKS, 1, MOST_WEEKS);
        List<RepWeek> everybody = documents.weeks();
        Map<String, List<ScoredCall>> calls =
                documents.calls(reps.stream().map(Person::repId).toList()).stream()
                        .collect(Collectors.groupingBy(ScoredCall::repId));
        Function<Person, RepPractice> practice =
                rep ->
                        RepPractice.of(
                                rep,
                                calls.getOrDefault(rep.repId(), List.of()),
                                weeks,
                                everybody,
                                book.decisions(rep.repId()),
                                clock);
        return reps.stream().map(practice).toList();
    }

    static Skill skill(String id) {
        try {
            return Label.parse(Skill.class, id);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The skill is not right: %s.".formatted(e.getMessage()), "Use one of these.");
        }
    }

    /** As asked for, else as the browser prefers. */
    static Language language(Context ctx) {
        String accepted = ctx.header("Accept-Language");
        return Parameters.label(ctx, "lang", Language.class)
                .orElse(accepted != null && accepted.startsWith("zh") ? Language.ZH : Language.EN);
    }
}
