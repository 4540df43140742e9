package talktrack.api.practice;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.util.List;
import java.util.Optional;
import talktrack.api.http.JsonBody;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.api.practice.PracticeCards.Card;
import talktrack.api.practice.PracticeCards.FollowUpView;
import talktrack.api.practice.PracticeCards.NotShown;
import talktrack.api.practice.PracticeCards.WarningView;
import talktrack.models.events.Person;
import talktrack.models.events.RecommendationDecision;
import talktrack.models.events.RecommendationDecision.Choice;
import talktrack.models.events.RecommendationDecision.Kind;
import talktrack.models.labels.DismissalReason;
import talktrack.models.labels.Skill;

/** What a rep should practise next, and what the coach says to it. */
final class RecommendationRoutes implements Routes {
    private static final String FORM =
            "Send {\"decision\": \"accepted\"}, or \"edited\", or \"dismissed\" with a \"reason\".";

    private final Reps reps;
    private final PracticeCards cards;
    private final PracticeCommands commands;

    RecommendationRoutes(Reps reps, PracticeCards cards, PracticeCommands commands) {
        this.reps = reps;
        this.cards = cards;
        this.commands = commands;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/reps/{id}/recommendations", this::recommendations);
        routes.post("/api/reps/{id}/recommendations/{skill}/decisions", this::decide);
        routes.delete("/api/reps/{id}/recommendations/{skill}/decisions/newest", this::takeBack);
    }

    /**
     * @param notShown what a dismissal keeps back
     * @param followUps did the skills move that a coach accepted to practise
     * @param warnings skills that fell
     */
    record PracticeView(
            List<Card> items,
            List<NotShown> notShown,
            List<FollowUpView> followUps,
            List<WarningView> warnings) {}

    /**
     * @param reason of a dismissal
     * @param task in the coach's words; left out: the usual one
     * @param clipId utterance of the rep's call; in a dismissal the one that is wrong
     * @param exampleId utterance of a colleague's call; likewise
     * @param talkTrackId likewise
     */
    record NewDecision(
            Kind decision,
            Optional<DismissalReason> reason,
            Optional<String> note,
            Optional<String> task,
            Optional<String> clipId,
            Optional<String> exampleId,
            Optional<String> talkTrackId) {}

    @OpenApi(
            path = "/api/reps/{id}/recommendations",
            methods = HttpMethod.GET,
            summary =
                    "What the rep should practise next, two skills at most; whether earlier practice helped; warnings of skills that fall",
            pathParams = @OpenApiParam(name = "id", required = true),
            queryParams = {
                @OpenApiParam(name = "weeks", type = Integer.class, description = "10 by default"),
                @OpenApiParam(name = "lang", description = "en or zh")
            },
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = PracticeView.class)),
                @OpenApiResponse(status = "404", description = "no such rep")
            })
    private void recommendations(Context ctx) {
        RepPractice practice = reps.practice(ctx, reps.rep(ctx));
        ctx.json(
                new PracticeView(
                        cards.cards(practice, Reps.language(ctx)),
                        PracticeCards.notShown(practice),
                        PracticeCards.followUps(practice),
                        PracticeCards.warnings(practice)));
    }

    @OpenApi(
            path = "/api/reps/{id}/recommendations/{skill}/decisions",
            methods = HttpMethod.POST,
            summary = "Accepts, edits or dismisses the recommendation to practise a skill",
            pathParams = {
                @OpenApiParam(name = "id", required = true),
                @OpenApiParam(name = "skill", required = true)
            },
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = NewDecision.class)),
            responses = {
                @OpenApiResponse(
                        status = "201",
                        content = @OpenApiContent(from = RecommendationDecision.class)),
                @OpenApiResponse(status = "400", description = "a dismissal without a reason"),
                @OpenApiResponse(status = "404", description = "no such rep")
            })
    private void decide(Context ctx) {
        Person rep = reps.rep(ctx);
        Skill skill = Reps.skill(ctx.pathParam("skill"));
        NewDecision said = read(ctx);
        RecommendationDecision decision =
                commands.decide(
                        rep.repId(),
                        skill,
                        said.decision(),
                        said.reason(),
                        said.note(),
                        new Choice(
                                said.task(), said.clipId(), said.exampleId(), said.talkTrackId()));
        ctx.status(201).json(decision);
    }

    @OpenApi(
            path = "/api/reps/{id}/recommendations/{skill}/decisions/newest",
            methods = HttpMethod.DELETE,
            summary = "Takes back what was decided last about a skill",
            pathParams = {
                @OpenApiParam(name = "id", required = true),
                @OpenApiParam(name = "skill", required = true)
            },
            responses = {
                @OpenApiResponse(status = "204"),
                @OpenApiResponse(status = "404", description = "no such rep")
            })
    private void takeBack(Context ctx) {
        commands.takeBack(reps.rep(ctx).repId(), Reps.skill(ctx.pathParam("skill")));
        ctx.status(204);
    }

    private static NewDecision read(Context ctx) {
        NewDecision said = JsonBody.read(ctx, NewDecision.class, FORM);
        if (said.decision() == null) {
            throw Problem.badRequest("`decision` is missing.", FORM);
        }
        return said;
    }
}
