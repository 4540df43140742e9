package talktrack.models.labels;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who speaks on which channel of a recording: declared at upload, or what ingest found. */
public enum ChannelLayout implements Label {
    REP_CUSTOMER("rep,customer"),
    CUSTOMER_REP("customer,rep"),
    /** All speakers on one channel, to be told apart by their voices. */
    MONO("mono"),
    /** Not declared: ingest guesses and says so. */
    AUTO("auto");

    private final String id;

    ChannelLayout(String id) {
        this.id = id;
    }

    @JsonValue
    @Override
    public String id() {
        return id;
    }
}
