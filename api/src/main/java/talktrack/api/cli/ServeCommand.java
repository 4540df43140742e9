package talktrack.api.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.standalone.Standalone;

/** Everything on one machine, with nobody's data but your own. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Runs everything on this machine until Ctrl-C: Kafka, Elasticsearch, ingest, analysis, pages.",
        footer = {"", "Example:  talktrack serve --data ~/calls --port 8080"})
final class ServeCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Option(names = "--port", paramLabel = "N", description = "Port of the page (default: 7070).")
    private Optional<Integer> port = Optional.empty();

    @Override
    public Integer call() throws Exception {
        Path folder = data.or("talktrack");
        try (Standalone server = ServerStart.start(folder, port, false)) {
            ServerStart.printAddress(server, folder);
            server.awaitStop();
        }
        return 0;
    }
}
