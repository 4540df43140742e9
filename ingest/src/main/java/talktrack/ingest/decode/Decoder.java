package talktrack.ingest.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import talktrack.ingest.Progress;
import talktrack.ingest.UnreadableRecording;

/** Decodes recordings, each in a child JVM of its own. Thread-safe. */
public final class Decoder {

    private static final int SNIFFED_BYTES = 4096;

    private final Path nativeLibraries;
    private final Limits limits;
    private final String mainClass;

    /**
     * @param nativeLibraries folder into which FFmpeg's libraries are unpacked once
     */
    public Decoder(Path nativeLibraries) {
        this(nativeLibraries, Limits.USUAL, DecoderProcess.class.getName());
    }

    Decoder(Path nativeLibraries, Limits limits, String mainClass) {
        this.nativeLibraries = nativeLibraries.toAbsolutePath();
        this.limits = limits;
        this.mainClass = mainClass;
    }

    /**
     * Decodes a whole recording.
     *
     * @param raw what was declared of a file without a header; any header it has is not looked at
     * @param pcm file to write the samples to
     * @param maxChannels 1 mixes two channels into one, 2 keeps them apart
     * @param playback where the copy for browsers shall be when all went well
     * @throws UnreadableRecording when the file is at fault
     * @throws IOException when this machine is at fault
     */
    public Decoded decode(
            Path recording,
            Optional<RawSound> raw,
            Path pcm,
            int maxChannels,
            Optional<Path> playback,
            Progress progress)
            throws UnreadableRecording, IOException, InterruptedException {
        return decode(recording, raw, pcm, maxChannels, playback, List.of(), progress);
    }

    /**
     * Writes the copy for browsers anew, with a tone over what nobody shall hear. Decodes the
     * recording a second time, since what to hide is known only when its words are.
     *
     * @param samples a file to work in
     */
    public void hide(
            Path recording,
            Optional<RawSound> raw,
            Path samples,
            int maxChannels,
            Path playback,
            List<HiddenSound> hidden)
            throws UnreadableRecording, IOException, InterruptedException {
        decode(
                recording,
                raw,
                samples,
                maxChannels,
                Optional.of(playback),
                HiddenSound.joined(hidden),
                Progress.NONE);
    }

    private Decoded decode(
            Path recording,
            Optional<RawSound> raw,
            Path pcm,
            int maxChannels,
            Optional<Path> playback,
            List<HiddenSound> hidden,
            Progress progress)
            throws UnreadableRecording, IOException, InterruptedException {
        refuseAtSight(recording, raw.isPresent());
        Files.createDirectories(nativeLibraries);
        Path hiddenFile = Path.of(pcm + ".hidden");
        Optional<Path> unfinished =
                playback.map(file -> file.resolveSibling(file.getFileName() + ".part"));
        try {
            List<String> command = command(recording, raw, pcm, maxChannels, unfinished);
            if (!hidden.isEmpty()) {
                HiddenSound.write(hiddenFile, hidden);
                command.add(hiddenFile.toAbsolutePath().toString());
            }
            DecoderChild child = new DecoderChild(command, limits, pcm);
            Report.Done done = child.run(progress);
            if (playback.isPresent()) {
                Files.move(
                        unfinished.orElseThrow(), playback.get(), StandardCopyOption.ATOMIC_MOVE);
            }
            return new Decoded(
                    pcm,
                    done.channels(),
                    done.sourceChannels(),
                    done.samples() / (double) Decoded.SAMPLE_RATE,
                    done.damaged(),
                    done.sameSound());
        } finally {
            Files.deleteIfExists(hiddenFile);
            if (unfinished.isPresent()) {
                Files.deleteIfExists(unfinished.get());
            }
        }
    }

    private List<String> command(
            Path recording,
            Optional<RawSound> raw,
            Path pcm,
            int maxChannels,
            Optional<Path> playback) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:-CreateCoredumpOnCrash",
                                "-XX:ErrorFile=" + DecoderChild.crashFile(pcm),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dorg.bytedeco.javacpp.cachedir=" + nativeLibraries,
                                "-cp",
                                System.getProperty("java.class.path"),
                                mainClass,
                                recording.toAbsolutePath().toString(),
                                pcm.toAbsolutePath().toString(),
                                String.valueOf(limits.maxSeconds()),
                                String.valueOf(maxChannels),
                                raw.map(RawSound::toString).orElse("")));
        playback.ifPresent(file -> command.add(file.toAbsolutePath().toString()));
        return command;
    }

    /** What needs no decoder to be seen. */
    private static void refuseAtSight(Path recording, boolean raw)
            throws IOException, UnreadableRecording {
        byte[] start;
        try (InputStream in = Files.newInputStream(recording)) {
            start = in.readNBytes(SNIFFED_BYTES);
        }
        if (start.length == 0) {
            throw unreadable(Refusal.EMPTY, "decode: size=0");
        }
        if (!raw && isText(start)) {
            throw unreadable(Refusal.TEXT, "decode: the file starts with printable text");
        }
    }

    private static boolean isText(byte[] start) {
        int whole = start.length;
        while (whole > 0 && whole > start.length - 3 && start[whole - 1] < 0) {
            whole--; // a character may be cut off at the end of what was read
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(start, 0, whole))
                    .chars()
                    .noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static UnreadableRecording unreadable(Refusal refusal, String technicalCause) {
        return new UnreadableRecording(refusal.kind, refusal.reason, technicalCause);
    }
}
