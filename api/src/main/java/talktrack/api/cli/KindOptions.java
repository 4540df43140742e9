package talktrack.api.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import talktrack.models.labels.CallKind;
import talktrack.models.labels.SaleSize;

/** What kind of calls these are, for scoring each as what it is. */
final class KindOptions {

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "What the calls are for: cold, discovery, demo, negotiation, renewal or service (default: guessed where the words tell). Service calls score only listening, emotional control and the next step.")
    private CallKind kind;

    @Option(
            names = "--sale",
            paramLabel = "simple|major",
            description =
                    "How large the sale is (default: guessed where the words tell). In simple sales implication and need-payoff questions are no weakness.")
    private SaleSize sale;

    Optional<CallKind> kind() {
        return Optional.ofNullable(kind);
    }

    Optional<SaleSize> sale() {
        return Optional.ofNullable(sale);
    }
}
