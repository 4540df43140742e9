package talktrack.models.labels;

import java.util.Set;

/**
 * Whose voices are measured for what emotion is read from: pitch and arousal. Some laws forbid that
 * for employees (EU AI Act, article 5), so it is off until somebody switches it on.
 */
public enum VoiceEmotion implements Label {
    OFF(Set.of()),
    CUSTOMER(Set.of(Speaker.CUSTOMER)),
    BOTH(Set.of(Speaker.CUSTOMER, Speaker.REP));

    private final Set<Speaker> speakers;

    VoiceEmotion(Set<Speaker> speakers) {
        this.speakers = speakers;
    }

    /** Nobody's whose side is unknown. */
    public boolean covers(Speaker speaker) {
        return speakers.contains(speaker);
    }
}
