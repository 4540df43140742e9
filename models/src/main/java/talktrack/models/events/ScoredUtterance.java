package talktrack.models.events;

/**
 * An utterance with what was read in it. Topic {@code scored-utterances}, key {@code utteranceId}.
 */
public record ScoredUtterance(Utterance utterance, UtteranceLabels labels) {}
