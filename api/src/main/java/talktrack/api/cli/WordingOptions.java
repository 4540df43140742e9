package talktrack.api.cli;

import picocli.CommandLine.Option;
import talktrack.ingest.Wording;

/** What becomes of the words before they are shown. */
final class WordingOptions {

    @Option(
            names = "--redact",
            description =
                    "Put marks like [phone] in the place of phone, card and ID numbers and e-mail addresses.")
    private boolean redact;

    Wording wording() {
        return new Wording(redact);
    }
}
