package talktrack.api.talktracks;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import talktrack.api.http.Page;
import talktrack.api.http.Parameters;
import talktrack.api.http.Routes;
import talktrack.api.index.ElasticIndex;
import talktrack.api.mining.WonCalls;
import talktrack.api.versions.ImportedRow;
import talktrack.api.versions.Requests;
import talktrack.api.versions.SheetImport;
import talktrack.api.versions.VersionRequests;
import talktrack.api.versions.VersionRequests.DiffView;
import talktrack.api.versions.VersionRequests.Restoration;
import talktrack.api.versions.VersionRequests.StatusChange;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Phase;
import talktrack.models.labels.QuestionType;

/** The library of talk tracks: read, written, approved, compared, taken along. */
public final class TalkTrackRoutes implements Routes {

    private static final String PATH = "/api/talk-tracks";
    private static final String ONE = PATH + "/{id}";

    private final TalkTrackLibrary library;
    private final VersionRequests<TalkTrack> requests;
    private final UsageReader usage;
    private final Miner miner;

    /**
     * @param won what drafts are made of
     */
    public TalkTrackRoutes(TalkTrackLibrary library, ElasticIndex elasticsearch, WonCalls won) {
        this.library = library;
        this.requests = new VersionRequests<>(library.library());
        usage = new UsageReader(elasticsearch);
        miner = new Miner(won);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::create);
        routes.get(PATH + "/export", this::export);
        routes.post(PATH + "/import", this::takeIn);
        routes.post(PATH + "/mine", this::mine);
        routes.get(ONE, this::one);
        routes.get(ONE + "/usage", this::usage);
        routes.put(ONE, this::change);
        routes.post(ONE + "/approve", this::approve);
        routes.post(ONE + "/retire", this::retire);
        routes.get(ONE + "/versions", this::versions);
        routes.get(ONE + "/versions/{version}", this::version);
        routes.get(ONE + "/diff", this::diff);
        routes.post(ONE + "/restore", this::restore);
    }

    record TalkTrackList(List<TalkTrack> items) {}

    record VersionList(List<TalkTrack> items) {}

    /**
     * @param written false after a dry run
     */
    record ImportResult(boolean written, List<ImportedRow> rows) {}

    @OpenApi(
            path = PATH,
            methods = HttpMethod.GET,
            summary = "The talk tracks in their newest versions",
            queryParams = {
                @OpenApiParam(name = "language", description = "en or zh"),
                @OpenApiParam(name = "status", description = "draft, approved or retired"),
                @OpenApiParam(name = "objection"),
                @OpenApiParam(name = "question"),
                @OpenApiParam(name = "phase"),
                @OpenApiParam(name = "product"),
                @OpenApiParam(name = "industry"),
                @OpenApiParam(name = "mined", description = "true: only those made of calls"),
                @OpenApiParam(name = "q", description = "words that all must stand in it")
            },
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = TalkTrackList.class)))
    private void list(Context ctx) {
        ctx.json(Page.all(wanted(ctx).toList()));
    }

    private Stream<TalkTrack> wanted(Context ctx) {
        Optional<Language> language = Parameters.label(ctx, "language", Language.class);
        Optional<TalkTrack.Status> status = Parameters.label(ctx, "status", TalkTrack.Status.class);
        Optional<ObjectionType> objection = Parameters.label(ctx, "objection", ObjectionType.class);
        Optional<QuestionType> question = Parameters.label(ctx, "question", QuestionType.class);
        Optional<Phase> phase = Parameters.label(ctx, "phase", Phase.class);
        Optional<String> product = Parameters.text(ctx, "product");
        Optional<String> industry = Parameters.text(ctx, "industry");
        boolean mined = Parameters.text(ctx, "mined").filter("true"::equals).isPresent();
        List<String> words =
                Parameters.text(ctx, "q").stream()
                        .flatMap(q -> Stream.of(q.toLowerCase(Locale.ROOT).strip().split("\\s+")))
                        .toList();
        return library.all().stream()
                .filter(one -> language.isEmpty() || language.get() == one.language())
                .filter(one -> status.isEmpty() || status.get() == one.status())
                .filter(one -> objection.isEmpty() || objection.equals(one.situation().objection()))
                .filter(
                        one ->
                                question.isEmpty()
                                        || question.equals(one.situation().questionType()))
                .filter(one -> phase.isEmpty() || phase.equals(one.situation().phase()))
                .filter(one -> product.isEmpty() || like(product.get(), one.situation().product()))
                .filter(
                        one ->
                                industry.isEmpty()
                                        || like(industry.get(), one.situation().industry()))
                .filter(one -> !mined || one.minedFrom().isPresent())
                .filter(one -> has(one, words));
    }

    private static boolean like(String asked, String there) {
        return there.toLowerCase(Locale.ROOT).contains(asked.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean has(TalkTrack track, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        String all = String.join("\n", TalkTrackSheet.cells(track).values()) + "\n" + track.id();
        String lower = all.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    @OpenApi(
            path = PATH,
            methods = HttpMethod.POST,
            summary = "Adds a talk track, as a draft unless it is approved at once",
            requestBody =
                    @OpenApiRequestBody(content = @OpenApiContent(from = TalkTrackEdit.class)),
            responses = {
                @OpenApiResponse(status = "201", content = @OpenApiContent(from = TalkTrack.class)),
                @OpenApiResponse(
                        status = "400",
                        description = "something in it is missing or wrong")
            })
    private void create(Context ctx) {
        Requests.answer(ctx.status(201), library.create(Requests.body(ctx, TalkTrackEdit.class)));
    }

    @OpenApi(
            path = PATH + "/export",
            methods = HttpMethod.GET,
            summary = "The talk tracks that the filters leave, as one file",
            queryParams = {
                @OpenApiParam(name = "format", description = "markdown or csv"),
                @OpenApiParam(name = "language"),
                @OpenApiParam(name = "status")
            },
            responses = @OpenApiResponse(status = "200", description = "a Markdown or CSV file"))
    private void export(Context ctx) {
        Requests.file(ctx, library.library().sheet(wanted(ctx).toList()), "talk-tracks");
    }

    @OpenApi(
            path = PATH + "/import",
            methods = HttpMethod.POST,
            summary = "Takes all talk tracks of a file in, or none of them when a row is wrong",
            queryParams = {
                @OpenApiParam(name = "format", description = "markdown or csv"),
                @OpenApiParam(name = "dry-run", description = "true: only says what would happen")
            },
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = ImportResult.class)),
                @OpenApiResponse(status = "400", description = "names the lines that are wrong")
            })
    private void takeIn(Context ctx) {
        SheetImport<TalkTrack> all =
                library.library().read(Requests.sheet(ctx, TalkTrackSheet.COLUMNS));
        boolean write = !Requests.dryRun(ctx);
        if (write) {
            library.library().write(all.changes());
        }
        ctx.json(new ImportResult(write, all.rows()));
    }

    /**
     * @param calls how many were looked at
     * @param proposed what was added, as drafts
     * @param alike how many moments were left out because the library has their like
     */
    record MiningResult(int calls, List<TalkTrack> proposed, int alike) {}

    @OpenApi(
            path = PATH + "/mine",
            methods = HttpMethod.POST,
            summary = "Proposes drafts out of the best moments of calls that ended well",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = MiningResult.class)))
    private void mine(Context ctx) {
        Miner.Found found = miner.find(library.all());
        List<TalkTrack> proposed = found.drafts().stream().map(library::propose).toList();
        ctx.json(new MiningResult(found.calls(), proposed, found.alike()));
    }

    @OpenApi(
            path = ONE + "/usage",
            methods = HttpMethod.GET,
            summary = "Where a talk track was suggested and said, and what came after",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Usage.class)),
                @OpenApiResponse(status = "404", description = "no such talk track")
            })
    private void usage(Context ctx) {
        ctx.json(usage.of(library.library().get(ctx.pathParam("id"))));
    }

    @OpenApi(
            path = ONE,
            methods = HttpMethod.GET,
            summary = "A talk track in its newest version",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = TalkTrack.class)),
                @OpenApiResponse(status = "404", description = "no such talk track")
            })
    private void one(Context ctx) {
        Requests.answer(ctx, library.library().get(ctx.pathParam("id")));
    }

    @OpenApi(
            path = ONE,
            methods = HttpMethod.PUT,
            summary = "Changes a talk track; it is a draft then, unless it is approved at once",
            pathParams = @OpenApiParam(name = "id", required = true),
            headers = @OpenApiParam(name = "If-Match", description = "the version you saw"),
            requestBody =
                    @OpenApiRequestBody(content = @OpenApiContent(from = TalkTrackEdit.class)),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = TalkTrack.class)),
                @OpenApiResponse(
                        status = "400",
                        description = "something in it is missing or wrong"),
                @OpenApiResponse(status = "404", description = "no such talk track"),
                @OpenApiResponse(status = "409", description = "somebody changed it meanwhile")
            })
    private void change(Context ctx) {
        TalkTrackEdit edit = Requests.body(ctx, TalkTrackEdit.class);
        int seen = Requests.seenForSure(ctx, edit.version());
        Requests.answer(ctx, library.change(ctx.pathParam("id"), edit, seen));
    }

    @OpenApi(
            path = ONE + "/approve",
            methods = HttpMethod.POST,
            summary = "Approves a talk track: it is suggested from now on",
            pathParams = @OpenApiParam(name = "id", required = true),
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = StatusChange.class)),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = TalkTrack.class)),
                @OpenApiResponse(status = "404", description = "no such talk track"),
                @OpenApiResponse(status = "409", description = "somebody changed it meanwhile")
            })
    private void approve(Context ctx) {
        requests.become(ctx, TalkTrack.Status.APPROVED);
    }

    @OpenApi(
            path = ONE + "/retire",
            methods = HttpMethod.POST,
            summary = "Retires a talk track: it is not suggested any more",
            pathParams = @OpenApiParam(name = "id", required = true),
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = StatusChange.class)),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = TalkTrack.class)),
                @OpenApiResponse(status = "404", description = "no such talk track"),
                @OpenApiResponse(status = "409", description = "somebody changed it meanwhile")
            })
    private void retire(Context ctx) {
        requests.become(ctx, TalkTrack.Status.RETIRED);
    }

    @OpenApi(
            path = ONE + "/versions",
            methods = HttpMethod.GET,
            summary = "All versions of a talk track, newest first",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = VersionList.class)),
                @OpenApiResponse(status = "404", description = "no such talk track")
            })
    private void versions(Context ctx) {
        requests.versions(ctx);
    }

    @OpenApi(
            path = ONE + "/versions/{version}",
            methods = HttpMethod.GET,
            summary = "One version of a talk track",
            pathParams = {
                @OpenApiParam(name = "id", required = true),
                @OpenApiParam(name = "version", required = true)
            },
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = TalkTrack.class)),
                @OpenApiResponse(status = "404", description = "no such version")
            })
    private void version(Context ctx) {
        requests.version(ctx);
    }

    @OpenApi(
            path = ONE + "/diff",
            methods = HttpMethod.GET,
            summary = "How two versions of a talk track differ, word by word",
            pathParams = @OpenApiParam(name = "id", required = true),
            queryParams = {
                @OpenApiParam(name = "from", description = "left out: the one before `to`"),
                @OpenApiParam(name = "to", description = "left out: the newest")
            },
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = DiffView.class)),
                @OpenApiResponse(status = "404", description = "no such version")
            })
    private void diff(Context ctx) {
        requests.diff(ctx);
    }

    @OpenApi(
            path = ONE + "/restore",
            methods = HttpMethod.POST,
            summary = "Makes an earlier version the newest again, as a version of its own",
            pathParams = @OpenApiParam(name = "id", required = true),
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = Restoration.class)),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = TalkTrack.class)),
                @OpenApiResponse(status = "404", description = "no such version"),
                @OpenApiResponse(status = "409", description = "somebody changed it meanwhile")
            })
    private void restore(Context ctx) {
        requests.restore(ctx);
    }
}
