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
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;

/** Recordings come in. The body goes to disk part by part, never into the heap. */
public final class UploadRoutes implements Routes {

    private final CallCommands commands;
    private final UploadFields fields;
    private final UploadLimits limits;

    public UploadRoutes(CallCommands commands, UploadFields fields, UploadLimits limits) {
        this.commands = commands;
        this.fields = fields;
        this.limits = limits;
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
                                                        name = "kind",
                                                        type = "string"),
                                                @OpenApiContentProperty(
                                                        name = "sale",
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
                                                        type = "string"),
                                                @OpenApiContentProperty(
                                                        name = "raw",
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
        limits.check(ctx.req().getContentLengthLong());
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
            limits.checkFile(file.size());
            Upload upload = fields.read(file.filename(), name -> ctx.formParam(name));
            try (InputStream bytes = file.content()) {
                ctx.status(202).json(CallAccepted.of(commands.upload(upload, bytes)));
            }
        } finally {
            for (Part part : ctx.req().getParts()) {
                part.delete();
            }
        }
    }
}
