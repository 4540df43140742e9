package talktrack.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import talktrack.ingest.catalogue.ModelProblem;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/** Chooses the model that hears a language. */
@Command(
        name = "use",
        mixinStandardHelpOptions = true,
        description =
                "Has an installed model hear a language; a running server takes it from the next call on.",
        footer = {
            "",
            "Example:  talktrack models use en=vosk-model-en-us-0.22-lgraph",
            "          talktrack models use en=starter-en"
        })
final class ModelsUseCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Parameters(paramLabel = "LANGUAGE=NAME", description = "en or zh, and an installed model.")
    private String choice;

    @Override
    public Integer call() throws Exception {
        String[] parts = choice.split("=", 2);
        if (parts.length != 2 || parts[1].isBlank()) {
            throw CommandFailure.usage(
                    "'%s' names no model: write LANGUAGE=NAME, like en=vosk-model-en-us-0.22-lgraph"
                            .formatted(choice));
        }
        Language language = language(parts[0]);
        try {
            ModelsFolder.installed(data).use(language, parts[1]);
        } catch (ModelProblem e) {
            throw CommandFailure.input(e.getMessage(), e);
        }
        System.out.println(said(language, parts[1]));
        return 0;
    }

    static Language language(String text) {
        try {
            return Label.parse(Language.class, text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("'%s' is no language: write en or zh".formatted(text));
        }
    }

    static String said(Language language, String name) {
        return "%s now hears calls in %s; a running server takes it from the next call on. Calls read before:  talktrack retranscribe --since 2000-01-01"
                .formatted(name, language == Language.EN ? "English" : "Chinese");
    }
}
