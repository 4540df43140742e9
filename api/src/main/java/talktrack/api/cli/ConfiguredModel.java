package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import talktrack.api.Config;
import talktrack.api.llm.LanguageModel;

/** The language model that a data folder's configuration names, for commands without a server. */
final class ConfiguredModel {

    private ConfiguredModel() {}

    static Config config(Path folder) throws IOException {
        try {
            return Config.read(folder, Optional.empty());
        } catch (Config.Invalid e) {
            throw CommandFailure.usage("the configuration has mistakes:\n" + e.getMessage());
        }
    }

    /** Without a server no calls are known, so there are no names to be masked. */
    static LanguageModel of(Config config) throws IOException {
        try {
            Files.createDirectories(config.data());
            return LanguageModel.of(config, Set::of)
                    .orElseThrow(
                            () ->
                                    CommandFailure.machine(
                                            "no language model is configured, and none is needed. To"
                                                    + " use one, set talktrack.llm.provider and"
                                                    + " talktrack.llm.model (docs/configuration.md)."));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("the configuration has mistakes:\n" + e.getMessage());
        }
    }
}
