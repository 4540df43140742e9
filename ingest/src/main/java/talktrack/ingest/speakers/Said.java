package talktrack.ingest.speakers;

/**
 * Something that one party of a call said.
 *
 * @param party whoever it is: a channel, or a name's number; from 0
 */
public record Said(int party, String text) {}
