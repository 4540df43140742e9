package talktrack.models.labels;

/**
 * Something that the reader of a call must know before trusting its numbers; pages word it in their
 * language.
 */
public enum Caution implements Label {
    /** Transcribed by the small starter model, which is weak on telephone sound. */
    STARTER_MODEL,
    NO_SPEECH,
    /** One channel on which one voice was found: rep and customer metrics are missing. */
    MONO,
    /** One channel, its speakers told apart by their voices: an estimate. */
    TOLD_BY_VOICE,
    /**
     * Too much of the speech may be given to the wrong speaker: what needs the speaker is missing.
     */
    SPEAKERS_UNSURE,
    /** A person said who speaks. */
    SPEAKERS_FIXED,
    /** One side was heard on the other one's channel, too; it is written down once. */
    CROSS_TALK,
    /** Which channel or name is the rep was guessed. */
    REP_GUESSED,
    /** The file is damaged; what could be read is here. */
    TRUNCATED,
    NO_TIMES,
    /** The recogniser was so unsure that labels are "unclear" and skills absent. */
    LOW_WORD_CONFIDENCE,
    /** More than two channels: mixed down to one. */
    MANY_CHANNELS,
    /** Stretches on which recognition took far too long were left out. */
    PARTS_SKIPPED,
    /**
     * It does not sound like a talk with a customer, so that labels are "unclear" and skills
     * absent: an estimate.
     */
    NO_CUSTOMER,
    /** The words look like those of another language than the model's: an estimate. */
    OTHER_LANGUAGE
}
