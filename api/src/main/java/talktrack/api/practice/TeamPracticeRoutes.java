package talktrack.api.practice;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.analysis.advice.Recommendation;
import talktrack.api.http.Routes;
import talktrack.api.practice.Exercises.Clip;
import talktrack.api.practice.PracticeCards.Card;
import talktrack.api.practice.PracticeCards.WarningView;
import talktrack.models.events.Band;
import talktrack.models.labels.Language;
import talktrack.models.labels.Skill;

/** Whom to coach on what. */
final class TeamPracticeRoutes implements Routes {

    /** A coach has an hour or two a week. */
    private static final int AT_MOST = 5;

    private final Reps reps;
    private final PracticeCards cards;

    TeamPracticeRoutes(Reps reps, PracticeCards cards) {
        this.reps = reps;
        this.cards = cards;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/teams/{id}/coaching", this::coaching);
    }

    /**
     * @param warnings skills of anybody in the team that fell, those that fell most first
     */
    record Coaching(List<Turn> items, List<WarningView> warnings) {}

    /** A rep, the skill that is most worth coaching, and the clip to begin with. */
    record Turn(
            String repId,
            String repName,
            Skill skill,
            double score,
            int n,
            Band band,
            String reason,
            PracticeCards.Status status,
            String task,
            Optional<Clip> clip) {}

    private record Candidate(RepPractice practice, Recommendation best) {}

    @OpenApi(
            path = "/api/teams/{id}/coaching",
            methods = HttpMethod.GET,
            summary =
                    "Whom to coach on what: each rep's first recommendation, the most pressing five; and the skills that fall",
            pathParams = @OpenApiParam(name = "id", required = true),
            queryParams = {
                @OpenApiParam(name = "weeks", type = Integer.class, description = "10 by default"),
                @OpenApiParam(name = "lang", description = "en or zh")
            },
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Coaching.class)),
                @OpenApiResponse(status = "404", description = "no such team")
            })
    private void coaching(Context ctx) {
        Language language = Reps.language(ctx);
        List<RepPractice> practices = reps.practices(ctx, reps.team(ctx));
        List<Turn> turns =
                practices.stream()
                        .flatMap(TeamPracticeRoutes::candidate)
                        .sorted(
                                Comparator.comparingDouble((Candidate one) -> one.best().priority())
                                        .reversed())
                        .limit(AT_MOST)
                        .map(one -> turn(one, language))
                        .toList();
        List<WarningView> warnings =
                practices.stream()
                        .flatMap(practice -> PracticeCards.warnings(practice).stream())
                        .sorted(
                                Comparator.comparingDouble(
                                        one -> one.after().score() - one.before().score()))
                        .toList();
        ctx.json(new Coaching(turns, warnings));
    }

    private static Stream<Candidate> candidate(RepPractice practice) {
        return practice.recommendations().chosen().stream()
                .limit(1)
                .map(best -> new Candidate(practice, best));
    }

    private Turn turn(Candidate one, Language language) {
        Card card = cards.card(one.practice(), one.best(), language);
        return new Turn(
                one.practice().rep().repId(),
                one.practice().rep().name(),
                card.skill(),
                card.score(),
                card.n(),
                card.band(),
                card.reason(),
                card.status(),
                card.task(),
                card.clip());
    }
}
