package talktrack.api.llm;

import dev.langchain4j.exception.NonRetriableException;

/** We do not want to ask now; the model's server has nothing to do with it. */
final class LimitReached extends NonRetriableException {

    private static final long serialVersionUID = 1L;

    /**
     * @param limit the setting that says so
     */
    LimitReached(String limit) {
        super(limit);
    }
}
