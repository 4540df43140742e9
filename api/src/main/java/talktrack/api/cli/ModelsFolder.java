package talktrack.api.cli;

import java.nio.file.Path;
import talktrack.ingest.catalogue.InstalledModels;

/** {@code DIR/models} of the folder that a command is for. */
final class ModelsFolder {

    private ModelsFolder() {}

    static Path of(DataOption data) {
        return data.or("talktrack").resolve("models");
    }

    static InstalledModels installed(DataOption data) {
        return new InstalledModels(of(data));
    }
}
