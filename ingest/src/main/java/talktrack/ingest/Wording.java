package talktrack.ingest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.glossary.Glossary;
import talktrack.ingest.glossary.GlossaryCorrection;
import talktrack.ingest.readable.ReadableText;
import talktrack.ingest.redact.Redactor;

/**
 * What becomes of a transcript's words before anybody else sees them.
 *
 * @param glossary names that are put where something that sounds like them was recognised
 * @param redact takes phone, card and identity numbers and e-mail addresses out
 */
public record Wording(Glossary glossary, boolean redact) {

    /** The words as they are heard. */
    public static final Wording PLAIN = new Wording(Glossary.EMPTY, false);

    private static final Logger log = LoggerFactory.getLogger(Wording.class);

    /**
     * @param repName the rep's name, or empty: a word of the call's own
     */
    Transcript apply(Transcript transcript, String repName) throws InterruptedException {
        Transcript named = named(transcript, repName);
        Transcript clean = redact ? redacted(named) : named;
        return new Transcript(
                clean.end(),
                clean.utterances().stream()
                        .map(utterance -> utterance.withDisplayText(ReadableText.of(utterance)))
                        .toList());
    }

    private Transcript named(Transcript transcript, String repName) {
        Glossary names = glossary.and(repName);
        if (names.terms().isEmpty()) {
            return transcript;
        }
        GlossaryCorrection correction = new GlossaryCorrection(names);
        return new Transcript(
                transcript.end(),
                transcript.utterances().stream().map(correction::correct).toList());
    }

    private static Transcript redacted(Transcript transcript) throws InterruptedException {
        Redactor.Redacted redacted = Redactor.redact(transcript.utterances());
        log.info("call={} redactions={}", transcript.end().callId(), redacted.redactions());
        return new Transcript(transcript.end(), redacted.utterances());
    }
}
