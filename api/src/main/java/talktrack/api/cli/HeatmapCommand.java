package talktrack.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A heatmap of the running server in the terminal. */
@Command(
        name = "heatmap",
        mixinStandardHelpOptions = true,
        description = "Prints a team's or a rep's heatmap of the running server.",
        footer = {"", "Example:  talktrack heatmap --team Harbor --of course"})
final class HeatmapCommand implements Callable<Integer> {

    /** What is shown: mean scores, where in the call things happen, or steps of handling. */
    enum Kind {
        SKILLS("heatmap"),
        COURSE("course"),
        OBJECTIONS("objections");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final class Whose {
        @Option(
                names = "--team",
                paramLabel = "NAME",
                required = true,
                description = "This team's.")
        private String team;

        @Option(names = "--rep", paramLabel = "NAME", required = true, description = "This rep's.")
        private String rep;
    }

    @Mixin private DataOption data;

    @ArgGroup(multiplicity = "1")
    private Whose whose;

    @Option(
            names = "--of",
            paramLabel = "WHAT",
            defaultValue = "skills",
            description =
                    "skills, course (behaviours by tenths of the call) or objections (by handling step); default: ${DEFAULT-VALUE}.")
    private Kind kind;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            defaultValue = "10",
            description = "The last weeks with calls (default: ${DEFAULT-VALUE}).")
    private int weeks;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (ServerClient server = ServerClient.find(data)) {
            String whom = whose.team == null ? "reps" : "teams";
            String name = whose.team == null ? whose.rep : whose.team;
            JsonNode heatmap =
                    server.get(
                            "/api/%s/%s/%s?weeks=%d"
                                    .formatted(whom, id(server, whom, name), kind.path, weeks));
            if (json) {
                new JsonOutput(false).print(heatmap);
            } else {
                System.out.print(HeatmapTable.of(heatmap));
            }
        }
        return 0;
    }

    /** The id of who is called so; an id itself will do, too. */
    static String id(ServerClient server, String whom, String name) throws Exception {
        for (JsonNode one : server.get("/api/" + whom).path("items")) {
            if (one.path("name").asText().equalsIgnoreCase(name.strip())) {
                return UrlPart.of(one.path("id").asText());
            }
        }
        return UrlPart.of(name.strip());
    }
}
