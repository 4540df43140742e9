package talktrack.ingest.speakers;

import java.util.List;
import java.util.OptionalDouble;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/**
 * Who speaks on which of two channels.
 *
 * @param layout as declared or guessed: the rep first or the customer
 * @param repConfidence how probably the rep was guessed right, 0.5…1; absent when not guessed
 */
public record ChannelSpeakers(ChannelLayout layout, OptionalDouble repConfidence) {

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
            case MONO ->
                    throw new IllegalArgumentException("two channels, of a call declared mono");
        };
    }

    /** Whether the layout was guessed. */
    public boolean guessed() {
        return repConfidence.isPresent();
    }

    public Speaker on(int channel) {
        int repChannel = layout == ChannelLayout.REP_CUSTOMER ? 0 : 1;
        return channel == repChannel ? Speaker.REP : Speaker.CUSTOMER;
    }
}
