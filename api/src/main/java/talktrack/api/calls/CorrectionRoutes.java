package talktrack.api.calls;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import talktrack.analysis.call.Corrections;
import talktrack.api.http.Parameters;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Label;
import talktrack.models.labels.LabelTask;
import talktrack.models.labels.Language;

/** What people say of labels: of one line, taken back, and all of it as training data. */
public final class CorrectionRoutes implements Routes {

    private static final int MOST_CALLS = 100;

    private final CallRegistry registry;
    private final CallCommands commands;
    private final CallDocuments documents;
    private final Clock clock;

    public CorrectionRoutes(
            CallRegistry registry, CallCommands commands, CallDocuments documents, Clock clock) {
        this.registry = registry;
        this.commands = commands;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/calls/{id}/labels", this::correct);
        routes.delete("/api/calls/{id}/labels/{utteranceId}/{task}", this::takeBack);
        routes.get("/api/corrections", this::list);
    }

    /** One line of a call, and what was said before of a task in it. */
    private record Line(Call call, ScoredUtterance read, List<LabelCorrection> earlier) {}

    @OpenApi(
            path = "/api/calls/{id}/labels",
            methods = HttpMethod.POST,
            summary = "Says what is right of one line; the call is read anew at once",
            pathParams = @OpenApiParam(name = "id", required = true),
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = LabelChange.class)),
            responses = {
                @OpenApiResponse(
                        status = "202",
                        content = @OpenApiContent(from = CallAccepted.class)),
                @OpenApiResponse(status = "400", description = "it cannot be said of this line"),
                @OpenApiResponse(status = "404", description = "no such call or line"),
                @OpenApiResponse(status = "409", description = "it is not transcribed yet")
            })
    private void correct(Context ctx) throws InterruptedException {
        LabelChange change = LabelChange.read(ctx);
        Line line = line(ctx, change.utteranceId(), change.label().task());
        boolean said =
                line.earlier().size() == 1
                        && line.earlier().getFirst().right().equals(change.label());
        if (!said) { // else the call would be read anew, for nothing
            commands.correct(
                    change.of(line.read(), line.earlier(), clock.instant()), line.earlier());
        }
        ctx.status(202).json(CallAccepted.of(line.call()));
    }

    @OpenApi(
            path = "/api/calls/{id}/labels/{utteranceId}/{task}",
            methods = HttpMethod.DELETE,
            summary = "Takes back what was said of one line: what was read counts again",
            pathParams = {
                @OpenApiParam(name = "id", required = true),
                @OpenApiParam(name = "utteranceId", required = true),
                @OpenApiParam(
                        name = "task",
                        required = true,
                        description = "question, objection, need, sentiment or handling")
            },
            responses = {
                @OpenApiResponse(
                        status = "202",
                        content = @OpenApiContent(from = CallAccepted.class)),
                @OpenApiResponse(
                        status = "404",
                        description = "no such call or line, or nothing was said of it")
            })
    private void takeBack(Context ctx) throws InterruptedException {
        Line line = line(ctx, ctx.pathParam("utteranceId"), task(ctx.pathParam("task")));
        if (line.earlier().isEmpty()) {
            throw new Problem(
                    404,
                    "no-such-correction",
                    "Not corrected",
                    "Nobody has corrected this label, so there is nothing to take back.",
                    "Load the call again.");
        }
        commands.takeBack(line.earlier());
        ctx.status(202).json(CallAccepted.of(line.call()));
    }

    /**
     * @param leftOut how many corrections have no line here: their call is being read, or their
     *     words are not to be found or too doubtful
     */
    record CorrectedLines(List<CorrectedLine> items, Optional<String> next, int leftOut) {}

    @OpenApi(
            path = "/api/corrections",
            methods = HttpMethod.GET,
            summary = "Corrected lines of all calls, as training data",
            queryParams = {
                @OpenApiParam(name = "language", description = "en or zh"),
                @OpenApiParam(name = "cursor", description = "`next` of the page before")
            },
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = CorrectedLines.class)))
    private void list(Context ctx) {
        Optional<Language> language = Parameters.label(ctx, "language", Language.class);
        String after = Parameters.text(ctx, "cursor").orElse("");
        List<String> calls =
                registry.corrected().stream()
                        .filter(id -> id.compareTo(after) > 0)
                        .limit(MOST_CALLS + 1L)
                        .toList();
        List<String> page = calls.subList(0, Math.min(MOST_CALLS, calls.size()));
        List<CorrectedLine> lines = new ArrayList<>();
        int leftOut = 0;
        for (String callId : page) {
            Collection<LabelCorrection> said = registry.corrections(callId);
            List<CorrectedLine> ofCall =
                    registry.find(callId).map(call -> lines(call, said)).orElse(List.of());
            leftOut += said.size() - ofCall.size();
            ofCall.stream()
                    .filter(line -> language.isEmpty() || language.get() == line.language())
                    .forEach(lines::add);
        }
        ctx.json(
                new CorrectedLines(
                        lines,
                        calls.size() > page.size() ? Optional.of(page.getLast()) : Optional.empty(),
                        leftOut));
    }

    private List<CorrectedLine> lines(Call call, Collection<LabelCorrection> said) {
        if (!call.analysed()) {
            return List.of();
        }
        return CorrectedLine.of(
                said,
                documents.scored(call),
                documents.analysis(call).map(CallAnalysis::objections).orElse(List.of()));
    }

    private Line line(Context ctx, String utteranceId, LabelTask task) {
        Call call = registry.find(ctx.pathParam("id")).orElseThrow(Problem::noSuchCall);
        if (call.transcribed().isEmpty()) {
            throw new Problem(
                    409,
                    "not-transcribed",
                    "Not transcribed yet",
                    "Labels can be corrected once this call is transcribed.",
                    "Wait until it is, then say it again.");
        }
        List<ScoredUtterance> read = documents.scored(call);
        ScoredUtterance line =
                read.stream()
                        .filter(one -> one.utterance().utteranceId().equals(utteranceId))
                        .findFirst()
                        .orElseThrow(CorrectionRoutes::noSuchLine);
        List<Utterance> utterances = read.stream().map(ScoredUtterance::utterance).toList();
        List<LabelCorrection> earlier =
                registry.corrections(call.id()).stream()
                        .filter(one -> one.task() == task)
                        .filter(
                                one ->
                                        Corrections.meant(one, utterances)
                                                .filter(line.utterance()::equals)
                                                .isPresent())
                        .toList();
        return new Line(call, line, earlier);
    }

    private static Problem noSuchLine() {
        return new Problem(
                404,
                "no-such-line",
                "No such line",
                "There is no such line in this call; perhaps it was read again since.",
                "Load the call again.");
    }

    private static LabelTask task(String id) {
        try {
            return Label.parse(LabelTask.class, id);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The task is not right: %s.".formatted(e.getMessage()),
                    "Use one of these words.");
        }
    }
}
