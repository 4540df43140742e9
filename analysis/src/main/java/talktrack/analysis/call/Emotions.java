package talktrack.analysis.call;

import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.analysis.score.Backchannels;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.UtteranceLabels;
import talktrack.models.labels.Emotion;
import talktrack.models.labels.Speaker;

/**
 * Emotion from words and voice: valence × arousal (docs/metrics.md). Ingest measures arousal only
 * where the setting {@code voice-emotion} allows it, and without arousal there is no emotion: words
 * alone give a sentiment, never more.
 */
final class Emotions {

    /** Below this probability of the sentiment the words do not tell. */
    private static final double SENTIMENT_CERTAIN_FROM = 0.6;

    private static final double FEELING_FROM = 0.3;

    /** In the voice's own standard deviations. */
    private static final double AROUSED_FROM = 0.75;

    private Emotions() {}

    /** The utterance with the emotion that shows in it, if one does. */
    static ScoredUtterance felt(ScoredUtterance said) {
        return new ScoredUtterance(said.utterance(), said.labels().withEmotion(in(said)));
    }

    private static Optional<Emotion> in(ScoredUtterance said) {
        UtteranceLabels labels = said.labels();
        OptionalDouble arousal = said.utterance().voiceMeasures().arousal();
        return arousal.isEmpty()
                        || labels.unclear()
                        || said.utterance().speaker() == Speaker.UNKNOWN
                        || labels.sentiment().score() < SENTIMENT_CERTAIN_FROM
                        || Backchannels.is(said.utterance())
                ? Optional.empty()
                : of(labels.valence(), arousal.getAsDouble());
    }

    /**
     * @param valence −1…1
     * @param arousal in standard deviations, 0 = usual for this voice
     * @return nothing for an aroused voice with neutral words: that may be joy as well as anger
     */
    static Optional<Emotion> of(double valence, double arousal) {
        boolean high = arousal >= AROUSED_FROM;
        boolean low = arousal <= -AROUSED_FROM;
        if (valence >= FEELING_FROM) {
            return Optional.of(high ? Emotion.EXCITED : low ? Emotion.CALM : Emotion.POSITIVE);
        }
        if (valence <= -FEELING_FROM) {
            return Optional.of(high ? Emotion.TENSE : low ? Emotion.FLAT : Emotion.FRUSTRATED);
        }
        return high ? Optional.empty() : Optional.of(low ? Emotion.FLAT : Emotion.CALM);
    }
}
