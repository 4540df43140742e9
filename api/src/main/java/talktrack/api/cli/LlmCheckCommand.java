package talktrack.api.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.Config;
import talktrack.api.cli.report.Columns;
import talktrack.api.llm.EndpointCheck;
import talktrack.models.events.Json;

/** What the configured language model can do. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Tries the configured language model: whether it answers, streams, keeps to a JSON"
                        + " schema, how fast it is and how much it can read.",
        footer = {
            "",
            "Sends only words of its own. Settings are read from the data folder and the"
                    + " environment:",
            "          TALKTRACK_LLM_PROVIDER=ollama TALKTRACK_LLM_MODEL=qwen3:4b talktrack llm"
                    + " check"
        })
final class LlmCheckCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        EndpointCheck.Report report = report();
        if (json) {
            new JsonOutput(false).print(Json.mapper().valueToTree(report));
        } else {
            System.out.printf(
                    "%s at %s, remote: %s%n%n",
                    Columns.plain(report.model()),
                    report.address(),
                    report.remote() ? "yes" : "no");
            for (EndpointCheck.Finding finding : report.findings()) {
                System.out.printf(
                        "  %-5s %-12s %s%n",
                        finding.level().id(), finding.subject(), Columns.plain(finding.found()));
                if (!finding.cure().isEmpty()) {
                    System.out.printf("        %-12s → %s%n", "", Columns.plain(finding.cure()));
                }
            }
        }
        return report.usable() ? 0 : CommandFailure.MACHINE;
    }

    private EndpointCheck.Report report() throws Exception {
        try {
            Config.Llm llm = Config.read(data.or("talktrack"), Optional.empty()).llm();
            if (llm.provider() == Config.Llm.Provider.NONE) {
                throw CommandFailure.machine(
                        "no language model is configured, and none is needed. To use one, set"
                                + " talktrack.llm.provider and talktrack.llm.model"
                                + " (docs/configuration.md).");
            }
            return EndpointCheck.of(llm);
        } catch (Config.Invalid e) {
            throw CommandFailure.usage("the configuration has mistakes:\n" + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("the configuration has mistakes:\n" + e.getMessage());
        }
    }
}
