package talktrack.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import talktrack.ingest.decode.RawSound;
import talktrack.models.labels.ChannelLayout;

/** The files of calls that a command takes in, and what their owner says about them. */
final class CallOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Recordings (WAV, MP3, M4A, OGG, FLAC, WebM …) or transcripts (WebVTT, SRT, 'Speaker: text' lines, JSON).")
    private List<Path> files;

    @Option(
            names = "--language",
            paramLabel = "en|zh|auto",
            defaultValue = "auto",
            description = "Language of the call (default: en for sound, detected for text).")
    private CallLanguage language;

    @Option(
            names = "--channels",
            paramLabel = "WHO",
            defaultValue = "auto",
            description =
                    "Who speaks on which channel: rep,customer · customer,rep · mono · auto (default: guessed, and said so).")
    private ChannelLayout channels;

    @Option(
            names = "--rep-speaker",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The rep's name among a transcript's speakers.")
    private String repSpeaker;

    @Option(
            names = "--raw",
            paramLabel = "RATE[,CHANNELS[,ENCODING]]",
            converter = RawSoundOption.class,
            description =
                    "The files are sound without a header, as 8000,2,mulaw. Encodings: s16le (default), s16be, mulaw, alaw.")
    private RawSound raw;

    List<Path> files() {
        return files;
    }

    CallLanguage language() {
        return language;
    }

    Optional<RawSound> raw() {
        return Optional.ofNullable(raw);
    }

    ChannelLayout channels() {
        return channels;
    }

    String repSpeaker() {
        return repSpeaker;
    }
}
