package talktrack.ingest.catalogue;

import talktrack.models.labels.Label;

/** Hears how far an installation has come; be quick. */
@FunctionalInterface
public interface InstallProgress {

    /** Nobody listens. */
    InstallProgress NONE = (step, done, total) -> {};

    /** What is being done, in this order. */
    enum Step implements Label {
        DOWNLOADING,
        /** Checksum and zip. */
        CHECKING,
        UNPACKING,
        /** Loading the model once. */
        TRYING
    }

    /**
     * @param done bytes of this step
     * @param total 0 where it is not known
     */
    void at(Step step, long done, long total);
}
