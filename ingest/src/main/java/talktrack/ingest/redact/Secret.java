package talktrack.ingest.redact;

import java.util.Arrays;

/** What is taken out of texts. The mark that stands in its place is the same in every language. */
public enum Secret {
    PHONE("[phone]"),
    CARD("[card]"),
    EMAIL("[email]"),
    /** The number of an identity card or of social security. */
    ID("[id]");

    private final String mark;

    Secret(String mark) {
        this.mark = mark;
    }

    /** Whether a mark stands in the text; no recogniser writes brackets. */
    static boolean marks(String text) {
        return Arrays.stream(values()).anyMatch(secret -> text.contains(secret.mark));
    }

    /** What stands in the text instead. */
    public String mark() {
        return mark;
    }
}
