package talktrack.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
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

    @Mixin private SoundOptions sound;

    @Option(
            names = "--rep-speaker",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The rep's name among a transcript's speakers.")
    private String repSpeaker;

    List<Path> files() {
        return files;
    }

    CallLanguage language() {
        return sound.language();
    }

    Optional<RawSound> raw() {
        return sound.raw();
    }

    ChannelLayout channels() {
        return sound.channels();
    }

    String repSpeaker() {
        return repSpeaker;
    }
}
