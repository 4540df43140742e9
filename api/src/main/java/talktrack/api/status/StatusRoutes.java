package talktrack.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import talktrack.api.Config;
import talktrack.api.calls.Call;
import talktrack.api.calls.CallRegistry;
import talktrack.api.calls.CallStatus;
import talktrack.api.http.Component;
import talktrack.api.http.Routes;
import talktrack.api.llm.LanguageModel;
import talktrack.api.llm.Usage;
import talktrack.ingest.catalogue.InstalledModels;
import talktrack.models.labels.Language;

/** {@code /health} for machines, {@code /api/status} for people. */
public final class StatusRoutes implements Routes {

    /** How it all is. */
    enum Overall implements talktrack.models.labels.Label {
        OK,
        DEGRADED
    }

    /** Null in JSON: no model for this language. */
    record SpeechModels(
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> en,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> zh) {}

    /**
     * @param remote whether what it is sent leaves this machine and its private network
     * @param host where it answers; empty without a provider
     * @param today what it was used since midnight
     */
    record LanguageModelStatus(
            String provider, String model, boolean remote, String host, Usage today) {}

    /**
     * @param queue calls that wait or are in work
     * @param failed calls that could not be processed
     * @param lag records that each consumer group has not read yet
     */
    record Status(
            Overall status,
            List<Component> components,
            long queue,
            long failed,
            Map<String, Long> lag,
            SpeechModels speechModels,
            boolean demonstration,
            String version,
            ZoneId zone,
            LanguageModelStatus llm) {}

    record Health(Overall status) {}

    private final Config config;
    private final String version;
    private final CallRegistry calls;
    private final InstalledModels models;
    private final Supplier<List<Component>> components;
    private final Supplier<Map<String, Long>> lag;

    /**
     * @param version of the program
     * @param components each part, asked anew at each request
     * @param lag records that each consumer group has not read yet
     */
    public StatusRoutes(
            Config config,
            String version,
            CallRegistry calls,
            Supplier<List<Component>> components,
            Supplier<Map<String, Long>> lag) {
        this.config = config;
        this.version = version;
        this.calls = calls;
        this.models = new InstalledModels(config.data().resolve("models"));
        this.components = components;
        this.lag = lag;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health", this::health);
        routes.get("/api/status", this::status);
    }

    @OpenApi(
            path = "/health",
            methods = HttpMethod.GET,
            summary = "Whether every part works; needs no login",
            responses = {
                @OpenApiResponse(status = "200", content = @OpenApiContent(from = Health.class)),
                @OpenApiResponse(status = "503", description = "some part does not work")
            })
    private void health(Context ctx) {
        Overall overall = overall(components.get());
        ctx.status(overall == Overall.OK ? 200 : 503).json(new Health(overall));
    }

    @OpenApi(
            path = "/api/status",
            methods = HttpMethod.GET,
            summary = "What runs, what waits, which models are there",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = Status.class)))
    private void status(Context ctx) throws IOException {
        List<Component> parts = new ArrayList<>(components.get());
        List<Call> all = calls.calls();
        ctx.json(
                new Status(
                        overall(parts),
                        parts,
                        all.stream().filter(call -> waiting(call.status())).count(),
                        all.stream().filter(call -> call.status() == CallStatus.FAILED).count(),
                        lag.get(),
                        new SpeechModels(
                                models.nameInUse(Language.EN), models.nameInUse(Language.ZH)),
                        all.stream().anyMatch(call -> call.details().demonstration()),
                        version,
                        config.zone(),
                        languageModel()));
    }

    private LanguageModelStatus languageModel() {
        Config.Llm llm = config.llm();
        boolean none = llm.provider() == Config.Llm.Provider.NONE;
        return new LanguageModelStatus(
                llm.provider().name().toLowerCase(Locale.ROOT),
                llm.model(),
                LanguageModel.isRemote(llm),
                none ? "" : llm.baseUrl().getHost(),
                Usage.today(config.data(), Clock.system(config.zone())));
    }

    private static Overall overall(List<Component> parts) {
        return parts.stream().allMatch(part -> part.state() == Component.State.OK)
                ? Overall.OK
                : Overall.DEGRADED;
    }

    private static boolean waiting(CallStatus status) {
        return status != CallStatus.ANALYSED && status != CallStatus.FAILED;
    }
}
