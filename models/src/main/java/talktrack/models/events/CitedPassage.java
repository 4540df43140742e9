package talktrack.models.events;

/**
 * A place in a document as the chat showed it.
 *
 * @param heading the headings above the passage, outermost first
 * @param text of the passage
 */
public record CitedPassage(String document, String heading, String text) {}
