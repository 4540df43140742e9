package talktrack.ingest.decode;

import talktrack.models.labels.FailureKind;

/** Why a file cannot be decoded, as the child says it, and the sentences that a rep reads. */
enum Refusal {
    EMPTY(
            FailureKind.EMPTY_FILE,
            "This file is empty (0 bytes), so there is nothing to transcribe. Export the recording"
                    + " again and upload that."),
    NO_SAMPLES(
            FailureKind.EMPTY_FILE,
            "This recording holds no sound: it is 0 seconds long. Export the recording again and"
                    + " upload that."),
    TEXT(
            FailureKind.NOT_A_RECORDING,
            "This file is text, not a recording, whatever its name says. Upload the recording"
                    + " itself (WAV, MP3, M4A, Ogg, FLAC or WebM), or a transcript as WebVTT, SRT,"
                    + " JSON or lines like \"Anna: Hello\"."),
    NOT_SOUND(
            FailureKind.NOT_A_RECORDING,
            "This file is no recording that can be read. Export it as WAV, MP3, M4A, Ogg, FLAC or"
                    + " WebM and upload that."),
    INDEX_MISSING(
            FailureKind.NOT_A_RECORDING,
            "This M4A or MP4 file is incomplete: its index, which is written last, is missing, so"
                    + " nothing of it can be played. Copy or export the recording again, to its"
                    + " end, and upload that."),
    TOO_FEW_SAMPLES(
            FailureKind.NOT_A_RECORDING,
            "This file says that it holds fewer than 4,000 samples a second, too few for speech: it"
                    + " is probably damaged. Export the recording again as WAV or MP3 and upload"
                    + " that."),
    NO_AUDIO_TRACK(
            FailureKind.NO_AUDIO_TRACK,
            "This file has a picture track but no sound, so there is nothing to transcribe. Export"
                    + " the audio (WAV, MP3, M4A or Ogg) and upload that."),
    TOO_LONG(
            FailureKind.TOO_LONG,
            "This recording is longer than 6 hours. Cut it into single calls and upload those."),
    STOPPED(
            FailureKind.DECODER_STOPPED,
            "This file made the decoder stop: it is probably damaged. Export the recording again,"
                    + " if possible as WAV or MP3, and upload that."),
    TOO_SLOW(
            FailureKind.DECODER_STOPPED,
            "Decoding this file took too long and was stopped. Export the recording as WAV or MP3"
                    + " and upload that.");

    final FailureKind kind;
    final String reason;

    Refusal(FailureKind kind, String reason) {
        this.kind = kind;
        this.reason = reason;
    }
}
