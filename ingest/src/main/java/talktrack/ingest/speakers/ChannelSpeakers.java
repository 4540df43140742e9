package talktrack.ingest.speakers;

import java.util.List;
import java.util.OptionalDouble;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/**
 * Who speaks on which channel.
 *
 * @param layout as declared or guessed; {@code mono} when nobody can tell
 * @param repConfidence how probably the rep was guessed right, 0.5…1; absent when not guessed
 */
public record ChannelSpeakers(ChannelLayout layout, OptionalDouble repConfidence) {

    /** One stream with both speakers on it. */
    public static final ChannelSpeakers MONO =
            new ChannelSpeakers(ChannelLayout.MONO, OptionalDouble.empty());

    /**
     * The speakers of two channels.
     *
     * @param declared other than mono
     * @param said on channel 0 and 1, in order of time
     */
    public static ChannelSpeakers ofTwo(
            ChannelLayout declared, Language language, List<Said> said) {
        return switch (declared) {
            case REP_CUSTOMER, CUSTOMER_REP ->
                    new ChannelSpeakers(declared, OptionalDouble.empty());
            case AUTO -> {
                RepGuess.Guess rep = RepGuess.of(language, said, 2);
                yield new ChannelSpeakers(
                        rep.party() == 0 ? ChannelLayout.REP_CUSTOMER : ChannelLayout.CUSTOMER_REP,
                        OptionalDouble.of(rep.confidence()));
            }
            case MONO -> MONO;
        };
    }

    /** Whether the layout was guessed. */
    public boolean guessed() {
        return repConfidence.isPresent();
    }

    public Speaker on(int channel) {
        return switch (layout) {
            case REP_CUSTOMER -> channel == 0 ? Speaker.REP : Speaker.CUSTOMER;
            case CUSTOMER_REP -> channel == 0 ? Speaker.CUSTOMER : Speaker.REP;
            case MONO, AUTO -> Speaker.UNKNOWN;
        };
    }
}
