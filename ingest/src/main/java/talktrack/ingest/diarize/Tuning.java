package talktrack.ingest.diarize;

/**
 * What the telling of voices is tuned by, on the development speakers of docs/speakers.md.
 *
 * @param secondsPerComponent of speech, for one component of the background
 * @param mostComponents of the background
 * @param frameShare how much one frame counts as evidence, as neighbours say almost the same
 * @param pitchShare the same for its pitch
 * @param precision of a voice around the background, in units of its variance: high = voices are
 *     alike
 * @param pitchPrecision the same for the pitch
 * @param changeSeconds pause after which a change of voices is two thirds as likely as it ever gets
 * @param evidenceForTwo by how much two voices must explain the call better than one
 * @param evidencePerVoice the same for each voice more
 * @param evidencePerSecond and, for each voice more, for each second of speech: nobody sounds the
 *     same all along, and the longer the less
 */
record Tuning(
        double secondsPerComponent,
        int mostComponents,
        double frameShare,
        double pitchShare,
        double precision,
        double pitchPrecision,
        double changeSeconds,
        double evidenceForTwo,
        double evidencePerVoice,
        double evidencePerSecond) {

    static final Tuning USUAL = new Tuning(6, 8, 0.2, 0.3, 10, 1, 0.8, 4, 10, 0.5);
}
