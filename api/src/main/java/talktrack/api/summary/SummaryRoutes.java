package talktrack.api.summary;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.time.ZoneId;
import java.util.Optional;
import talktrack.analysis.summary.Recaps;
import talktrack.api.calls.Call;
import talktrack.api.calls.CallDocuments;
import talktrack.api.calls.CallRegistry;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallRecap;
import talktrack.models.events.ScoredUtterance;

/** A call in two minutes. */
public final class SummaryRoutes implements Routes {

    private final CallRegistry registry;
    private final CallDocuments documents;
    private final ElasticIndex index;
    private final ZoneId zone;

    /**
     * @param zone where a call's day is counted
     */
    public SummaryRoutes(
            CallRegistry registry, CallDocuments documents, ElasticIndex index, ZoneId zone) {
        this.registry = registry;
        this.documents = documents;
        this.index = index;
        this.zone = zone;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/calls/{id}/summary", this::summary);
    }

    @OpenApi(
            path = "/api/calls/{id}/summary",
            methods = HttpMethod.GET,
            summary = "Needs, turns, what was agreed, what is next, and a draft message",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = CallRecap.class)),
                @OpenApiResponse(status = "404", description = "no such call, or it was deleted"),
                @OpenApiResponse(status = "409", description = "it is not analysed yet")
            })
    private void summary(Context ctx) {
        Call call = registry.find(ctx.pathParam("id")).orElseThrow(Problem::noSuchCall);
        CallAnalysis analysis =
                Optional.of(call)
                        .filter(Call::analysed)
                        .flatMap(documents::analysis)
                        .orElseThrow(SummaryRoutes::notAnalysed);
        CallRecap extract =
                Recaps.of(
                        analysis,
                        call.details().repName(),
                        documents.scored(call).stream().map(ScoredUtterance::utterance).toList(),
                        zone);
        ctx.json(
                index.get(CallIndices.RECAPS.index(), call.id(), CallRecap.class)
                        .filter(written -> written.isOf(extract))
                        .map(written -> written.framedAs(extract))
                        .orElse(extract));
    }

    private static Problem notAnalysed() {
        return new Problem(
                409,
                "not-analysed",
                "Not analysed yet",
                "This call has no analysis yet, so there is nothing to sum up.",
                "Try again when its status is analysed.");
    }
}
