package talktrack.models.labels;

/** Why a call could not be processed; pages word it in their language. */
public enum FailureKind implements Label {
    EMPTY_FILE,
    NOT_A_RECORDING,
    NO_AUDIO_TRACK,
    TOO_LONG,
    DECODER_STOPPED,
    NO_SPEECH_MODEL,
    UNREADABLE_TRANSCRIPT,
    MISSING_RECORDING,
    /** For most of the sound recognition took far too long: noise, music, another language. */
    UNRECOGNISABLE,
    INTERNAL
}
