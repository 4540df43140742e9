package talktrack.api.documents;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import talktrack.api.documents.office.OfficeReader;
import talktrack.api.documents.office.RefusedFile;
import talktrack.models.Sha256;
import talktrack.models.text.TextNormaliser;

/**
 * Reads documents of all formats. What a file is is told by its first bytes; its name only tells
 * kinds of text apart. Remembers what it read last, since a document that was just added is soon
 * read again. Thread-safe.
 */
final class DocumentReader implements AutoCloseable {

    /** Far more than any handbook has; reading more would take hours. */
    private static final int LARGEST_TEXT_BYTES = 10_000_000;

    private static final Set<String> TEXT =
            Set.of("md", "markdown", "txt", "html", "htm", "csv", "tsv");
    private static final Set<String> OFFICE =
            Set.of(
                    "pdf", "docx", "pptx", "xlsx", "odt", "odp", "ods", "rtf", "epub", "doc", "ppt",
                    "xls");

    private static final Pattern HTML =
            Pattern.compile("(?is)\\s*(?:<\\?xml[^>]*>\\s*)?<(?:!doctype html|html)\\b.*");

    private static final int REMEMBERED = 8;

    private final OfficeReader office = new OfficeReader();
    private final Map<String, Reading> last = new LinkedHashMap<>() { // guarded by itself
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** Whether files with such a name are documents. */
    static boolean reads(String fileName) {
        String ending = ending(fileName);
        return TEXT.contains(ending) || OFFICE.contains(ending);
    }

    /** For people. */
    static String formats() {
        return ".md, .html, .txt, .csv, .pdf, .docx, .pptx or .xlsx";
    }

    static String ending(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * @throws UnreadableDocument when the document is at fault
     * @throws IOException when this machine is
     */
    Reading read(String name, byte[] bytes) throws IOException {
        String key = Sha256.hex(bytes) + name;
        synchronized (last) {
            if (last.containsKey(key)) {
                return last.get(key);
            }
        }
        Reading reading = readNow(name, bytes);
        synchronized (last) {
            last.put(key, reading);
        }
        return reading;
    }

    private Reading readNow(String name, byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            throw new UnreadableDocument("it is empty");
        }
        Reading reading = OfficeReader.reads(bytes) ? office(name, bytes) : text(name, bytes);
        if (reading.passages().isEmpty()) {
            throw new UnreadableDocument("it holds no text");
        }
        return reading;
    }

    private Reading office(String name, byte[] bytes) throws IOException {
        try {
            List<Block> blocks = OfficeBlocks.read(office.read(bytes));
            String text = Passages.whole(blocks);
            return new Reading(
                    TextNormaliser.detect(text), FrontMatter.NONE, Passages.of(name, blocks, text));
        } catch (RefusedFile e) {
            throw new UnreadableDocument(e.getMessage(), e);
        }
    }

    static Reading text(String name, byte[] bytes) throws UnreadableDocument {
        try {
            return parsed(name, bytes);
        } catch (StackOverflowError e) { // libraries walk down a document's tree by recursion
            throw new UnreadableDocument("it is nested more deeply than can be read");
        }
    }

    private static Reading parsed(String name, byte[] bytes) throws UnreadableDocument {
        if (bytes.length > LARGEST_TEXT_BYTES) {
            throw new UnreadableDocument(
                    "it is larger than %d MB: split it".formatted(LARGEST_TEXT_BYTES / 1_000_000));
        }
        String text = Passages.decode(bytes);
        String ending = ending(name);
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

    @Override
    public void close() {
        office.close();
    }
}
