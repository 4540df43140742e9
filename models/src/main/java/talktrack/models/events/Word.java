package talktrack.models.events;

/**
 * A recognised word.
 *
 * @param startSeconds from the start of the recording
 * @param confidence of the recogniser, 0…1
 */
public record Word(String word, double startSeconds, double endSeconds, double confidence) {}
