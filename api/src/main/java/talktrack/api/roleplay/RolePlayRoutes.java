package talktrack.api.roleplay;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import talktrack.api.http.JsonBody;
import talktrack.api.http.Page;
import talktrack.api.http.Parameters;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.api.roleplay.Scenario.Persona;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallCourse;
import talktrack.models.events.CallNeeds;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.RolePlay;
import talktrack.models.events.RolePlay.End;
import talktrack.models.events.RolePlay.Line;
import talktrack.models.events.SkillScore;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/** Practice calls with a customer whom the system plays. */
public final class RolePlayRoutes implements Routes {

    private static final int LONGEST_LINE = 1000;

    private final RolePlays rolePlays;
    private final Predicate<String> isRep;

    /**
     * @param isRep whether a rep with this id is known
     */
    public RolePlayRoutes(RolePlays rolePlays, Predicate<String> isRep) {
        this.rolePlays = rolePlays;
        this.isRep = isRep;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/role-plays/scenarios", this::scenarios);
        routes.post("/api/role-plays", this::start);
        routes.get("/api/role-plays/{id}", this::one);
        routes.post("/api/role-plays/{id}/lines", this::say);
        routes.post("/api/role-plays/{id}/end", this::end);
        routes.delete("/api/role-plays/{id}", this::delete);
        routes.get("/api/reps/{id}/role-plays", this::ofRep);
    }

    /** Without what the customer keeps to himself. */
    record ScenarioView(
            String id, Language language, String industry, PersonaView persona, String brief) {
        static ScenarioView of(Scenario one) {
            return new ScenarioView(
                    one.id(),
                    one.language(),
                    one.industry(),
                    PersonaView.of(one.persona()),
                    one.brief());
        }
    }

    record PersonaView(String name, String role, String company) {
        static PersonaView of(Persona one) {
            return new PersonaView(one.name(), one.role(), one.company());
        }
    }

    record ScenarioList(List<ScenarioView> items) {}

    /**
     * @param repId who practises; may be left out, then nothing shows among a rep's practice
     */
    record Start(String scenarioId, String repId) {}

    record Say(String text) {}

    /**
     * A practice call that goes on.
     *
     * @param model whose words the customer may use; absent: the script's
     */
    record RolePlayView(
            String id,
            ScenarioView scenario,
            List<Line> lines,
            boolean ended,
            Optional<String> model) {}

    /**
     * @param utterances with what was read in each
     * @param course what happened in which tenth, with the utterances that show it
     * @param kept what the customer never got to say
     */
    record Feedback(
            String id,
            ScenarioView scenario,
            End end,
            List<SaidView> utterances,
            List<SkillScore> skills,
            List<ObjectionHandling> objections,
            CallNeeds needs,
            CallCourse course,
            List<Kept> kept,
            String rulesVersion) {}

    record SaidView(
            String id, Speaker speaker, String text, @JsonUnwrapped UtteranceLabels labels) {
        static List<SaidView> of(List<Utterance> utterances, CallAnalysis analysis) {
            Map<String, UtteranceLabels> labels =
                    analysis.labels().stream()
                            .collect(
                                    Collectors.toMap(
                                            CallAnalysis.UtteranceReading::utteranceId,
                                            CallAnalysis.UtteranceReading::labels));
            return utterances.stream()
                    .map(
                            one ->
                                    new SaidView(
                                            one.utteranceId(),
                                            one.speaker(),
                                            one.text(),
                                            labels.get(one.utteranceId())))
                    .toList();
        }
    }

    record EndedRolePlay(
            String id, String scenarioId, End end, List<SkillScore> skills, Instant endedAt) {
        static EndedRolePlay of(RolePlay one) {
            return new EndedRolePlay(
                    one.rolePlayId(), one.scenarioId(), one.end(), one.skills(), one.endedAt());
        }
    }

    record EndedList(List<EndedRolePlay> items) {}

    @OpenApi(
            path = "/api/role-plays/scenarios",
            methods = HttpMethod.GET,
            summary = "The customers that one can practise with",
            queryParams = @OpenApiParam(name = "language", description = "en or zh"),
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = ScenarioList.class)))
    private void scenarios(Context ctx) {
        Optional<Language> language = Parameters.label(ctx, "language", Language.class);
        ctx.json(
                Page.all(
                        Scenarios.all().stream()
                                .filter(
                                        one ->
                                                language.isEmpty()
                                                        || language.get() == one.language())
                                .map(ScenarioView::of)
                                .toList()));
    }

    @OpenApi(
            path = "/api/role-plays",
            methods = HttpMethod.POST,
            summary = "Begins a practice call; the customer speaks first",
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = Start.class)),
            responses = {
                @OpenApiResponse(
                        status = "201",
                        content = @OpenApiContent(from = RolePlayView.class)),
                @OpenApiResponse(status = "404", description = "no such scenario or rep"),
                @OpenApiResponse(status = "429", description = "too many go on")
            })
    private void start(Context ctx) {
        Start wanted =
                JsonBody.read(ctx, Start.class, "Send a `scenarioId`, and a `repId` if you like.");
        Scenario scenario =
                Scenarios.find(wanted.scenarioId() == null ? "" : wanted.scenarioId())
                        .orElseThrow(
                                () ->
                                        missing(
                                                "no-such-scenario",
                                                "There is no such customer to practise with.",
                                                "GET /api/role-plays/scenarios lists all."));
        String repId = wanted.repId() == null ? "" : wanted.repId().strip();
        if (!repId.isEmpty() && !isRep.test(repId)) {
            throw Problem.noSuchRep();
        }
        ctx.status(201).json(view(rolePlays.start(scenario, repId)));
    }

    @OpenApi(
            path = "/api/role-plays/{id}",
            methods = HttpMethod.GET,
            summary = "A practice call that goes on",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = RolePlayView.class)),
                @OpenApiResponse(status = "404", description = "none that goes on")
            })
    private void one(Context ctx) {
        ctx.json(view(session(ctx)));
    }

    @OpenApi(
            path = "/api/role-plays/{id}/lines",
            methods = HttpMethod.POST,
            summary = "What the rep says; the answer ends with what the customer says to it",
            pathParams = @OpenApiParam(name = "id", required = true),
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = Say.class)),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = RolePlayView.class)),
                @OpenApiResponse(status = "400", description = "no words, or too many"),
                @OpenApiResponse(status = "404", description = "none that goes on")
            })
    private void say(Context ctx) {
        Session session = session(ctx);
        String text =
                JsonBody.read(ctx, Say.class, "Send {\"text\": \"How do you do it today?\"}.")
                        .text();
        String words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.length() > LONGEST_LINE) {
            throw Problem.badRequest(
                    words.isEmpty()
                            ? "Nothing was said."
                            : "That are %d characters at once.".formatted(words.length()),
                    "Say 1 to %d characters.".formatted(LONGEST_LINE));
        }
        session.say(words);
        ctx.json(view(session));
    }

    @OpenApi(
            path = "/api/role-plays/{id}/end",
            methods = HttpMethod.POST,
            summary = "Ends a practice call: how it went, as of a real call",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Feedback.class)),
                @OpenApiResponse(status = "404", description = "none that goes on")
            })
    private void end(Context ctx) {
        Session session = session(ctx);
        Session.Finished finished = rolePlays.finish(session);
        CallAnalysis analysis = finished.analysis();
        ctx.json(
                new Feedback(
                        session.id(),
                        ScenarioView.of(session.scenario()),
                        finished.event().end(),
                        SaidView.of(finished.utterances(), analysis),
                        analysis.skills(),
                        analysis.objections(),
                        analysis.needs(),
                        analysis.course(),
                        finished.kept(),
                        analysis.rulesVersion()));
    }

    @OpenApi(
            path = "/api/role-plays/{id}",
            methods = HttpMethod.DELETE,
            summary = "Deletes a practice call, ended or not",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(status = "204", description = "it is gone"),
                @OpenApiResponse(status = "404", description = "there is none")
            })
    private void delete(Context ctx) {
        if (!rolePlays.delete(ctx.pathParam("id"))) {
            throw missing(
                    "no-such-role-play",
                    "There is no practice call under this id; perhaps it was deleted.",
                    "Look for it among the rep's practice.");
        }
        ctx.status(204);
    }

    @OpenApi(
            path = "/api/reps/{id}/role-plays",
            methods = HttpMethod.GET,
            summary = "A rep's practice calls that have ended, the newest first",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = EndedList.class)))
    private void ofRep(Context ctx) {
        ctx.json(
                Page.all(
                        rolePlays.ended(ctx.pathParam("id")).stream()
                                .map(EndedRolePlay::of)
                                .toList()));
    }

    private RolePlayView view(Session session) {
        return new RolePlayView(
                session.id(),
                ScenarioView.of(session.scenario()),
                session.lines(),
                session.ended(),
                rolePlays.modelName());
    }

    private Session session(Context ctx) {
        return rolePlays
                .find(ctx.pathParam("id"))
                .orElseThrow(
                        () ->
                                missing(
                                        "no-such-role-play",
                                        "There is no practice call that goes on under this id; it has ended, or was left for two hours.",
                                        "Begin a new one."));
    }

    private static Problem missing(String type, String detail, String action) {
        return new Problem(404, type, "Not there", detail, action);
    }
}
