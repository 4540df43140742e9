package talktrack.api.documents;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import talktrack.api.documents.office.OfficeReader;
import talktrack.api.documents.sandbox.Limits;
import talktrack.api.documents.sandbox.SandboxProcess;
import talktrack.api.documents.sandbox.UnreadableDocument;
import talktrack.models.events.Json;
import talktrack.models.text.TextNormaliser;

/**
 * Reads a document of any format, in the sandbox. What a file is is told by its first bytes; its
 * name only tells kinds of text apart.
 */
final class FormatReader {

    /** Far more than any handbook has; reading more would take hours. */
    private static final int LARGEST_TEXT_BYTES = 10_000_000;

    private static final Pattern HTML =
            Pattern.compile("(?is)\\s*(?:<\\?xml[^>]*>\\s*)?<(?:!doctype html|html)\\b.*");

    private FormatReader() {}

    /** The sandbox: answers with a {@link Reading} as JSON. */
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(
                Locale.Category.FORMAT, Locale.ROOT); // what programs read has ASCII digits
        SandboxProcess.serve(
                arguments, (name, file, limits) -> Json.bytes(read(name, file, limits)));
    }

    static Reading read(String name, byte[] bytes, Limits limits) throws UnreadableDocument {
        if (bytes.length == 0) {
            throw new UnreadableDocument("it is empty");
        }
        Reading reading =
                OfficeReader.reads(bytes)
                        ? office(name, OfficeReader.xhtml(bytes, limits.mostCharacters()))
                        : text(name, bytes);
        if (reading.passages().isEmpty()) {
            throw new UnreadableDocument("it holds no text");
        }
        return reading;
    }

    private static Reading office(String name, String xhtml) {
        List<Block> blocks = OfficeBlocks.read(xhtml);
        String text = Passages.whole(blocks);
        return new Reading(
                TextNormaliser.detect(text), FrontMatter.NONE, Passages.of(name, blocks, text));
    }

    static Reading text(String name, byte[] bytes) throws UnreadableDocument {
        if (bytes.length > LARGEST_TEXT_BYTES) {
            throw new UnreadableDocument(
                    "it is larger than %d MB: split it".formatted(LARGEST_TEXT_BYTES / 1_000_000));
        }
        String text = Passages.decode(bytes);
        String ending = DocumentReader.ending(name);
        boolean markdown = ending.equals("md") || ending.equals("markdown");
        List<Block> blocks =
                HTML.matcher(text).matches() && !markdown
                        ? HtmlBlocks.read(text)
                        : switch (ending) {
                            case "html", "htm" -> HtmlBlocks.read(text);
                            case "csv", "tsv" -> CsvBlocks.read(text);
                            case "md", "markdown" -> MarkdownBlocks.read(text);
                            default -> PlainTextBlocks.read(text);
                        };
        return new Reading(
                TextNormaliser.detect(text),
                markdown ? FrontMatter.of(text) : FrontMatter.NONE,
                Passages.of(name, blocks, text));
    }
}
