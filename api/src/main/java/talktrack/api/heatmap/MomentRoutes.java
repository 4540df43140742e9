package talktrack.api.heatmap;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.time.Clock;
import java.util.List;
import talktrack.api.calls.CallRegistry;
import talktrack.api.http.Routes;
import talktrack.api.index.ElasticIndex;
import talktrack.models.events.Person;
import talktrack.models.events.RepWeek;

/** Where in the calls of a rep or a team things happen, and how objections are handled. */
public final class MomentRoutes implements Routes {

    private final HeatmapDocuments documents;
    private final Scope scope;

    /**
     * @param clock in the zone whose weeks are shown
     */
    public MomentRoutes(CallRegistry registry, ElasticIndex index, Clock clock) {
        this.documents = new HeatmapDocuments(index, registry);
        this.scope = new Scope(registry, clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/reps/{id}/course", this::courseOfRep);
        routes.get("/api/teams/{id}/course", this::courseOfTeam);
        routes.get("/api/reps/{id}/objections", this::objectionsOfRep);
        routes.get("/api/teams/{id}/objections", this::objectionsOfTeam);
    }

    @OpenApi(
            path = "/api/reps/{id}/course",
            methods = HttpMethod.GET,
            summary = "Behaviours × ten tenths of a rep's calls, beside the team's rate",
            pathParams = @OpenApiParam(name = "id", required = true),
            queryParams = {
                @OpenApiParam(name = "weeks", type = Integer.class, description = "10 by default"),
                @OpenApiParam(name = "until", description = "last week, such as 2026-W45")
            },
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Heatmap.class)),
                @OpenApiResponse(status = "404", description = "no such rep")
            })
    private void courseOfRep(Context ctx) {
        ctx.json(ofRep(ctx).course());
    }

    @OpenApi(
            path = "/api/teams/{id}/course",
            methods = HttpMethod.GET,
            summary = "Behaviours × ten tenths of a team's calls, beside the company's rate",
            pathParams = @OpenApiParam(name = "id", required = true),
            queryParams = {
                @OpenApiParam(name = "weeks", type = Integer.class, description = "10 by default"),
                @OpenApiParam(name = "until", description = "last week, such as 2026-W45")
            },
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Heatmap.class)),
                @OpenApiResponse(status = "404", description = "no such team")
            })
    private void courseOfTeam(Context ctx) {
        ctx.json(ofTeam(ctx).course());
    }

    @OpenApi(
            path = "/api/reps/{id}/objections",
            methods = HttpMethod.GET,
            summary =
                    "Objection types × handling steps of a rep: share of objections with the step",
            pathParams = @OpenApiParam(name = "id", required = true),
            queryParams = {
                @OpenApiParam(name = "weeks", type = Integer.class, description = "10 by default"),
                @OpenApiParam(name = "until", description = "last week, such as 2026-W45")
            },
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Heatmap.class)),
                @OpenApiResponse(status = "404", description = "no such rep")
            })
    private void objectionsOfRep(Context ctx) {
        ctx.json(ofRep(ctx).objections());
    }

    @OpenApi(
            path = "/api/teams/{id}/objections",
            methods = HttpMethod.GET,
            summary =
                    "Objection types × handling steps of a team: share of objections with the step",
            pathParams = @OpenApiParam(name = "id", required = true),
            queryParams = {
                @OpenApiParam(name = "weeks", type = Integer.class, description = "10 by default"),
                @OpenApiParam(name = "until", description = "last week, such as 2026-W45")
            },
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Heatmap.class)),
                @OpenApiResponse(status = "404", description = "no such team")
            })
    private void objectionsOfTeam(Context ctx) {
        ctx.json(ofTeam(ctx).objections());
    }

    private MomentHeatmaps ofRep(Context ctx) {
        Person rep = scope.rep(ctx.pathParam("id"));
        return moments(
                ctx,
                new MomentHeatmaps.Whose("rep", rep.repId(), rep.name(), rep.demonstration()),
                List.of(rep),
                scope.team(rep.teamId()));
    }

    private MomentHeatmaps ofTeam(Context ctx) {
        String teamId = ctx.pathParam("id");
        List<Person> reps = scope.team(teamId);
        return moments(
                ctx,
                new MomentHeatmaps.Whose(
                        "team",
                        teamId,
                        Scope.teamName(reps),
                        !reps.isEmpty() && reps.stream().allMatch(Person::demonstration)),
                reps,
                scope.company());
    }

    /** Those who are measured are among those they are compared with. */
    private MomentHeatmaps moments(
            Context ctx, MomentHeatmaps.Whose whose, List<Person> reps, List<Person> among) {
        List<String> repIds = reps.stream().map(Person::repId).toList();
        List<RepWeek> all = documents.repWeeks(among.stream().map(Person::repId).toList());
        List<RepWeek> own = all.stream().filter(week -> repIds.contains(week.repId())).toList();
        List<IsoWeek> weeks = scope.weeks(ctx, own);
        return new MomentHeatmaps(
                whose,
                weeks,
                own,
                among.size() > reps.size() ? all : List.of(),
                documents.evidence(repIds, weeks));
    }
}
