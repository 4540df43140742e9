package talktrack.api.uploads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import talktrack.api.calls.UploadFields;
import talktrack.api.calls.UploadLimits;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;

/** The tus protocol over HTTP. A whole upload names its call in {@value #CALL}. */
public final class TusRoutes implements Routes {

    private static final String VERSION = "1.0.0";
    private static final String CALL = "Talktrack-Call";
    private static final String BYTES = "application/offset+octet-stream";

    private final ResumableUploads uploads;
    private final UploadFields fields;
    private final UploadLimits limits;

    public TusRoutes(ResumableUploads uploads, UploadFields fields, UploadLimits limits) {
        this.uploads = uploads;
        this.fields = fields;
        this.limits = limits;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.options("/api/uploads", this::describe);
        routes.post("/api/uploads", this::create);
        routes.head("/api/uploads/{id}", this::state);
        routes.patch("/api/uploads/{id}", this::append);
        routes.delete("/api/uploads/{id}", this::remove);
    }

    private void describe(Context ctx) {
        ctx.status(204)
                .header("Tus-Resumable", VERSION)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,termination,expiration")
                .header("Tus-Max-Size", String.valueOf(limits.maxUploadBytes()));
    }

    @OpenApi(
            path = "/api/uploads",
            methods = HttpMethod.POST,
            summary = "Begins an upload that can be resumed (tus 1.0.0)",
            headers = {
                @OpenApiParam(name = "Tus-Resumable", required = true, description = "1.0.0"),
                @OpenApiParam(
                        name = "Upload-Length",
                        required = true,
                        type = Long.class,
                        description = "bytes of the whole file"),
                @OpenApiParam(
                        name = "Upload-Metadata",
                        required = true,
                        description =
                                "filename and the fields of POST /api/recordings, the values in"
                                        + " base64")
            },
            responses = {
                @OpenApiResponse(status = "201", description = "Location says where the bytes go"),
                @OpenApiResponse(status = "400", description = "a field is missing or wrong"),
                @OpenApiResponse(status = "413", description = "the file is too large"),
                @OpenApiResponse(status = "507", description = "the disk is too full")
            })
    private void create(Context ctx) throws IOException, InterruptedException {
        checkVersion(ctx);
        long length = number(ctx, "Upload-Length");
        if (length == 0) {
            throw Problem.badRequest(
                    "The file is empty, so there is nothing to listen to.",
                    "Export the recording again and upload that.");
        }
        limits.checkFile(length);
        Map<String, String> told = metadata(ctx.header("Upload-Metadata"));
        fields.read(
                told.getOrDefault("filename", ""), told::get); // better refused now than at last
        UploadProgress begun = uploads.create(length, told);
        answer(ctx, begun).status(201).header("Location", "/api/uploads/" + begun.id());
    }

    @OpenApi(
            path = "/api/uploads/{id}",
            methods = HttpMethod.HEAD,
            summary = "How far an upload is: Upload-Offset; when it is a call: Talktrack-Call",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(status = "200"),
                @OpenApiResponse(status = "404", description = "no such upload, or it has expired")
            })
    private void state(Context ctx) throws IOException, InterruptedException {
        checkVersion(ctx);
        answer(ctx, found(uploads.find(ctx.pathParam("id")))).status(200);
    }

    @OpenApi(
            path = "/api/uploads/{id}",
            methods = HttpMethod.PATCH,
            summary = "Goes on with an upload; its last byte makes it a call",
            pathParams = @OpenApiParam(name = "id", required = true),
            headers = {
                @OpenApiParam(name = "Upload-Offset", required = true, type = Long.class),
                @OpenApiParam(
                        name = "Content-Type",
                        required = true,
                        description = "application/offset+octet-stream")
            },
            responses = {
                @OpenApiResponse(status = "204", description = "all that was sent is kept"),
                @OpenApiResponse(status = "404", description = "no such upload, or it has expired"),
                @OpenApiResponse(status = "409", description = "the upload stands elsewhere"),
                @OpenApiResponse(status = "507", description = "the disk is too full for more")
            })
    private void append(Context ctx) throws IOException, InterruptedException {
        checkVersion(ctx);
        if (!BYTES.equals(ctx.contentType())) {
            throw new Problem(
                    415,
                    "content-type",
                    "Not this content type",
                    "The bytes of an upload come as %s.".formatted(BYTES),
                    "Send this content type.");
        }
        long offset = number(ctx, "Upload-Offset");
        answer(ctx, found(uploads.append(ctx.pathParam("id"), offset, ctx.req().getInputStream())))
                .status(204);
    }

    @OpenApi(
            path = "/api/uploads/{id}",
            methods = HttpMethod.DELETE,
            summary = "Gives an upload up",
            pathParams = @OpenApiParam(name = "id", required = true),
            responses = {
                @OpenApiResponse(status = "204", description = "it is gone"),
                @OpenApiResponse(status = "404", description = "no such upload")
            })
    private void remove(Context ctx) throws IOException, InterruptedException {
        checkVersion(ctx);
        if (!uploads.remove(ctx.pathParam("id"))) {
            throw noSuchUpload();
        }
        ctx.status(204).header("Tus-Resumable", VERSION);
    }

    private static Context answer(Context ctx, UploadProgress progress) {
        UploadNote note = progress.note();
        ctx.header("Tus-Resumable", VERSION)
                .header("Upload-Offset", String.valueOf(progress.offsetBytes()))
                .header("Upload-Length", String.valueOf(note.lengthBytes()));
        return note.finished()
                ? ctx.header(CALL, note.callId())
                : ctx.header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                note.expiresAt().atOffset(ZoneOffset.UTC)));
    }

    private static UploadProgress found(Optional<UploadProgress> progress) {
        return progress.orElseThrow(TusRoutes::noSuchUpload);
    }

    private static Problem noSuchUpload() {
        return new Problem(
                404,
                "no-such-upload",
                "No such upload",
                "There is no upload with this id; what is not finished within three days goes.",
                "Begin a new one with POST /api/uploads.");
    }

    private static void checkVersion(Context ctx) {
        if (!VERSION.equals(ctx.header("Tus-Resumable"))) {
            ctx.header("Tus-Version", VERSION);
            throw new Problem(
                    412,
                    "tus-version",
                    "Not this version of tus",
                    "This server speaks version %s of the tus protocol.".formatted(VERSION),
                    "Send the header Tus-Resumable: %s.".formatted(VERSION));
        }
    }

    private static long number(Context ctx, String header) {
        String text = ctx.header(header);
        if (text == null || !text.matches("\\d{1,18}")) {
            throw Problem.badRequest(
                    "The header %s is missing or no number.".formatted(header),
                    "Send it as a number of bytes.");
        }
        return Long.parseLong(text);
    }

    /** {@code name base64, name base64 …}; a name alone has an empty value. */
    static Map<String, String> metadata(String header) {
        Map<String, String> told = new LinkedHashMap<>();
        for (String pair : header == null ? new String[0] : header.split(",", -1)) {
            String[] words = pair.strip().split(" +", -1);
            try {
                String value = words.length > 1 ? words[1] : "";
                told.put(
                        words[0],
                        new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw Problem.badRequest(
                        "The value of '%s' in Upload-Metadata is not base64.".formatted(words[0]),
                        "Encode every value in base64.");
            }
        }
        return told;
    }
}
