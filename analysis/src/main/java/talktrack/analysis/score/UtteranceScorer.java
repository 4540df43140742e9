package talktrack.analysis.score;

import java.util.List;
import talktrack.models.events.Utterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.Speaker;

/** Reads one utterance of a call. */
public final class UtteranceScorer {

    private UtteranceScorer() {}

    /**
     * The labels of an utterance. A customer's question type is always {@code none}, a rep's
     * objection too; of an unknown speaker both are read by content.
     *
     * @param theTenBefore what was said just before it in the same call, oldest first, fewer at the
     *     start
     */
    public static UtteranceLabels score(Utterance utterance, List<Utterance> theTenBefore) {
        Classifiers classifiers = Classifiers.of(utterance.language());
        String previous = previous(utterance, theTenBefore);
        Classifiers.SentimentReading sentiment = classifiers.sentiment(utterance.text());
        return new UtteranceLabels(
                classifiers.spin(utterance.text(), previous, utterance.speaker()),
                classifiers.objection(utterance.text(), previous, utterance.speaker()),
                sentiment.label(),
                sentiment.valence(),
                List.of(),
                List.of(),
                false);
    }

    private static String previous(Utterance utterance, List<Utterance> before) {
        return before.reversed().stream()
                .filter(
                        other ->
                                other.speaker() != utterance.speaker()
                                        || other.speaker() == Speaker.UNKNOWN)
                .findFirst()
                .map(Utterance::text)
                .orElse("");
    }
}
