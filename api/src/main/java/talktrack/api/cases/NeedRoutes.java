package talktrack.api.cases;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import talktrack.api.calls.Call;
import talktrack.api.calls.CallDocuments;
import talktrack.api.calls.CallRegistry;
import talktrack.api.http.Page;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallNeeds.NeedTopic;
import talktrack.models.events.CallNeeds.Reached;
import talktrack.models.events.CaseStory;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;

/** For each need of a call, what earlier customers with such a need got out of it. */
public final class NeedRoutes implements Routes {

    private static final int MOST_CASES = 2;

    private final CallRegistry registry;
    private final CallDocuments documents;
    private final Cases cases;

    public NeedRoutes(CallRegistry registry, CallDocuments documents, Cases cases) {
        this.registry = registry;
        this.documents = documents;
        this.cases = cases;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/calls/{id}/cases", this::ofCall);
    }

    /** As much of a case as one tells; the library has the whole. */
    record Told(String id, int version, String title, String industry, String outcome) {
        static Told of(CaseStory story) {
            return new Told(
                    story.id(), story.version(), story.title(), story.industry(), story.outcome());
        }
    }

    /**
     * @param utteranceIds where the customer states the need most deeply
     * @param cases best first
     */
    record NeedCases(List<String> utteranceIds, List<Told> cases) {}

    record NeedCaseList(List<NeedCases> items) {}

    @OpenApi(
            path = "/api/calls/{id}/cases",
            methods = HttpMethod.GET,
            summary =
                    "Approved cases that fit what the customer needs; needs without one are left"
                            + " out, and nothing is there before the call is analysed",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = NeedCaseList.class)),
                @OpenApiResponse(status = "404", description = "no such call, or it was deleted")
            })
    private void ofCall(Context ctx) {
        Call call = registry.find(ctx.pathParam("id")).orElseThrow(Problem::noSuchCall);
        Optional<CallAnalysis> analysis =
                Optional.of(call).filter(Call::analysed).flatMap(documents::analysis);
        ctx.json(Page.all(analysis.map(read -> fitting(call, read)).orElse(List.of())));
    }

    private List<NeedCases> fitting(Call call, CallAnalysis analysis) {
        List<NeedTopic> topics = analysis.needs().topics();
        if (topics.isEmpty()) {
            return List.of();
        }
        Map<String, Utterance> said =
                documents.scored(call).stream()
                        .map(ScoredUtterance::utterance)
                        .collect(Collectors.toMap(Utterance::utteranceId, Function.identity()));
        return topics.stream()
                .filter(topic -> !topic.reached().isEmpty())
                .map(
                        topic -> {
                            Reached deepest = topic.reached().getLast();
                            String need =
                                    deepest.utteranceIds().stream()
                                            .map(said::get)
                                            .filter(one -> one != null)
                                            .map(Utterance::text)
                                            .collect(Collectors.joining(" "));
                            return new NeedCases(
                                    deepest.utteranceIds(),
                                    cases.forNeed(analysis.language(), need).stream()
                                            .limit(MOST_CASES)
                                            .map(Told::of)
                                            .toList());
                        })
                .filter(need -> !need.cases().isEmpty())
                .toList();
    }
}
