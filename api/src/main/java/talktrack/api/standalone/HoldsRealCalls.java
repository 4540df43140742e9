package talktrack.api.standalone;

import java.io.IOException;
import java.nio.file.Path;

/** The demonstration refuses a folder in which somebody keeps real calls. */
public final class HoldsRealCalls extends IOException {

    private static final long serialVersionUID = 1L;

    HoldsRealCalls(Path folder) {
        super(
                "%s holds real calls; the demonstration would mix invented ones into them. Choose another folder with --data, or none at all."
                        .formatted(folder));
    }
}
