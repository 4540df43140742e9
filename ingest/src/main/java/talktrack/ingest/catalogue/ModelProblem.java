package talktrack.ingest.catalogue;

/** Why a model was not installed, chosen or removed: sentences for people, with what to do. */
public final class ModelProblem extends Exception {

    private static final long serialVersionUID = 1;

    public ModelProblem(String message) {
        super(message);
    }

    public ModelProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
