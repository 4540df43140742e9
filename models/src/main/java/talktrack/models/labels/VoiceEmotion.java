package talktrack.models.labels;

/**
 * Whose voices are measured for what emotion is read from: pitch and arousal. Some laws forbid that
 * for employees (EU AI Act, article 5), so it is off until somebody switches it on.
 */
public enum VoiceEmotion implements Label {
    OFF,
    CUSTOMER,
    BOTH;

    /** Nobody's whose side is unknown. */
    public boolean covers(Speaker speaker) {
        return switch (this) {
            case OFF -> false;
            case CUSTOMER -> speaker == Speaker.CUSTOMER;
            case BOTH -> speaker != Speaker.UNKNOWN;
        };
    }
}
