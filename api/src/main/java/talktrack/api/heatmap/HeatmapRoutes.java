package talktrack.api.heatmap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.api.calls.CallDocuments;
import talktrack.api.calls.CallRegistry;
import talktrack.api.calls.UtteranceView;
import talktrack.api.http.Page;
import talktrack.api.http.Parameters;
import talktrack.api.http.Routes;
import talktrack.api.index.ElasticIndex;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.Person;
import talktrack.models.events.RepWeek;

/** Heatmaps of a team and of a rep, and the utterances behind a cell. */
public final class HeatmapRoutes implements Routes {

    private static final int MOST_EVIDENCE = 200;

    private final CallRegistry registry;
    private final HeatmapDocuments documents;
    private final CallDocuments calls;
    private final Scope scope;

    /**
     * @param clock in the zone whose weeks are shown
     */
    public HeatmapRoutes(
            CallRegistry registry, ElasticIndex index, CallDocuments calls, Clock clock) {
        this.registry = registry;
        this.documents = new HeatmapDocuments(index, registry);
        this.calls = calls;
        this.scope = new Scope(registry, clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/reps/{id}/heatmap", this::ofRep);
        routes.get("/api/teams/{id}/heatmap", this::ofTeam);
        routes.get("/api/reps/{id}/percentiles", this::percentiles);
        routes.get("/api/evidence", this::evidence);
    }

    @OpenApi(
            path = "/api/reps/{id}/heatmap",
            methods = HttpMethod.GET,
            summary = "Skills × ISO weeks of one rep; every cell is present, without data as n = 0",
            pathParams = @OpenApiParam(name = "id", required = true),
            queryParams = {
                @OpenApiParam(name = "weeks", type = Integer.class, description = "10 by default"),
                @OpenApiParam(
                        name = "until",
                        description =
                                "last week, such as 2026-W45; by default the newest with a call")
            },
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Heatmap.class)),
                @OpenApiResponse(status = "404", description = "no such rep")
            })
    private void ofRep(Context ctx) {
        Person rep = scope.rep(ctx.pathParam("id"));
        List<RepWeek> sums = documents.repWeeks(List.of(rep.repId()));
        List<IsoWeek> weeks = scope.weeks(ctx, sums);
        ctx.json(
                new HeatmapBuilder(weeks, sums, documents.evidence(List.of(rep.repId()), weeks))
                        .ofRep(rep));
    }

    @OpenApi(
            path = "/api/teams/{id}/heatmap",
            methods = HttpMethod.GET,
            summary = "Reps × skills of one team; every cell is present, without data as n = 0",
            pathParams = @OpenApiParam(name = "id", required = true),
            queryParams = {
                @OpenApiParam(name = "weeks", type = Integer.class, description = "10 by default"),
                @OpenApiParam(
                        name = "until",
                        description =
                                "last week, such as 2026-W45; by default the newest with a call")
            },
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Heatmap.class)),
                @OpenApiResponse(status = "404", description = "no such team")
            })
    private void ofTeam(Context ctx) {
        String teamId = ctx.pathParam("id");
        List<Person> reps = scope.team(teamId);
        List<String> repIds = reps.stream().map(Person::repId).toList();
        List<RepWeek> sums = documents.repWeeks(repIds);
        List<IsoWeek> weeks = scope.weeks(ctx, sums);
        ctx.json(
                new HeatmapBuilder(weeks, sums, documents.evidence(repIds, weeks))
                        .ofTeam(teamId, Scope.teamName(reps), reps));
    }

    @OpenApi(
            path = "/api/reps/{id}/percentiles",
            methods = HttpMethod.GET,
            summary = "Where a rep's mean scores stand among the team's and the company's",
            pathParams = @OpenApiParam(name = "id", required = true),
            queryParams = {
                @OpenApiParam(name = "weeks", type = Integer.class, description = "10 by default"),
                @OpenApiParam(name = "until", description = "last week, such as 2026-W45")
            },
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = Percentiles.class)),
                @OpenApiResponse(status = "404", description = "no such rep")
            })
    private void percentiles(Context ctx) {
        Person rep = scope.rep(ctx.pathParam("id"));
        List<RepWeek> sums =
                documents.repWeeks(scope.company().stream().map(Person::repId).toList());
        List<RepWeek> own = sums.stream().filter(week -> week.repId().equals(rep.repId())).toList();
        List<String> team = scope.team(rep.teamId()).stream().map(Person::repId).toList();
        ctx.json(Percentiles.of(rep.repId(), team, scope.weeks(ctx, own), sums));
    }

    /**
     * An utterance that proves a score.
     *
     * @param skillScore the call's score of the skill, 0…100; absent when no skill is asked for
     * @param model speech model that heard the words, or {@code imported}
     * @param rulesVersion which rules and classifiers read them
     */
    record Evidence(
            @JsonUnwrapped UtteranceView utterance,
            String callId,
            String customer,
            String repName,
            Instant startedAt,
            OptionalDouble skillScore,
            String model,
            String rulesVersion) {}

    record EvidenceList(List<Evidence> items, Optional<String> next) {}

    @OpenApi(
            path = "/api/evidence",
            methods = HttpMethod.GET,
            summary =
                    "The utterances behind a heatmap's cell; of a skill, the weakest call's first",
            queryParams = {
                @OpenApiParam(name = "rep", description = "id of a rep; this or team"),
                @OpenApiParam(name = "team", description = "id of a team; this or rep"),
                @OpenApiParam(name = "skill", description = "this; or behaviour; or objection"),
                @OpenApiParam(name = "behaviour", description = "what happens in a tenth"),
                @OpenApiParam(name = "tenth", type = Integer.class, description = "from 1 to 10"),
                @OpenApiParam(name = "objection", description = "type, together with step"),
                @OpenApiParam(name = "step", description = "of handling it"),
                @OpenApiParam(name = "week", description = "one week, such as 2026-W45"),
                @OpenApiParam(name = "weeks", type = Integer.class, description = "10 by default"),
                @OpenApiParam(name = "until", description = "the last of the weeks"),
                @OpenApiParam(name = "limit", type = Integer.class, description = "at most 200"),
                @OpenApiParam(name = "cursor", description = "`next` of the page before")
            },
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = EvidenceList.class)))
    private void evidence(Context ctx) {
        Wanted wanted = Wanted.asked(ctx);
        List<String> repIds = scope.repIds(ctx);
        List<IsoWeek> weeks =
                Scope.week(ctx, "week")
                        .map(List::of)
                        .orElseGet(() -> scope.weeks(ctx, documents.repWeeks(repIds)));
        int limit = Parameters.number(ctx, "limit", 50, 1, MOST_EVIDENCE);
        int from = Parameters.number(ctx, "cursor", 0, 0, Integer.MAX_VALUE);
        Map<String, EvidenceOfCall> callOf = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (EvidenceOfCall call : wanted.ordered(documents.evidence(repIds, weeks))) {
            for (String id : wanted.in(call)) {
                callOf.put(id, call);
                ids.add(id);
            }
        }
        int start = Math.min(from, ids.size());
        int end = Math.min(start + limit, ids.size());
        List<String> page = ids.subList(start, end);
        List<CallAnalysis> analyses =
                documents.analyses(
                        page.stream().map(id -> callOf.get(id).callId()).distinct().toList());
        ctx.json(
                new Page<>(
                        calls.utterances(page, analyses).stream()
                                .map(utterance -> item(utterance, callOf, wanted))
                                .toList(),
                        end < ids.size() ? Optional.of(String.valueOf(end)) : Optional.empty()));
    }

    private Evidence item(
            UtteranceView utterance, Map<String, EvidenceOfCall> callOf, Wanted wanted) {
        EvidenceOfCall call = callOf.get(utterance.id());
        return new Evidence(
                utterance,
                call.callId(),
                call.customer(),
                registry.rep(call.repId()).map(Person::name).orElse(call.repId()),
                call.startedAt(),
                wanted.score(call),
                call.model(),
                call.rulesVersion());
    }
}
