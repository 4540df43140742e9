package talktrack.api.documents.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.models.Folders;

/** What parsers leave behind goes with the folder that they were given. */
final class TemporaryFiles {

    private static final Logger log = LoggerFactory.getLogger(TemporaryFiles.class);

    private TemporaryFiles() {}

    static void remove(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            log.warn("temporary files stay in {}", folder, e);
        }
    }
}
