package talktrack.api.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import talktrack.ingest.decode.RawSound;
import talktrack.models.labels.ChannelLayout;

/** What is said of the sound of the files that a command takes in. */
final class SoundOptions {

    @Option(
            names = "--language",
            paramLabel = "en|zh|auto",
            defaultValue = "auto",
            description = "Language of the calls (default: en for sound, detected for text).")
    private CallLanguage language;

    @Option(
            names = "--channels",
            paramLabel = "WHO",
            defaultValue = "auto",
            description =
                    "Who speaks on which channel: rep,customer · customer,rep · mono · auto (default: guessed, and said so).")
    private ChannelLayout channels;

    @Option(
            names = "--raw",
            paramLabel = "RATE[,CHANNELS[,ENCODING]]",
            converter = RawSoundOption.class,
            description =
                    "All files are sound without a header, as 8000,2,mulaw. Encodings: s16le (default), s16be, mulaw, alaw.")
    private RawSound raw;

    CallLanguage language() {
        return language;
    }

    ChannelLayout channels() {
        return channels;
    }

    Optional<RawSound> raw() {
        return Optional.ofNullable(raw);
    }
}
