package talktrack.api.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import talktrack.analysis.call.Corrections;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.TaskLabel;
import talktrack.models.events.Utterance;
import talktrack.models.events.Word;
import talktrack.models.labels.Language;

/**
 * A line of a call with what a person says is right of it: what classifiers are trained from.
 *
 * @param previous what the other side said before; of handling, the objection; or empty
 * @param text as recognised or imported, redacted as it is stored
 * @param before what was read, without any correction
 */
record CorrectedLine(
        String callId,
        String utteranceId,
        Language language,
        TaskLabel label,
        TaskLabel before,
        String previous,
        String text,
        Instant correctedAt) {

    /** How many utterances back {@code previous} is looked for, as when they are read. */
    private static final int CONTEXT = 10;

    /**
     * The lines of one call. Left out is what no line of today's reading fits any more, and what
     * the recogniser was too unsure of: its words would teach nothing.
     *
     * @param said all utterances of the call in order
     * @param objections of the call, as far as it is analysed
     */
    static List<CorrectedLine> of(
            Collection<LabelCorrection> corrections,
            List<ScoredUtterance> said,
            List<ObjectionHandling> objections) {
        List<Utterance> utterances = said.stream().map(ScoredUtterance::utterance).toList();
        List<CorrectedLine> lines = new ArrayList<>();
        for (LabelCorrection correction : corrections) {
            Corrections.meant(correction, utterances)
                    .filter(CorrectedLine::clear)
                    .map(one -> line(correction, one, utterances, objections))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static CorrectedLine line(
            LabelCorrection correction,
            Utterance said,
            List<Utterance> utterances,
            List<ObjectionHandling> objections) {
        int at = utterances.indexOf(said);
        List<Utterance> before = utterances.subList(Math.max(0, at - CONTEXT), at);
        Optional<Utterance> objection =
                correction.right() instanceof TaskLabel.Handling
                        ? answered(said, utterances, objections)
                        : Optional.empty();
        return new CorrectedLine(
                said.callId(),
                said.utteranceId(),
                said.language(),
                correction.right(),
                correction.before(),
                objection.map(Utterance::text).orElse(UtteranceScorer.previous(said, before)),
                said.text(),
                correction.correctedAt());
    }

    /** The objection that an utterance answers. */
    private static Optional<Utterance> answered(
            Utterance said, List<Utterance> utterances, List<ObjectionHandling> objections) {
        return objections.stream()
                .filter(one -> one.replyIds().contains(said.utteranceId()))
                .flatMap(
                        one ->
                                utterances.stream()
                                        .filter(u -> u.utteranceId().equals(one.utteranceId())))
                .findFirst();
    }

    private static boolean clear(Utterance said) {
        return said.words().stream().mapToDouble(Word::confidence).average().orElse(1)
                >= UtteranceScorer.UNCLEAR_BELOW;
    }
}
