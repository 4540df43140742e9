package talktrack.api.advice;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import talktrack.analysis.advice.Recommendation;
import talktrack.analysis.advice.Recommendations;
import talktrack.api.http.Page;
import talktrack.api.http.Parameters;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.RepWeek;
import talktrack.models.labels.Language;
import talktrack.models.labels.Skill;

/** What a rep should practise next. */
public final class AdviceRoutes implements Routes {

    private static final int WEEKS = 10;
    private static final int MOST = 10_000;

    private final ElasticIndex elasticsearch;
    private final Practice practice;
    private final Predicate<String> isRep;

    /**
     * @param isRep whether a rep with this id is known, with or without calls
     */
    public AdviceRoutes(ElasticIndex elasticsearch, Predicate<String> isRep) {
        this.elasticsearch = elasticsearch;
        this.practice = new Practice(elasticsearch);
        this.isRep = isRep;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/reps/{id}/recommendations", this::recommendations);
    }

    /**
     * @param reason why this skill, a sentence
     * @param clip a moment of an own call that shows it
     */
    record RecommendationView(
            String id,
            Skill skill,
            double score,
            int n,
            String reason,
            Optional<Clip> clip,
            Optional<Script> talkTrack) {}

    record Clip(String callId, String utteranceId, OptionalDouble startSeconds, String text) {}

    record Script(String id, String title, String text) {}

    record RecommendationList(List<RecommendationView> items) {}

    @OpenApi(
            path = "/api/reps/{id}/recommendations",
            methods = HttpMethod.GET,
            summary = "What the rep should practise next: two skills at most",
            pathParams = @OpenApiParam(name = "id", required = true),
            queryParams = @OpenApiParam(name = "lang", description = "en or zh"),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = RecommendationList.class)),
                @OpenApiResponse(status = "404", description = "no such rep")
            })
    private void recommendations(Context ctx) {
        String repId = ctx.pathParam("id");
        if (!isRep.test(repId)) {
            throw new Problem(
                    404,
                    "no-such-rep",
                    "No such rep",
                    "There is no rep with this id.",
                    "GET /api/reps lists all reps.");
        }
        Language language = language(ctx);
        List<RecommendationView> views = new ArrayList<>();
        for (Recommendation one : ofRep(repId)) {
            List<CallAnalysis> weakest = practice.weakest(repId, one.skill());
            views.add(
                    new RecommendationView(
                            repId + "-" + one.skill().id(),
                            one.skill(),
                            Math.round(one.mean() * 10) / 10.0,
                            one.n(),
                            RecommendationWords.reason(one, language),
                            practice.clip(weakest, one.skill())
                                    .map(
                                            u ->
                                                    new Clip(
                                                            u.callId(),
                                                            u.utteranceId(),
                                                            u.startSeconds(),
                                                            u.displayText())),
                            practice.talkTrack(weakest, one.skill())
                                    .map(t -> new Script(t.id(), t.title(), t.text()))));
        }
        ctx.json(Page.all(views));
    }

    /** Over the latest weeks that the rep has calls in. */
    private List<Recommendation> ofRep(String repId) {
        List<RepWeek> own =
                weeks("repId", repId).stream()
                        .sorted(Comparator.comparing(RepWeek::week).reversed())
                        .limit(WEEKS)
                        .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        String first = own.getLast().week();
        List<RepWeek> team =
                weeks("teamId", own.getFirst().teamId()).stream()
                        .filter(week -> week.week().compareTo(first) >= 0)
                        .toList();
        return Recommendations.of(own, team);
    }

    private List<RepWeek> weeks(String field, String value) {
        return elasticsearch.find(
                CallIndices.REP_WEEKS.index(),
                s -> s.size(MOST).query(Query.of(q -> q.term(t -> t.field(field).value(value)))),
                RepWeek.class);
    }

    /** As asked for, else as the browser prefers. */
    private static Language language(Context ctx) {
        String accepted = ctx.header("Accept-Language");
        return Parameters.label(ctx, "lang", Language.class)
                .orElse(accepted != null && accepted.startsWith("zh") ? Language.ZH : Language.EN);
    }
}
