package talktrack.models.labels;

/**
 * What words and voice show together: sentiment × arousal (docs/conversation-model.md §4). Only
 * where the setting {@code voice-emotion} allows the voice to be read for it.
 */
public enum Emotion implements Label {
    CALM,
    POSITIVE,
    EXCITED,
    TENSE,
    FRUSTRATED,
    FLAT
}
