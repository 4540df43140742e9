package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import talktrack.api.cli.report.Columns;
import talktrack.ingest.decode.RawSound;
import talktrack.models.labels.Label;

/** Files to the running server. */
@Command(
        name = "upload",
        mixinStandardHelpOptions = true,
        description =
                "Hands recordings or transcripts to the running server and follows them until they are analysed.",
        footer = {
            "",
            "Example:  talktrack upload call.wav --rep \"Anna Brooks\" --customer \"Lake Street Clinic\""
        })
final class UploadCommand implements Callable<Integer> {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @Spec private CommandSpec spec;
    @Mixin private CallOptions call;
    @Mixin private OtherPartyOptions party;
    @Mixin private KindOptions kind;
    @Mixin private DataOption data;

    @Option(
            names = "--rep",
            paramLabel = "NAME",
            required = true,
            description = "Whose calls these are; a new name becomes a new rep.")
    private String rep;

    @Option(
            names = "--started-at",
            paramLabel = "TIME",
            defaultValue = "",
            description =
                    "When the call began: 2026-11-04T10:00 in the server's zone, or with a zone of its own, 2026-11-04T10:00Z (default: now).")
    private String startedAt;

    @Option(names = "--no-wait", description = "Do not follow the calls.")
    private boolean noWait;

    @Option(names = "--json", description = "One JSON document; of several files one a line.")
    private boolean json;

    private JsonOutput output;

    @Override
    public Integer call() throws Exception {
        String start = checkedStart();
        output = new JsonOutput(call.files().size() > 1);
        try (ServerClient server = ServerClient.find(data)) {
            return new FileBatch(json, output)
                    .run(call.files(), file -> upload(server, file, start));
        }
    }

    private void upload(ServerClient server, Path file, String start)
            throws IOException, InterruptedException {
        JsonNode accepted = Handover.send(server, file, fields(start));
        String callId = accepted.path("callId").asText();
        if (noWait) {
            print(file, accepted, "%s  %s".formatted(callId, accepted.path("status").asText()));
            return;
        }
        JsonNode done = new CallFollower(server, LOOK_EVERY).follow(callId);
        if (done.path("status").asText().equals("failed")) {
            throw new CallFailed(callId, done.path("failure"));
        }
        print(
                file,
                done,
                "%s  %s  %s"
                        .formatted(
                                callId,
                                done.path("status").asText(),
                                server.url().resolve("/calls/" + callId)));
    }

    private CallFields fields(String start) {
        return new CallFields(
                rep,
                party.team(),
                party.customer(),
                start,
                call.language().declared().map(language -> language.id()).orElse(""),
                call.channels().id(),
                call.repSpeaker(),
                call.raw().map(RawSound::toString).orElse(""),
                kind.kind().map(Label::id).orElse(""),
                kind.sale().map(Label::id).orElse(""));
    }

    private void print(Path file, JsonNode call, String readable) {
        if (json) {
            ObjectNode document = output.document(file);
            document.put("callId", call.path("id").asText());
            document.setAll((ObjectNode) call);
            output.print(document);
        } else {
            System.out.println(Columns.plain(file + ": " + readable));
        }
    }

    /** The start for the server: a time with a zone as an instant, one without as it is. */
    private String checkedStart() {
        if (startedAt.isBlank()) {
            return "";
        }
        try {
            var start =
                    java.time.format.DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            startedAt.strip().replace(' ', 'T'),
                            ZonedDateTime::from,
                            OffsetDateTime::from,
                            LocalDateTime::from);
            return start instanceof LocalDateTime local
                    ? local.toString()
                    : Instant.from(start).toString();
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--started-at '%s': write a time like 2026-11-04T10:00 or 2026-11-04T10:00Z"
                            .formatted(startedAt),
                    e);
        }
    }
}
