package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Many reps at once. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Reads reps and teams from a CSV file into the running server. The first line names the columns: name, team, and perhaps shares clips (yes or no: may colleagues be shown good moments). In Chinese: 姓名, 团队, 共享片段.",
        footer = {
            "",
            "Example:  talktrack people import people.csv",
            "          where people.csv has the lines  name,team  and  Anna Brooks,North"
        })
final class PeopleImportCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Parameters(paramLabel = "CSV", description = "The file, in UTF-8.")
    private Path file;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<PeopleFile.Row> people = read();
        try (ServerClient server = ServerClient.find(data)) {
            JsonNode answer = server.post("/api/people", people);
            if (json) {
                new JsonOutput(false).print(answer);
            } else {
                System.out.println("%s: %d people".formatted(file, people.size()));
            }
            return 0;
        }
    }

    private List<PeopleFile.Row> read() {
        try {
            return PeopleFile.read(file);
        } catch (NoSuchFileException e) {
            throw CommandFailure.input(file + ": There is no such file.", e);
        } catch (IOException e) {
            throw CommandFailure.input(file + ": " + e.getMessage(), e);
        }
    }
}
