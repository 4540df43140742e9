package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.models.events.Json;
import talktrack.models.events.Person;
import talktrack.models.labels.Label;

/** Redoes recordings under the speech model that is in use now. */
@Command(
        name = "retranscribe",
        mixinStandardHelpOptions = true,
        description =
                "Has the running server read recordings once more, with the speech model that it uses now. Leaves out those which that model has read already.",
        footer = {
            "",
            "Example:  talktrack retranscribe --since 2026-01-01",
            "          talktrack retranscribe --call 4f9c1c0b7a4d2e6f8a1b3c5d --all"
        })
final class RetranscribeCommand implements Callable<Integer> {

    private static final int PAGE = 500;

    @Mixin private DataOption data;

    @ArgGroup(
            multiplicity = "1",
            exclusive = false,
            heading = "Which calls (one by --call, or --rep and --since, which together narrow):%n")
    private Which which;

    /** Either a call, or one or both of the others, which then both count. */
    private static final class Which {

        @Option(names = "--call", paramLabel = "ID", description = "This call.")
        private String call;

        @Option(names = "--rep", paramLabel = "NAME", description = "This rep's calls.")
        private String rep;

        @Option(
                names = "--since",
                paramLabel = "DATE",
                description = "Calls that started on this day or later, like 2026-01-31.")
        private String since;
    }

    @Option(names = "--all", description = "Those that the model in use has read, too.")
    private boolean all;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    /** Why a call is not redone. */
    private enum Skip implements Label {
        NOT_A_RECORDING("transcript that was imported"),
        IN_WORK("in work already"),
        FAILED("failed for another reason than its model (talktrack retry CALL)"),
        SAME_MODEL("read by the model in use already (--all redoes them, too)");

        private final String words;

        Skip(String words) {
            this.words = words;
        }
    }

    @Override
    public Integer call() throws Exception {
        if (which.call != null && (which.rep != null || which.since != null)) {
            throw CommandFailure.usage("--call names one call: leave out --rep and --since");
        }
        Instant since = since();
        List<String> redone = new ArrayList<>();
        Map<Skip, Integer> skipped = new EnumMap<>(Skip.class);
        try (ServerClient server = ServerClient.find(data)) {
            JsonNode models = server.get("/api/status").path("speechModels");
            for (JsonNode call : calls(server)) {
                if (Instant.parse(call.path("startedAt").asText()).isBefore(since)) {
                    continue;
                }
                Optional<Skip> skip = skip(call, models);
                if (skip.isPresent()) {
                    skipped.merge(skip.get(), 1, Integer::sum);
                } else {
                    String id = call.path("id").asText();
                    server.post("/api/calls/" + UrlPart.of(id) + "/retry", Map.of());
                    redone.add(id);
                }
            }
        }
        if (json) {
            Map<String, Integer> leftOut = new LinkedHashMap<>();
            skipped.forEach((why, count) -> leftOut.put(why.id(), count));
            new JsonOutput(false)
                    .print(Json.mapper().valueToTree(Map.of("calls", redone, "leftOut", leftOut)));
            return 0;
        }
        System.out.printf(
                "Read again: %d. 'talktrack calls' shows how far they are.%n", redone.size());
        skipped.forEach((why, count) -> System.out.printf("Left out: %d, %s.%n", count, why.words));
        return 0;
    }

    private Optional<Skip> skip(JsonNode call, JsonNode models) {
        String status = call.path("status").asText();
        String model = call.path("model").asText("");
        if (model.equals("imported")) {
            return Optional.of(Skip.NOT_A_RECORDING);
        }
        if (status.equals("failed")) {
            boolean forModel = call.path("failure").path("kind").asText().equals("no-speech-model");
            return forModel ? Optional.empty() : Optional.of(Skip.FAILED);
        }
        if (!status.equals("analysed")) {
            return Optional.of(Skip.IN_WORK);
        }
        String now = models.path(call.path("language").asText("en")).asText("");
        return !all && model.equals(now) ? Optional.of(Skip.SAME_MODEL) : Optional.empty();
    }

    private List<JsonNode> calls(ServerClient server) throws IOException, InterruptedException {
        if (which.call != null) {
            return List.of(server.get("/api/calls/" + UrlPart.of(which.call)));
        }
        List<JsonNode> found = new ArrayList<>();
        String rep = which.rep == null ? "" : "&rep=" + UrlPart.of(repId());
        String cursor = "";
        do {
            JsonNode page = server.get("/api/calls?limit=" + PAGE + rep + cursor);
            page.path("items").forEach(found::add);
            cursor =
                    page.hasNonNull("next")
                            ? "&cursor=" + UrlPart.of(page.path("next").asText())
                            : "";
        } while (!cursor.isEmpty());
        return found;
    }

    private Instant since() {
        if (which.since == null) {
            return Instant.MIN;
        }
        try {
            return LocalDate.parse(which.since).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw CommandFailure.usage(
                    "'%s' is no day: write it like 2026-01-31".formatted(which.since));
        }
    }

    private String repId() {
        try {
            return Person.idOf(which.rep);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage());
        }
    }
}
