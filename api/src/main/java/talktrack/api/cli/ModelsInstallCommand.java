package talktrack.api.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import talktrack.api.Config;
import talktrack.ingest.catalogue.Bytes;
import talktrack.ingest.catalogue.Catalogue;
import talktrack.ingest.catalogue.CatalogueModel;
import talktrack.ingest.catalogue.InstalledModels;
import talktrack.ingest.catalogue.ModelInstaller;
import talktrack.ingest.catalogue.ModelProblem;
import talktrack.models.labels.Language;

/** Fetches, verifies and unpacks a model. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description =
                "Fetches a speech model by name, verifies and unpacks it. Run it again after a broken connection: it goes on.",
        footer = {
            "",
            "Example:  talktrack models install vosk-model-en-us-0.22-lgraph --use",
            "          talktrack models install our-model --from our-model.zip --use en"
        })
final class ModelsInstallCommand implements Callable<Integer> {

    private static final String OF_THE_CATALOGUE = "";

    @Mixin private DataOption data;

    @Parameters(paramLabel = "NAME", description = "As 'talktrack models list' has it.")
    private String name;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Take this zip file instead of fetching one.")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "URL",
            description = "Fetch from below this address, such as a mirror's.")
    private Optional<URI> source = Optional.empty();

    @Option(
            names = "--use",
            paramLabel = "LANGUAGE",
            arity = "0..1",
            fallbackValue = OF_THE_CATALOGUE,
            description =
                    "Have it hear its language at once (en or zh, when the name is your own).")
    private String use;

    @Override
    public Integer call() throws Exception {
        InstalledModels models = ModelsFolder.installed(data);
        Catalogue catalogue = Catalogue.shipped();
        Optional<Language> language = language(catalogue.find(name));
        try {
            source = source.flatMap(given -> Config.httpAddress(given.toString()));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    "--source %s is no address: write one like https://mirror.example/vosk/"
                            .formatted(e.getMessage()));
        }
        try {
            System.out.println(said(install(catalogue, models)));
            if (language.isPresent()) {
                models.use(language.get(), name);
                System.out.println(ModelsUseCommand.said(language.get(), name));
            } else {
                System.out.printf(
                        "To have it hear calls:  talktrack models use %s=%s%n",
                        catalogue.find(name).map(model -> model.language().id()).orElse("en"),
                        name);
            }
            return 0;
        } catch (ModelProblem e) {
            throw CommandFailure.input(e.getMessage(), e);
        }
    }

    private ModelInstaller.Outcome install(Catalogue catalogue, InstalledModels models)
            throws ModelProblem, IOException, InterruptedException {
        try (ProgressLine line = new ProgressLine()) {
            return new ModelInstaller(catalogue, models)
                    .install(
                            new ModelInstaller.Request(name, from, source),
                            (step, done, total) ->
                                    line.at(
                                            step.id()
                                                    + " "
                                                    + name
                                                    + (done > 0
                                                            ? " (" + Bytes.text(done) + ")"
                                                            : ""),
                                            (double) done,
                                            (double) total));
        }
    }

    private Optional<Language> language(Optional<CatalogueModel> known) {
        if (use == null) {
            return Optional.empty();
        }
        if (!use.equals(OF_THE_CATALOGUE)) {
            return Optional.of(ModelsUseCommand.language(use));
        }
        return Optional.of(
                known.map(CatalogueModel::language)
                        .orElseThrow(
                                () ->
                                        CommandFailure.usage(
                                                "say which language it hears: --use en or --use zh")));
    }

    private String said(ModelInstaller.Outcome outcome) {
        return switch (outcome) {
            case INSTALLED -> "%s is installed; its checksum is the published one.".formatted(name);
            case INSTALLED_WITHOUT_CHECKSUM ->
                    "%s is installed. No checksum is published for it: only the zip's own integrity was verified, and that Vosk loads it."
                            .formatted(name);
            case THERE_ALREADY -> name + " is installed already.";
        };
    }
}
