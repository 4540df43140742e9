package talktrack.api.documents;

import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.index.ElasticIndex;
import talktrack.models.Sha256;
import talktrack.models.labels.Audience;

/** The documents of a folder and its subfolders, in an index that is dropped in the end. */
public final class FolderIndex implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FolderIndex.class);

    private final ElasticIndex elasticsearch;
    private final PassageIndex index;
    private final int size;

    private FolderIndex(ElasticIndex elasticsearch, PassageIndex index, int size) {
        this.elasticsearch = elasticsearch;
        this.index = index;
        this.size = size;
    }

    /**
     * Reads them all, about a tenth of a second a page.
     *
     * @param leftOut is told the name of each document that cannot be used, and why
     * @throws NoSuchFileException when there is no document that can be read
     */
    public static FolderIndex of(
            Path folder, URI elasticsearchUrl, BiConsumer<String, String> leftOut)
            throws IOException {
        List<DocumentFolder.File> files = new DocumentFolder(folder).files();
        ElasticIndex elasticsearch = new ElasticIndex(elasticsearchUrl);
        PassageIndex index = PassageIndex.temporary(elasticsearch, "passages-" + UUID.randomUUID());
        int passages = 0;
        try (DocumentReader reader = new DocumentReader()) {
            for (DocumentFolder.File file : files) {
                passages += fill(index, reader, file, leftOut);
            }
            if (passages == 0) {
                throw new NoSuchFileException(folder.toString(), null, "holds no text");
            }
        } catch (IOException | RuntimeException e) {
            elasticsearch.close();
            throw e;
        }
        return new FolderIndex(elasticsearch, index, passages);
    }

    /** Whether a folder holds a file that looks like a document. */
    public static boolean canRead(Path folder) throws IOException {
        try {
            return !new DocumentFolder(folder).files().isEmpty();
        } catch (NoSuchFileException e) {
            log.debug("no documents", e);
            return false;
        }
    }

    /** How many passages all documents have. */
    public int size() {
        return size;
    }

    /** What is for everybody who may read the folder, and has not expired. */
    public PassageIndex passages() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return index.seenThrough(
                new DocumentFilter(Audience.INTERNAL, Optional.of(today), Optional.empty()));
    }

    /** How many passages the document has. */
    private static int fill(
            PassageIndex index,
            DocumentReader reader,
            DocumentFolder.File file,
            BiConsumer<String, String> leftOut) {
        try {
            byte[] bytes = file.bytes();
            Reading reading = reader.read(file.name(), bytes);
            index.replace(
                    file.id(),
                    Sha256.hex(bytes),
                    reading.passages(),
                    Standing.of(reading.frontMatter()));
            reading.frontMatter()
                    .remarks()
                    .forEach(
                            remark ->
                                    log.warn("front matter name={} cause={}", file.name(), remark));
            return reading.passages().size();
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            leftOut.accept(file.name(), reason);
            return 0;
        }
    }

    @Override
    public void close() {
        index.drop();
        elasticsearch.close();
    }
}
