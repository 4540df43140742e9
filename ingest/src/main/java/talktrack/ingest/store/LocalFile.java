package talktrack.ingest.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What lies in the store as a file of this machine.
 *
 * @param path named like the location's last part
 * @param copy whether this is only a copy, in a folder of its own that goes when this is closed;
 *     else it is the store's own file
 */
public record LocalFile(Path path, boolean copy) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        if (copy) {
            OwnerOnly.removeFolder(path.getParent());
        }
    }
}
