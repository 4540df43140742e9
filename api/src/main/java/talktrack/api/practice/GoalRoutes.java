package talktrack.api.practice;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.analysis.advice.GoalProgress;
import talktrack.api.http.JsonBody;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.api.practice.PracticeCards.Side;
import talktrack.models.events.Goal;
import talktrack.models.events.Person;
import talktrack.models.labels.Skill;

/** The scores that a rep wants to reach. */
final class GoalRoutes implements Routes {
    private static final String FORM =
            "Send {\"skill\": \"listening\", \"target\": 70, \"until\": \"2027-01-31\"}.";

    private final Reps reps;
    private final PracticeCommands commands;

    GoalRoutes(Reps reps, PracticeCommands commands) {
        this.reps = reps;
        this.commands = commands;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/reps/{id}/goals", this::goals);
        routes.post("/api/reps/{id}/goals", this::set);
        routes.delete("/api/reps/{id}/goals/{goal}", this::takeBack);
    }

    /**
     * @param before the newest calls before it was set
     * @param now the newest calls since
     * @param progress share of the way to the target, 0…1; absent while too few calls are there
     */
    record GoalView(
            String id,
            Skill skill,
            double target,
            LocalDate until,
            Goal.SetBy setBy,
            GoalProgress.State state,
            Side before,
            Side now,
            OptionalDouble progress) {}

    record GoalList(List<GoalView> items) {}

    /**
     * @param setBy left out: the coach
     */
    record NewGoal(Skill skill, double target, LocalDate until, Optional<Goal.SetBy> setBy) {}

    @OpenApi(
            path = "/api/reps/{id}/goals",
            methods = HttpMethod.GET,
            summary = "A rep's goals and how far they have come",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = GoalList.class)),
                @OpenApiResponse(status = "404", description = "no such rep")
            })
    private void goals(Context ctx) {
        Person rep = reps.rep(ctx);
        List<Goal> goals = reps.book().goals(rep.repId());
        List<ScoredCall> calls =
                goals.isEmpty() ? List.of() : reps.documents().calls(List.of(rep.repId()));
        ctx.json(new GoalList(goals.stream().map(goal -> view(goal, calls)).toList()));
    }

    @OpenApi(
            path = "/api/reps/{id}/goals",
            methods = HttpMethod.POST,
            summary = "Sets a goal: a skill, the score to reach, and the last day",
            pathParams = @OpenApiParam(name = "id", required = true),
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = NewGoal.class)),
            responses = {
                @OpenApiResponse(status = "201", content = @OpenApiContent(from = GoalView.class)),
                @OpenApiResponse(status = "400", description = "the day is past, or no such score"),
                @OpenApiResponse(status = "404", description = "no such rep")
            })
    private void set(Context ctx) {
        Person rep = reps.rep(ctx);
        NewGoal said = read(ctx);
        Goal goal =
                commands.setGoal(
                        rep.repId(),
                        said.skill(),
                        said.target(),
                        said.until(),
                        said.setBy().orElse(Goal.SetBy.COACH));
        ctx.status(201).json(view(goal, reps.documents().calls(List.of(rep.repId()))));
    }

    @OpenApi(
            path = "/api/reps/{id}/goals/{goal}",
            methods = HttpMethod.DELETE,
            summary = "Takes a goal back",
            pathParams = {
                @OpenApiParam(name = "id", required = true),
                @OpenApiParam(name = "goal", required = true)
            },
            responses = {
                @OpenApiResponse(status = "204"),
                @OpenApiResponse(status = "404", description = "no such rep or goal")
            })
    private void takeBack(Context ctx) {
        commands.takeBackGoal(reps.rep(ctx).repId(), ctx.pathParam("goal"));
        ctx.status(204);
    }

    private GoalView view(Goal goal, List<ScoredCall> calls) {
        GoalProgress progress =
                GoalProgress.of(
                        goal,
                        ScoredCall.observed(calls, goal.skill()),
                        LocalDate.now(reps.clock()),
                        reps.clock().getZone());
        return new GoalView(
                goal.goalId(),
                goal.skill(),
                goal.target(),
                goal.until(),
                goal.setBy(),
                progress.state(),
                Side.of(progress.before()),
                Side.of(progress.now()),
                progress.share());
    }

    private static NewGoal read(Context ctx) {
        NewGoal said = JsonBody.read(ctx, NewGoal.class, FORM);
        if (said.skill() == null || said.until() == null) {
            throw Problem.badRequest("`skill` or `until` is missing.", FORM);
        }
        return said;
    }
}
