package talktrack.models.labels;

/** What is read in an utterance, each by classifiers of its own. */
public enum LabelTask implements Label {
    QUESTION("spin"),
    OBJECTION("objection"),
    NEED("needs"),
    SENTIMENT("sentiment"),
    HANDLING("handling");

    private final String corpus;

    LabelTask(String corpus) {
        this.corpus = corpus;
    }

    /** The name of the corpus that its classifiers are trained from. */
    public String corpus() {
        return corpus;
    }
}
