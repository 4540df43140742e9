package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import talktrack.ingest.Wording;
import talktrack.ingest.glossary.Glossary;

/** What becomes of the words before they are shown. */
final class WordingOptions {

    @Option(
            names = "--redact",
            description =
                    "Put marks like [phone] in the place of phone, card and ID numbers and e-mail addresses.")
    private boolean redact;

    @Option(
            names = "--glossary",
            paramLabel = "FILE",
            description =
                    "The company's words, one a line: term, TAB, what it sounds like (default: glossary.tsv in the data folder).")
    private Path glossary;

    Wording wording(Path dataFolder) throws IOException {
        if (glossary != null && !Files.isReadable(glossary)) {
            throw CommandFailure.usage(
                    "there is no glossary %s that can be read".formatted(glossary));
        }
        try {
            return new Wording(
                    glossary == null ? Glossary.ofFolder(dataFolder) : Glossary.read(glossary),
                    redact);
        } catch (Glossary.Invalid e) {
            throw CommandFailure.usage(e.getMessage());
        }
    }
}
