package talktrack.ingest.speakers;

import java.util.List;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.Language;
import talktrack.models.labels.Speaker;

/**
 * Who speaks on which channel.
 *
 * @param layout as declared or guessed; {@code mono} when nobody can tell
 * @param guessed whether the layout was guessed
 */
public record ChannelSpeakers(ChannelLayout layout, boolean guessed) {

    /** One stream with both speakers on it. */
    public static final ChannelSpeakers MONO = new ChannelSpeakers(ChannelLayout.MONO, false);

    /**
     * The speakers of two channels.
     *
     * @param declared other than mono
     * @param said on channel 0 and 1, in order of time
     */
    public static ChannelSpeakers ofTwo(
            ChannelLayout declared, Language language, List<Said> said) {
        return switch (declared) {
            case REP_CUSTOMER, CUSTOMER_REP -> new ChannelSpeakers(declared, false);
            case AUTO ->
                    new ChannelSpeakers(
                            RepGuess.rep(language, said, 2) == 0
                                    ? ChannelLayout.REP_CUSTOMER
                                    : ChannelLayout.CUSTOMER_REP,
                            true);
            case MONO -> MONO;
        };
    }

    public Speaker on(int channel) {
        return switch (layout) {
            case REP_CUSTOMER -> channel == 0 ? Speaker.REP : Speaker.CUSTOMER;
            case CUSTOMER_REP -> channel == 0 ? Speaker.CUSTOMER : Speaker.REP;
            case MONO, AUTO -> Speaker.UNKNOWN;
        };
    }
}
