package talktrack.ingest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.readable.ReadableText;
import talktrack.ingest.redact.Redactor;

/**
 * What becomes of a transcript's words before anybody else sees them.
 *
 * @param redact takes phone, card and identity numbers and e-mail addresses out
 */
public record Wording(boolean redact) {

    /** The words as they are heard. */
    public static final Wording PLAIN = new Wording(false);

    private static final Logger LOG = LoggerFactory.getLogger(Wording.class);

    Transcript apply(Transcript transcript) {
        Transcript clean = redact ? redacted(transcript) : transcript;
        return new Transcript(
                clean.end(),
                clean.utterances().stream()
                        .map(utterance -> utterance.withDisplayText(ReadableText.of(utterance)))
                        .toList());
    }

    private static Transcript redacted(Transcript transcript) {
        Redactor.Redacted redacted = Redactor.redact(transcript.utterances());
        LOG.info("call={} redactions={}", transcript.end().callId(), redacted.redactions());
        return new Transcript(transcript.end(), redacted.utterances());
    }
}
