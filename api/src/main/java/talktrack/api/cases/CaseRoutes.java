package talktrack.api.cases;

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
import talktrack.api.http.Page;
import talktrack.api.http.Parameters;
import talktrack.api.http.Routes;
import talktrack.api.mining.WonCalls;
import talktrack.api.versions.ImportedRow;
import talktrack.api.versions.Requests;
import talktrack.api.versions.SheetImport;
import talktrack.api.versions.VersionRequests;
import talktrack.api.versions.VersionRequests.DiffView;
import talktrack.api.versions.VersionRequests.Restoration;
import talktrack.api.versions.VersionRequests.StatusChange;
import talktrack.models.events.CaseStory;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/** The library of cases: read, written, approved, compared, taken along. */
public final class CaseRoutes implements Routes {

    private static final String PATH = "/api/cases";
    private static final String ONE = PATH + "/{id}";

    private final CaseLibrary library;
    private final VersionRequests<CaseStory> requests;
    private final Cases cases;
    private final CaseMiner miner;

    /**
     * @param won what drafts are made of
     */
    public CaseRoutes(CaseLibrary library, Cases cases, WonCalls won) {
        this.library = library;
        this.requests = new VersionRequests<>(library.library());
        this.cases = cases;
        miner = new CaseMiner(won);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::create);
        routes.get(PATH + "/export", this::export);
        routes.post(PATH + "/import", this::takeIn);
        routes.post(PATH + "/mine", this::mine);
        routes.get(ONE, this::one);
        routes.put(ONE, this::change);
        routes.post(ONE + "/approve", this::approve);
        routes.post(ONE + "/retire", this::retire);
        routes.get(ONE + "/versions", this::versions);
        routes.get(ONE + "/versions/{version}", this::version);
        routes.get(ONE + "/diff", this::diff);
        routes.post(ONE + "/restore", this::restore);
    }

    record CaseList(List<CaseStory> items) {}

    record VersionList(List<CaseStory> items) {}

    /**
     * @param written false after a dry run
     */
    record ImportResult(boolean written, List<ImportedRow> rows) {}

    @OpenApi(
            path = PATH,
            methods = HttpMethod.GET,
            summary = "The cases in their newest versions",
            queryParams = {
                @OpenApiParam(name = "language", description = "en or zh"),
                @OpenApiParam(name = "status", description = "draft, approved or retired"),
                @OpenApiParam(name = "industry"),
                @OpenApiParam(name = "q", description = "found by words and by meaning")
            },
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = CaseList.class)))
    private void list(Context ctx) {
        ctx.json(Page.all(wanted(ctx)));
    }

    private List<CaseStory> wanted(Context ctx) {
        Optional<Language> language = Parameters.label(ctx, "language", Language.class);
        Optional<TalkTrack.Status> status = Parameters.label(ctx, "status", TalkTrack.Status.class);
        Optional<String> industry = Parameters.text(ctx, "industry");
        Optional<String> words = Parameters.text(ctx, "q");
        List<CaseStory> all = words.map(q -> search(language, q)).orElseGet(library.library()::all);
        return all.stream()
                .filter(one -> language.isEmpty() || language.get() == one.language())
                .filter(one -> status.isEmpty() || status.get() == one.status())
                .filter(one -> industry.isEmpty() || like(industry.get(), one.industry()))
                .toList();
    }

    private List<CaseStory> search(Optional<Language> language, String words) {
        return cases.search(language.orElseGet(() -> TextNormaliser.detect(words)), words);
    }

    private static boolean like(String asked, String there) {
        return there.toLowerCase(Locale.ROOT).contains(asked.strip().toLowerCase(Locale.ROOT));
    }

    @OpenApi(
            path = PATH,
            methods = HttpMethod.POST,
            summary = "Adds a case, as a draft unless it is approved at once",
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = CaseEdit.class)),
            responses = {
                @OpenApiResponse(status = "201", content = @OpenApiContent(from = CaseStory.class)),
                @OpenApiResponse(
                        status = "400",
                        description = "something in it is missing or wrong")
            })
    private void create(Context ctx) {
        Requests.answer(ctx.status(201), library.create(Requests.body(ctx, CaseEdit.class)));
    }

    @OpenApi(
            path = PATH + "/export",
            methods = HttpMethod.GET,
            summary = "The cases that the filters leave, as one file",
            queryParams = {
                @OpenApiParam(name = "format", description = "markdown or csv"),
                @OpenApiParam(name = "language"),
                @OpenApiParam(name = "status")
            },
            responses = @OpenApiResponse(status = "200", description = "a Markdown or CSV file"))
    private void export(Context ctx) {
        Requests.file(ctx, library.library().sheet(wanted(ctx)), "cases");
    }

    @OpenApi(
            path = PATH + "/import",
            methods = HttpMethod.POST,
            summary = "Takes all cases of a file in, or none of them when a row is wrong",
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
        SheetImport<CaseStory> all =
                library.library().read(Requests.sheet(ctx, library.library().columns()));
        boolean write = !Requests.dryRun(ctx);
        if (write) {
            library.library().write(all.changes());
        }
        ctx.json(new ImportResult(write, all.rows()));
    }

    /**
     * @param calls how many were looked at
     * @param proposed the drafts, now in the library
     * @param alike how many calls were left out because the library has their like
     */
    record CaseMiningResult(int calls, List<CaseStory> proposed, int alike) {}

    @OpenApi(
            path = PATH + "/mine",
            methods = HttpMethod.POST,
            summary = "Proposes drafts out of calls that ended well",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = CaseMiningResult.class)))
    private void mine(Context ctx) {
        CaseMiner.Found found = miner.find(library.library().all());
        List<CaseStory> proposed = found.drafts().stream().map(library::propose).toList();
        ctx.json(new CaseMiningResult(found.calls(), proposed, found.alike()));
    }

    @OpenApi(
            path = ONE,
            methods = HttpMethod.GET,
            summary = "A case in its newest version",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = CaseStory.class)),
                @OpenApiResponse(status = "404", description = "no such case")
            })
    private void one(Context ctx) {
        Requests.answer(ctx, library.library().get(ctx.pathParam("id")));
    }

    @OpenApi(
            path = ONE,
            methods = HttpMethod.PUT,
            summary = "Changes a case; it is a draft then, unless it is approved at once",
            pathParams = @OpenApiParam(name = "id", required = true),
            headers = @OpenApiParam(name = "If-Match", description = "the version you saw"),
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = CaseEdit.class)),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = CaseStory.class)),
                @OpenApiResponse(
                        status = "400",
                        description = "something in it is missing or wrong"),
                @OpenApiResponse(status = "404", description = "no such case"),
                @OpenApiResponse(status = "409", description = "somebody changed it meanwhile")
            })
    private void change(Context ctx) {
        CaseEdit edit = Requests.body(ctx, CaseEdit.class);
        int seen = Requests.seenForSure(ctx, edit.version());
        Requests.answer(ctx, library.change(ctx.pathParam("id"), edit, seen));
    }

    @OpenApi(
            path = ONE + "/approve",
            methods = HttpMethod.POST,
            summary = "Approves a case; people look it up, nothing cites it yet",
            pathParams = @OpenApiParam(name = "id", required = true),
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = StatusChange.class)),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = CaseStory.class)),
                @OpenApiResponse(status = "404", description = "no such case"),
                @OpenApiResponse(status = "409", description = "somebody changed it meanwhile")
            })
    private void approve(Context ctx) {
        requests.become(ctx, TalkTrack.Status.APPROVED);
    }

    @OpenApi(
            path = ONE + "/retire",
            methods = HttpMethod.POST,
            summary = "Retires a case: it stays with its versions, but is out of use",
            pathParams = @OpenApiParam(name = "id", required = true),
            requestBody = @OpenApiRequestBody(content = @OpenApiContent(from = StatusChange.class)),
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = CaseStory.class)),
                @OpenApiResponse(status = "404", description = "no such case"),
                @OpenApiResponse(status = "409", description = "somebody changed it meanwhile")
            })
    private void retire(Context ctx) {
        requests.become(ctx, TalkTrack.Status.RETIRED);
    }

    @OpenApi(
            path = ONE + "/versions",
            methods = HttpMethod.GET,
            summary = "All versions of a case, newest first",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(from = VersionList.class)),
                @OpenApiResponse(status = "404", description = "no such case")
            })
    private void versions(Context ctx) {
        requests.versions(ctx);
    }

    @OpenApi(
            path = ONE + "/versions/{version}",
            methods = HttpMethod.GET,
            summary = "One version of a case",
            pathParams = {
                @OpenApiParam(name = "id", required = true),
                @OpenApiParam(name = "version", required = true)
            },
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = CaseStory.class)),
                @OpenApiResponse(status = "404", description = "no such version")
            })
    private void version(Context ctx) {
        requests.version(ctx);
    }

    @OpenApi(
            path = ONE + "/diff",
            methods = HttpMethod.GET,
            summary = "How two versions of a case differ, word by word",
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
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = CaseStory.class)),
                @OpenApiResponse(status = "404", description = "no such version"),
                @OpenApiResponse(status = "409", description = "somebody changed it meanwhile")
            })
    private void restore(Context ctx) {
        requests.restore(ctx);
    }
}
