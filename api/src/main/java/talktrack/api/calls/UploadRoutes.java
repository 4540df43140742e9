package talktrack.api.calls;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiContentProperty;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** Recordings come in. The body goes to disk part by part, never into the heap. */
public final class UploadRoutes implements Routes {

    /** What must stay free for everything else that writes to the disk. */
    private static final long RESERVED_BYTES = 512L << 20;

    /** A name, not a text. */
    private static final int MOST_FIELD_CHARACTERS = 200;

    /** The form's other fields and its boundaries. */
    private static final long FORM_BYTES = 1L << 20;

    private final CallCommands commands;
    private final Path data;
    private final ZoneId zone;
    private final long maxUploadBytes;

    /**
     * @param zone of a start that has none
     */
    public UploadRoutes(CallCommands commands, Path data, ZoneId zone, long maxUploadBytes) {
        this.commands = commands;
        this.data = data;
        this.zone = zone;
        this.maxUploadBytes = maxUploadBytes;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/recordings", this::upload);
    }

    @OpenApi(
            path = "/api/recordings",
            methods = HttpMethod.POST,
            summary = "Hands a recording or a transcript in",
            requestBody =
                    @OpenApiRequestBody(
                            required = true,
                            description =
                                    "file and rep are required. startedAt: an ISO instant or local"
                                            + " date-time, now when left out. language: en, zh, auto."
                                            + " channels: rep,customer · customer,rep · mono · auto",
                            content =
                                    @OpenApiContent(
                                            mimeType = "multipart/form-data",
                                            properties = {
                                                @OpenApiContentProperty(
                                                        name = "file",
                                                        type = "string",
                                                        format = "binary"),
                                                @OpenApiContentProperty(
                                                        name = "rep",
                                                        type = "string"),
                                                @OpenApiContentProperty(
                                                        name = "team",
                                                        type = "string"),
                                                @OpenApiContentProperty(
                                                        name = "customer",
                                                        type = "string"),
                                                @OpenApiContentProperty(
                                                        name = "startedAt",
                                                        type = "string"),
                                                @OpenApiContentProperty(
                                                        name = "language",
                                                        type = "string"),
                                                @OpenApiContentProperty(
                                                        name = "channels",
                                                        type = "string"),
                                                @OpenApiContentProperty(
                                                        name = "repSpeaker",
                                                        type = "string")
                                            })),
            responses = {
                @OpenApiResponse(
                        status = "202",
                        content = @OpenApiContent(from = CallAccepted.class)),
                @OpenApiResponse(status = "400", description = "a field is missing or wrong"),
                @OpenApiResponse(status = "413", description = "the file is too large"),
                @OpenApiResponse(status = "507", description = "the disk is too full")
            })
    private void upload(Context ctx) throws IOException, InterruptedException, ServletException {
        checkSize(ctx.req().getContentLengthLong());
        if (!ctx.isMultipartFormData()) {
            throw Problem.badRequest(
                    "An upload is a form (multipart/form-data) with a file in it.",
                    "Send the fields `file` and `rep`, like: curl -F rep=\"Anna Brooks\" -F"
                            + " file=@call.wav …");
        }
        try {
            UploadedFile file = ctx.uploadedFile("file");
            if (file == null) {
                throw Problem.badRequest(
                        "The form has no file.", "Put the recording into the field `file`.");
            }
            if (file.size() > maxUploadBytes) {
                throw tooLarge();
            }
            Upload upload = read(ctx, file);
            try (InputStream bytes = file.content()) {
                ctx.status(202).json(CallAccepted.of(commands.upload(upload, bytes)));
            }
        } finally {
            for (Part part : ctx.req().getParts()) {
                part.delete();
            }
        }
    }

    /**
     * The body is spooled once and stored once. One that does not say its length may be as long as
     * any.
     */
    private void checkSize(long contentLength) throws IOException {
        if (contentLength > maxUploadBytes + FORM_BYTES) {
            throw tooLarge();
        }
        long free = Files.getFileStore(data).getUsableSpace();
        long expected = contentLength < 0 ? maxUploadBytes : contentLength;
        long needed = 2 * expected + RESERVED_BYTES;
        if (free < needed) {
            throw new Problem(
                    507,
                    "disk-full",
                    "The disk is too full",
                    "The disk has %d MB free; taking this recording in needs %d MB."
                            .formatted(free >> 20, needed >> 20),
                    "Make room on the server's disk, or delete calls that nobody needs.");
        }
    }

    private Problem tooLarge() {
        return new Problem(
                413,
                "too-large",
                "The file is too large",
                "A recording may have at most %d MB.".formatted(maxUploadBytes >> 20),
                "Export it in a compressed format such as MP3 or M4A, or raise max-upload-bytes in"
                        + " talktrack.yaml.");
    }

    private Upload read(Context ctx, UploadedFile file) {
        return new Upload(
                shortened(file.filename()),
                field(ctx, "rep")
                        .orElseThrow(
                                () ->
                                        Problem.badRequest(
                                                "The form does not say whose call it is.",
                                                "Put the rep's name into the field `rep`.")),
                field(ctx, "team"),
                field(ctx, "customer").orElse(""),
                field(ctx, "startedAt").map(this::startedAt),
                field(ctx, "language")
                        .filter(language -> !language.equals("auto"))
                        .map(language -> label("language", Language.class, language)),
                field(ctx, "channels")
                        .map(channels -> label("channels", ChannelLayout.class, channels))
                        .orElse(ChannelLayout.AUTO),
                field(ctx, "repSpeaker").orElse(""),
                false);
    }

    /** Only for showing: the file is stored under a name of our own. */
    private static String shortened(String fileName) {
        int from = Math.max(0, fileName.length() - MOST_FIELD_CHARACTERS);
        return fileName.substring(from); // the end tells more, and has the extension
    }

    private static Optional<String> field(Context ctx, String name) {
        Optional<String> field =
                Optional.ofNullable(ctx.formParam(name))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty());
        field.filter(value -> value.length() > MOST_FIELD_CHARACTERS)
                .ifPresent(
                        value -> {
                            throw Problem.badRequest(
                                    "The field `%s` has %d characters; %d are possible."
                                            .formatted(name, value.length(), MOST_FIELD_CHARACTERS),
                                    "Was something pasted into the wrong field?");
                        });
        return field;
    }

    private Instant startedAt(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notAnInstant) {
            try {
                return LocalDateTime.parse(text).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                e.addSuppressed(notAnInstant);
                throw Problem.badRequest(
                        "'%s' in the field `startedAt` is no point in time.".formatted(text),
                        "Write it like 2026-11-04T10:00:00Z, or 2026-11-04T10:00 for local time.");
            }
        }
    }

    private static <E extends Enum<E> & Label> E label(String field, Class<E> labels, String id) {
        try {
            return Label.parse(labels, id);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The field `%s` is not right: %s.".formatted(field, e.getMessage()),
                    "Use one of these words, or auto.");
        }
    }
}
