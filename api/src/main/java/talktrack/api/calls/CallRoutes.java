package talktrack.api.calls;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.http.JsonBody;
import talktrack.api.http.Page;
import talktrack.api.http.Parameters;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.ingest.RecordingStore;
import talktrack.ingest.store.StoreUnreachable;
import talktrack.models.events.Suggestion;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.Caution;

/** Calls: list, one, its transcript and audio, deletion, another try, who speaks. */
public final class CallRoutes implements Routes {

    private static final Logger log = LoggerFactory.getLogger(CallRoutes.class);
    private static final int MOST_CALLS = 500;

    private final CallRegistry registry;
    private final CallCommands commands;
    private final CallDocuments documents;
    private final RecordingStore recordings;

    public CallRoutes(
            CallRegistry registry,
            CallCommands commands,
            CallDocuments documents,
            RecordingStore recordings) {
        this.registry = registry;
        this.commands = commands;
        this.documents = documents;
        this.recordings = recordings;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/calls", this::list);
        routes.get("/api/calls/{id}", this::one);
        routes.get("/api/calls/{id}/transcript", this::transcript);
        routes.get("/api/calls/{id}/audio", this::audio);
        routes.delete("/api/calls/{id}", this::delete);
        routes.post("/api/calls/{id}/retry", this::retry);
        routes.post("/api/calls/{id}/speakers", this::speakers);
    }

    @OpenApi(
            path = "/api/calls",
            methods = HttpMethod.GET,
            summary = "Calls, the newest first",
            queryParams = {
                @OpenApiParam(name = "rep", description = "id of a rep"),
                @OpenApiParam(name = "team", description = "id of a team"),
                @OpenApiParam(name = "status", description = "such as analysed or failed"),
                @OpenApiParam(name = "limit", type = Integer.class, description = "at most 500"),
                @OpenApiParam(name = "cursor", description = "`next` of the page before")
            },
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = CallList.class)))
    private void list(Context ctx) {
        int limit = Parameters.number(ctx, "limit", 50, 1, MOST_CALLS);
        Optional<CallCursor> cursor = Parameters.text(ctx, "cursor").map(CallCursor::parse);
        Optional<String> rep = Parameters.text(ctx, "rep");
        Optional<String> team = Parameters.text(ctx, "team");
        Optional<CallStatus> status = Parameters.label(ctx, "status", CallStatus.class);
        List<Call> found =
                registry.calls().stream()
                        .filter(call -> rep.isEmpty() || rep.get().equals(call.details().repId()))
                        .filter(
                                call ->
                                        team.isEmpty()
                                                || team.get().equals(call.details().teamId()))
                        .filter(call -> status.isEmpty() || status.get() == call.status())
                        .filter(call -> cursor.isEmpty() || cursor.get().precedes(call))
                        .limit(limit + 1L)
                        .toList();
        List<Call> page = found.subList(0, Math.min(limit, found.size()));
        ctx.json(
                new Page<>(
                        page.stream().map(CallSummary::of).toList(),
                        found.size() > limit
                                ? Optional.of(CallCursor.after(page.getLast()).text())
                                : Optional.empty()));
    }

    @OpenApi(
            path = "/api/calls/{id}",
            methods = HttpMethod.GET,
            summary = "One call: how far it is, metrics, skills, objections with suggestions",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = CallPage.class)),
                @OpenApiResponse(status = "404", description = "no such call, or it was deleted")
            })
    private void one(Context ctx) throws IOException {
        Call call = call(ctx);
        boolean hasAudio = hasAudio(call);
        List<Suggestion> suggestions = call.analysed() ? documents.suggestions(call) : List.of();
        ctx.json(
                CallPage.of(
                        call,
                        hasAudio,
                        call.analysed() ? documents.analysis(call) : Optional.empty(),
                        suggestions,
                        documents.talkTracks(suggestions)));
    }

    /** What is said in a call. */
    record Transcript(
            String id, String model, List<Caution> cautions, List<UtteranceView> utterances) {}

    @OpenApi(
            path = "/api/calls/{id}/transcript",
            methods = HttpMethod.GET,
            summary = "Utterances with their labels; empty until the call is transcribed",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = Transcript.class)),
                @OpenApiResponse(status = "404", description = "no such call, or it was deleted")
            })
    private void transcript(Context ctx) {
        Call call = call(ctx);
        var done = call.transcribed();
        ctx.json(
                new Transcript(
                        call.id(),
                        done.map(TranscriptEnd.Transcribed::model).orElse(""),
                        done.map(TranscriptEnd.Transcribed::cautions).orElse(List.of()),
                        done.isPresent() ? documents.transcript(call) : List.of()));
    }

    @OpenApi(
            path = "/api/calls/{id}/audio",
            methods = HttpMethod.GET,
            summary = "The copy of the recording that browsers play; ranges are answered",
            pathParams = @OpenApiParam(name = "id", required = true),
            headers = @OpenApiParam(name = "Range", description = "such as bytes=0-65535"),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(mimeType = "audio/mp4", type = "string")),
                @OpenApiResponse(status = "206", description = "the range that was asked for"),
                @OpenApiResponse(status = "404", description = "no such call, or it has no audio")
            })
    private void audio(Context ctx) throws IOException {
        Call call = call(ctx);
        String location = playback(call).orElseThrow(CallRoutes::noAudio);
        AudioResponse.send(
                ctx,
                recordings,
                location,
                recordings.size(location).orElseThrow(CallRoutes::noAudio),
                "audio/mp4",
                call.id() + "-" + call.revision());
    }

    private static Problem noAudio() {
        return new Problem(
                404,
                "no-audio",
                "No audio",
                "This call has no audio to play: it is a transcript, or not transcribed yet.",
                "Read its transcript instead.");
    }

    @OpenApi(
            path = "/api/calls/{id}",
            methods = HttpMethod.DELETE,
            summary = "Deletes a call everywhere, for good",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(status = "204", description = "it is gone"),
                @OpenApiResponse(status = "404", description = "no such call, or it was deleted")
            })
    private void delete(Context ctx) throws IOException, InterruptedException {
        commands.delete(ctx.pathParam("id"));
        ctx.status(204);
    }

    @OpenApi(
            path = "/api/calls/{id}/retry",
            methods = HttpMethod.POST,
            summary = "Has a call processed once more",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(
                        status = "202",
                        content = @OpenApiContent(from = CallAccepted.class)),
                @OpenApiResponse(status = "404", description = "no such call, or it was deleted")
            })
    private void retry(Context ctx) throws InterruptedException {
        ctx.status(202).json(CallAccepted.of(commands.retry(ctx.pathParam("id"))));
    }

    @OpenApi(
            path = "/api/calls/{id}/speakers",
            methods = HttpMethod.POST,
            summary = "Says who speaks: on the channels, under a name, or in a stretch of time",
            pathParams = @OpenApiParam(name = "id", required = true),
            requestBody =
                    @OpenApiRequestBody(content = @OpenApiContent(from = SpeakerChange.class)),
            responses = {
                @OpenApiResponse(
                        status = "202",
                        content = @OpenApiContent(from = CallAccepted.class)),
                @OpenApiResponse(status = "400", description = "it cannot be said of this call"),
                @OpenApiResponse(status = "404", description = "no such call, or it was deleted"),
                @OpenApiResponse(status = "409", description = "it is not transcribed yet")
            })
    private void speakers(Context ctx) throws InterruptedException {
        SpeakerChange change =
                JsonBody.read(
                        ctx, SpeakerChange.class, "Send one of `layout`, `repSpeaker` and `fix`.");
        ctx.status(202).json(CallAccepted.of(commands.change(ctx.pathParam("id"), change)));
    }

    private Call call(Context ctx) {
        return registry.find(ctx.pathParam("id")).orElseThrow(Problem::noSuchCall);
    }

    private static Optional<String> playback(Call call) {
        return call.transcribed()
                .map(TranscriptEnd.Transcribed::playback)
                .filter(location -> !location.isEmpty());
    }

    /** A store that is away takes nothing from the page but the sound. */
    private boolean hasAudio(Call call) throws IOException {
        Optional<String> location = playback(call);
        try {
            return location.isPresent() && recordings.size(location.get()).isPresent();
        } catch (StoreUnreachable e) {
            log.warn("the recording store is away call={} cause={}", call.id(), e.getMessage());
            return true;
        }
    }

    /** Shape of the list, for the OpenAPI document only. */
    record CallList(List<CallSummary> items, Optional<String> next) {}
}
