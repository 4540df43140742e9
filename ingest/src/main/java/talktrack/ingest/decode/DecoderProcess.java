package talktrack.ingest.decode;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The child JVM: decodes one file and ends. Reports on standard output. Ends at once when its
 * standard input closes, since then its parent is gone.
 */
final class DecoderProcess {

    private static final long REPORT_EVERY_NANOS = 250_000_000;

    private final Path file;
    private final Path pcm;
    private final Optional<RawSound> raw;
    private final Optional<Path> playback;
    private final double maxSeconds;
    private final int maxChannels;
    private final PrintStream reports;
    private long reported = System.nanoTime();
    private final List<HiddenSound> hidden;
    private PlaybackFile playbackFile;
    private long played;

    private DecoderProcess(String[] arguments, PrintStream reports) throws IOException {
        file = Path.of(arguments[0]);
        pcm = Path.of(arguments[1]);
        maxSeconds = Double.parseDouble(arguments[2]);
        maxChannels = Integer.parseInt(arguments[3]);
        raw = arguments[4].isEmpty() ? Optional.empty() : Optional.of(RawSound.parse(arguments[4]));
        playback = arguments.length > 5 ? Optional.of(Path.of(arguments[5])) : Optional.empty();
        hidden = arguments.length > 6 ? HiddenSound.read(Path.of(arguments[6])) : List.of();
        this.reports = reports;
    }

    /**
     * @param arguments recording, file for samples, longest recording in seconds, most channels,
     *     what was declared of sound without a header or nothing, optionally the file for playback
     *     and a file that says what nobody shall hear in it
     */
    public static void main(String[] arguments) {
        Locale.setDefault(
                Locale.Category.FORMAT, Locale.ROOT); // what programs read has ASCII digits
        endWithParent();
        PrintStream reports = System.out;
        Report last;
        try {
            Ffmpeg.load();
            last = new DecoderProcess(arguments, reports).decode();
        } catch (Refused e) {
            last = new Report.No(e.refusal, e.getMessage());
        } catch (LinkageError e) {
            last = new Report.Machine("FFmpeg's libraries do not load here: " + e.getMessage());
        } catch (IOException e) {
            last = new Report.Machine(e.toString());
        }
        reports.println(last.line());
        reports.flush();
        Runtime.getRuntime().halt(0); // the watching thread would keep this JVM alive
    }

    private Report decode() throws IOException, Refused {
        try (PcmFile samples = new PcmFile(pcm);
                SoundFile sound = new SoundFile(file, raw)) {
            double total = sound.statedSeconds();
            Samples take =
                    (interleaved, frames, channels) -> {
                        samples.write(interleaved, frames, channels);
                        play(interleaved, frames, channels);
                        reportProgress(seconds(samples.samples()), total);
                    };
            try (Resampler resampler = new Resampler(take, maxChannels)) {
                sound.decode(resampler);
                if (samples.samples() == 0) {
                    throw new Refused(Refusal.NO_SAMPLES, sound.description() + " samples=0");
                }
                if (playbackFile != null) {
                    playbackFile.finish();
                }
                boolean damaged =
                        resampler.changes() > 0 || sound.damaged(seconds(samples.samples()));
                return new Report.Done(
                        resampler.channels(),
                        resampler.sourceChannels(),
                        samples.samples(),
                        damaged,
                        samples.sameSound());
            }
        } finally {
            if (playbackFile != null) {
                playbackFile.close();
            }
        }
    }

    private void play(short[] interleaved, int frames, int channels) throws IOException {
        if (playback.isPresent()) {
            if (playbackFile == null) {
                playbackFile = new PlaybackFile(playback.get(), channels);
            }
            for (HiddenSound one : hidden) {
                one.cover(interleaved, frames, channels, played);
            }
            played += frames;
            playbackFile.write(interleaved, frames);
        }
    }

    private void reportProgress(double done, double total) throws Refused {
        if (done > maxSeconds) {
            throw new Refused(Refusal.TOO_LONG, "more than %.0f s".formatted(maxSeconds));
        }
        if (System.nanoTime() - reported > REPORT_EVERY_NANOS) {
            reported = System.nanoTime();
            reports.println(new Report.At(done, Math.max(total, done)).line());
            reports.flush();
        }
    }

    private static double seconds(long samples) {
        return samples / (double) Decoded.SAMPLE_RATE;
    }

    private static void endWithParent() {
        Thread watch =
                new Thread(
                        () -> {
                            try {
                                while (System.in.read() >= 0) {
                                    // whatever the parent says means: go on
                                }
                            } catch (IOException e) {
                                // the same as its end
                            }
                            Runtime.getRuntime().halt(3);
                        },
                        "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
