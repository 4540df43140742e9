package talktrack.api.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.llm.LanguageModel;

/** {@code --with-llm}: answers in the words of the language model that a server would ask. */
final class ModelOption {

    @Mixin private DataOption data;

    @Option(
            names = "--with-llm",
            description =
                    "Let the configured language model word the answers, each sentence checked as in"
                            + " the server. Its settings and limits are those of --data.")
    private boolean wanted;

    /** Empty where it is not wanted. */
    Optional<LanguageModel> model() throws IOException {
        return wanted
                ? Optional.of(ConfiguredModel.of(ConfiguredModel.config(data.or("talktrack"))))
                : Optional.empty();
    }

    DataOption data() {
        return data;
    }
}
