package talktrack.api.documents;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import talktrack.api.documents.sandbox.Limits;
import talktrack.api.documents.sandbox.Sandbox;
import talktrack.api.documents.sandbox.UnreadableDocument;
import talktrack.models.Sha256;
import talktrack.models.events.Json;

/**
 * Reads documents of all formats, in a sandbox. Remembers what it read last, since a document that
 * was just added is soon read again. Thread-safe.
 */
final class DocumentReader implements AutoCloseable {

    private static final Set<String> TEXT =
            Set.of("md", "markdown", "txt", "html", "htm", "csv", "tsv");
    private static final Set<String> OFFICE =
            Set.of(
                    "pdf", "docx", "pptx", "xlsx", "odt", "odp", "ods", "rtf", "epub", "doc", "ppt",
                    "xls");

    private static final int REMEMBERED = 8;

    private final Sandbox sandbox;
    private final Map<String, Reading> last = new LinkedHashMap<>() { // guarded by itself
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
                    return size() > REMEMBERED;
                }
            };

    DocumentReader() {
        this(Limits.USUAL, FormatReader.class);
    }

    /**
     * @param sandboxed a class whose {@code main} reads files in the sandbox
     */
    DocumentReader(Limits limits, Class<?> sandboxed) {
        this.sandbox = new Sandbox(limits, sandboxed.getName());
    }

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
        Reading reading = Json.read(sandbox.read(name, bytes), Reading.class);
        synchronized (last) {
            last.put(key, reading);
        }
        return reading;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
