package talktrack.ingest.catalogue;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;

/**
 * A speech model that somebody publishes.
 *
 * @param name also of the folder it is installed in
 * @param sizeBytes of the file to fetch, where its publisher's list has it; the file must have it
 * @param roughBytes what the publisher says of the size otherwise, such as "1.3G"
 * @param wordErrorRate in percent with the test sets, as its publisher measured it, or empty
 * @param source address that {@code file} is relative to; empty where the user must name a mirror
 * @param checksum of the file; empty where none was published
 */
public record CatalogueModel(
        String name,
        Language language,
        Kind kind,
        OptionalLong sizeBytes,
        OptionalLong roughBytes,
        String licence,
        String wordErrorRate,
        Optional<URI> source,
        String file,
        Optional<Checksum> checksum) {

    /** How much a model knows, and what it costs. */
    public enum Kind implements Label {
        /** Some 50 MB to fetch, 300 MB of memory, says the publisher. */
        SMALL,
        /** A middling one, whose words can be chosen at run time. */
        LGRAPH,
        /** The most exact, in up to 16 GB of memory, says the publisher. */
        FULL;

        private static final long FULL_MEMORY_BYTES = 16L << 30;

        /** Whether a machine with so much memory should be offered one. */
        boolean fits(long memoryBytes) {
            return this != FULL || memoryBytes >= FULL_MEMORY_BYTES;
        }
    }

    public CatalogueModel {
        ModelNames.check(name);
        wordErrorRate = wordErrorRate == null ? "" : wordErrorRate;
    }

    /** How much is to be fetched, exactly or about; absent where nobody says. */
    public OptionalLong downloadBytes() {
        return sizeBytes.isPresent() ? sizeBytes : roughBytes;
    }

    /**
     * Where the file is.
     *
     * @param base another address than its publisher's, such as a mirror's
     */
    Optional<URI> address(Optional<URI> base) {
        return base.or(() -> source)
                .map(uri -> uri.toString().endsWith("/") ? uri : URI.create(uri + "/"))
                .map(uri -> uri.resolve(file));
    }
}
