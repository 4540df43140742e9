package talktrack.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import talktrack.ingest.catalogue.ModelProblem;

/** Deletes an installed model. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Deletes an installed speech model; one in use only when told.",
        footer = {"", "Example:  talktrack models remove vosk-model-small-en-us-0.15"})
final class ModelsRemoveCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Parameters(paramLabel = "NAME", description = "An installed model.")
    private String name;

    @Option(
            names = "--even-in-use",
            description = "Also when it hears a language, which then has the starter or nothing.")
    private boolean evenInUse;

    @Override
    public Integer call() throws Exception {
        try {
            ModelsFolder.installed(data).remove(name, evenInUse);
        } catch (ModelProblem e) {
            throw CommandFailure.input(e.getMessage(), e);
        }
        System.out.println(name + " is removed.");
        return 0;
    }
}
