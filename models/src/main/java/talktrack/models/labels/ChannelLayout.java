package talktrack.models.labels;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who speaks on which channel of a recording, as declared at upload. */
public enum ChannelLayout implements Label {
    REP_CUSTOMER("rep,customer"),
    CUSTOMER_REP("customer,rep"),
    /** One stream with both speakers on it. */
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
