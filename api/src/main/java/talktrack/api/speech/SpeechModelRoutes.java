package talktrack.api.speech;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import talktrack.api.http.Component;
import talktrack.api.http.Problem;
import talktrack.api.http.Routes;
import talktrack.ingest.catalogue.Catalogue;
import talktrack.ingest.catalogue.CatalogueModel;
import talktrack.ingest.catalogue.InstalledModels;
import talktrack.ingest.catalogue.ModelInstaller;
import talktrack.ingest.catalogue.ModelOffer;
import talktrack.models.labels.Language;

/** What hears each language, what would hear it better, and having that installed. */
public final class SpeechModelRoutes implements Routes, AutoCloseable {

    private final Path folder;
    private final Catalogue catalogue = Catalogue.shipped();
    private final InstalledModels models;
    private final ModelInstalls installs;

    /**
     * @param folder {@code DIR/models}
     * @param source another address than the publisher's to fetch from
     */
    public SpeechModelRoutes(Path folder, Optional<URI> source) {
        this.folder = folder;
        models = new InstalledModels(folder);
        installs =
                new ModelInstalls(new ModelInstaller(catalogue, models)::install, models, source);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/speech-models", this::list);
        routes.post("/api/speech-models/{name}/install", this::install);
    }

    /**
     * @param languages every language that calls may have
     * @param installation the one in work, or else the one that ended last
     */
    record SpeechModels(List<Heard> languages, Optional<ModelInstalls.Installation> installation) {}

    /**
     * What hears a language.
     *
     * @param model as transcripts name it; absent when there is none
     * @param flaw why it cannot be used, in English, or empty
     * @param offer what to install instead of the starter, of nothing, or of a broken one
     */
    record Heard(Language language, Optional<String> model, String flaw, Optional<Offer> offer) {}

    /**
     * @param bytes to fetch; absent where nobody says
     * @param wordErrorRate as its publisher measured it, or empty
     * @param verified whether a published checksum will be held against it
     * @param command the same on the command line
     */
    record Offer(
            String name,
            OptionalLong bytes,
            String licence,
            String wordErrorRate,
            boolean verified,
            String command) {}

    @OpenApi(
            path = "/api/speech-models",
            methods = HttpMethod.GET,
            summary = "What hears each language, what to install, how far an installation is",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(from = SpeechModels.class)))
    private void list(Context ctx) throws IOException {
        ctx.json(state());
    }

    @OpenApi(
            path = "/api/speech-models/{name}/install",
            methods = HttpMethod.POST,
            summary = "Fetches a model of the catalogue and has it hear its language",
            pathParams = @OpenApiParam(name = "name", required = true),
            responses = {
                @OpenApiResponse(
                        status = "202",
                        content = @OpenApiContent(from = SpeechModels.class)),
                @OpenApiResponse(status = "404", description = "the catalogue has no such model"),
                @OpenApiResponse(status = "409", description = "another one is being installed")
            })
    private void install(Context ctx) throws IOException {
        CatalogueModel model =
                catalogue
                        .find(ctx.pathParam("name"))
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                404,
                                                "no-such-model",
                                                "No such model",
                                                "The catalogue has no speech model of this name.",
                                                "`talktrack models list` shows what it has."));
        if (!installs.begin(model)) {
            throw new Problem(
                    409,
                    "model-in-work",
                    "Another model is being installed",
                    "One speech model is installed at a time, and one is in work.",
                    "Wait until it is done, then ask again.");
        }
        ctx.status(202).json(state());
    }

    /** Whether what was chosen can be used; what was not chosen is no fault. */
    public Component component() {
        List<String> flaws = new ArrayList<>();
        try {
            for (Language language : Language.values()) {
                models.flaw(language).ifPresent(flaw -> flaws.add(language.id() + ": " + flaw));
            }
        } catch (IOException e) {
            flaws.add(String.valueOf(e.getMessage()));
        }
        return Component.of(
                "speech-models",
                flaws.isEmpty(),
                flaws.isEmpty() ? "hear each language" : String.join("; ", flaws));
    }

    private SpeechModels state() throws IOException {
        List<Heard> languages = new ArrayList<>();
        for (Language language : Language.values()) {
            String flaw = models.flaw(language).orElse("");
            boolean wanting = models.chosen(language).isEmpty() || !flaw.isEmpty();
            languages.add(
                    new Heard(
                            language,
                            models.nameInUse(language),
                            flaw,
                            wanting ? Optional.of(offer(language)) : Optional.empty()));
        }
        return new SpeechModels(languages, installs.newest());
    }

    private Offer offer(Language language) {
        CatalogueModel model = ModelOffer.fitting(language);
        return new Offer(
                model.name(),
                model.downloadBytes(),
                model.licence(),
                model.wordErrorRate(),
                model.checksum().isPresent(),
                ModelOffer.command(model, folder));
    }

    @Override
    public void close() {
        installs.close();
    }
}
