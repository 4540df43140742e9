package talktrack.models.labels;

/**
 * Sentiment of an utterance by its words, in three classes; the finer value is the valence, −1…1.
 */
public enum Sentiment implements Label {
    POSITIVE,
    NEUTRAL,
    NEGATIVE
}
