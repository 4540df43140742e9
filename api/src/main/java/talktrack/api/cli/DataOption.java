package talktrack.api.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import talktrack.api.Config;

/** {@code --data}: the folder of the server that a command talks to or starts. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data folder (default: the user's data folder; for the demonstration one of its own).")
    private Path data;

    Path or(String defaultName) {
        return (data == null ? Config.defaultData(defaultName) : data).toAbsolutePath().normalize();
    }

    boolean given() {
        return data != null;
    }
}
