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
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import talktrack.api.calls.CallDocuments;
import talktrack.api.calls.CallRegistry;
import talktrack.api.calls.UtteranceView;
import talktrack.api.http.Page;
import talktrack.api.http.Parameters;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.api.index.ElasticIndex;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.Person;
import talktrack.models.events.RepWeek;
import talktrack.models.labels.Skill;

/** Heatmaps of a team and of a rep, and the utterances behind a cell. */
public final class HeatmapRoutes implements Routes {

    private static final int WEEKS = 10;
    private static final int MOST_WEEKS = 104;
    private static final int MOST_EVIDENCE = 200;

    private final CallRegistry registry;
    private final HeatmapDocuments documents;
    private final CallDocuments calls;
    private final Clock clock;

    /**
     * @param clock in the zone whose weeks are shown
     */
    public HeatmapRoutes(
            CallRegistry registry, ElasticIndex index, CallDocuments calls, Clock clock) {
        this.registry = registry;
        this.documents = new HeatmapDocuments(index, registry);
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/reps/{id}/heatmap", this::ofRep);
        routes.get("/api/teams/{id}/heatmap", this::ofTeam);
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
        Person rep = rep(ctx.pathParam("id"));
        List<RepWeek> sums = documents.repWeeks(List.of(rep.repId()));
        List<IsoWeek> weeks = weeks(ctx, sums);
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
        List<Person> reps = team(teamId);
        List<String> repIds = reps.stream().map(Person::repId).toList();
        List<RepWeek> sums = documents.repWeeks(repIds);
        List<IsoWeek> weeks = weeks(ctx, sums);
        ctx.json(
                new HeatmapBuilder(weeks, sums, documents.evidence(repIds, weeks))
                        .ofTeam(
                                teamId,
                                reps.isEmpty() ? "Default" : reps.getFirst().teamName(),
                                reps));
    }

    /**
     * An utterance that proves a score.
     *
     * @param skillScore the call's score of the skill, 0…100
     */
    record Evidence(
            @JsonUnwrapped UtteranceView utterance,
            String callId,
            String customer,
            String repName,
            Instant startedAt,
            double skillScore) {}

    record EvidenceList(List<Evidence> items, Optional<String> next) {}

    @OpenApi(
            path = "/api/evidence",
            methods = HttpMethod.GET,
            summary = "The utterances behind a heatmap's cell, the weakest call's first",
            queryParams = {
                @OpenApiParam(name = "rep", description = "id of a rep; this or team"),
                @OpenApiParam(name = "team", description = "id of a team; this or rep"),
                @OpenApiParam(name = "skill", required = true),
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
        Skill skill =
                Parameters.label(ctx, "skill", Skill.class)
                        .orElseThrow(
                                () ->
                                        Problem.badRequest(
                                                "The parameter `skill` is missing.",
                                                "Name a skill, such as listening."));
        List<String> repIds = reps(ctx);
        List<IsoWeek> weeks =
                week(ctx, "week")
                        .map(List::of)
                        .orElseGet(() -> weeks(ctx, documents.repWeeks(repIds)));
        int limit = Parameters.number(ctx, "limit", 50, 1, MOST_EVIDENCE);
        int from = Parameters.number(ctx, "cursor", 0, 0, Integer.MAX_VALUE);
        Map<String, EvidenceOfCall> callOf = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (EvidenceOfCall call :
                EvidenceOfCall.weakestFirst(documents.evidence(repIds, weeks), skill)) {
            for (String id : call.of(skill).orElseThrow().evidence()) {
                callOf.put(id, call);
                ids.add(id);
            }
        }
        List<String> page =
                ids.subList(Math.min(from, ids.size()), Math.min(from + limit, ids.size()));
        List<CallAnalysis> analyses =
                documents.analyses(
                        page.stream().map(id -> callOf.get(id).callId()).distinct().toList());
        ctx.json(
                new Page<>(
                        calls.utterances(page, analyses).stream()
                                .map(utterance -> item(utterance, callOf, skill))
                                .toList(),
                        from + limit < ids.size()
                                ? Optional.of(String.valueOf(from + limit))
                                : Optional.empty()));
    }

    private Evidence item(
            UtteranceView utterance, Map<String, EvidenceOfCall> callOf, Skill skill) {
        EvidenceOfCall call = callOf.get(utterance.id());
        return new Evidence(
                utterance,
                call.callId(),
                call.customer(),
                registry.rep(call.repId()).map(Person::name).orElse(call.repId()),
                call.startedAt(),
                call.of(skill).orElseThrow().score());
    }

    private List<String> reps(Context ctx) {
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

    private Person rep(String repId) {
        return registry.rep(repId)
                .orElseThrow(
                        () ->
                                new Problem(
                                        404,
                                        "no-such-rep",
                                        "No such rep",
                                        "There is no rep with the id '%s'.".formatted(repId),
                                        "Look for the id in /api/reps; a first upload makes one."));
    }

    /** Before the first upload the default team is there, but empty. */
    private List<Person> team(String teamId) {
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

    /**
     * The weeks that are shown: they end with the newest that has a call, so that an import of old
     * calls shows, but never in the future.
     */
    private List<IsoWeek> weeks(Context ctx, List<RepWeek> sums) {
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

    private static Optional<IsoWeek> week(Context ctx, String name) {
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
