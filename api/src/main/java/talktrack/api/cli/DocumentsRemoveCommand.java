package talktrack.api.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A document that the chat shall forget. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Removes a document with all its versions from the running server.",
        footer = {"", "Example:  talktrack documents remove 4b7d0c1f8f2a4e6b9c3d5e7f"})
final class DocumentsRemoveCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Parameters(paramLabel = "ID", description = "As 'talktrack documents list' shows it.")
    private String id;

    @Override
    public Integer call() throws Exception {
        try (ServerClient server = ServerClient.find(data)) {
            String path = "/api/documents/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
            server.send(server.request(path).DELETE().build());
            System.out.println(id + ": removed");
            return 0;
        }
    }
}
