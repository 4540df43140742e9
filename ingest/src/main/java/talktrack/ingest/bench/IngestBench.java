package talktrack.ingest.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import talktrack.ingest.Progress;
import talktrack.ingest.UnreadableRecording;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.decode.Decoder;
import talktrack.ingest.transcribe.SpeechModel;
import talktrack.ingest.transcribe.SpeechModels;
import talktrack.ingest.transcribe.Spoken;
import talktrack.models.events.Word;
import talktrack.models.labels.Language;

/** Measures ingest against plain Vosk with the same model; docs/bench.md says how, and why so. */
public final class IngestBench {

    private static final int MOST_THREADS = 8;
    private static final double LONG_SECONDS = 1800;
    private static final double NO_PAUSE_MOST_SECONDS = 60;

    /** The same minute took 11.6 to 13.2 s on a quiet machine, so once says little. */
    private static final int NO_PAUSE_ROUNDS = 4;

    /** Of the recording whose sound is read many times at once: enough to find the ratio. */
    private static final double SCALING_MOST_SECONDS = 60;

    /** Kept on either side of a word; two words closer than twice this are one piece. */
    private static final double WORD_EDGE_SECONDS = 0.04;

    private final Path folder;
    private final Decoder decoder;
    private final SpeechModel model;
    private final Pipeline pipeline;
    private final Consumer<String> says;

    private IngestBench(Path folder, Decoder decoder, SpeechModel model, Consumer<String> says) {
        this.folder = folder;
        this.decoder = decoder;
        this.model = model;
        this.says = says;
        pipeline = new Pipeline(decoder, model, folder);
    }

    /**
     * Measures on English recordings; takes several times as long as plain Vosk does on them.
     *
     * @param dataFolder where speech models are
     * @param scratch an empty folder
     * @param audio recordings, beside each of which {@code FILE.txt} may say what is said; none =
     *     two of the demonstration's
     * @param says learns what is being measured
     * @throws IOException also where the system is not Linux
     */
    public static IngestFigures run(
            Path dataFolder, Path scratch, List<Path> audio, Consumer<String> says)
            throws UnreadableRecording, IOException, InterruptedException {
        try (SpeechModels models = new SpeechModels(dataFolder.resolve("models"))) {
            Decoder decoder = new Decoder(dataFolder.resolve("ingest").resolve("native"));
            List<Clip> clips = audio.isEmpty() ? Clip.demonstration(scratch) : Clip.given(audio);
            return new IngestBench(scratch, decoder, models.of(Language.EN), says).measure(clips);
        }
    }

    private IngestFigures measure(List<Clip> clips)
            throws UnreadableRecording, IOException, InterruptedException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        int cores = Runtime.getRuntime().availableProcessors();
        warmUp();
        Sums sums = new Sums();
        List<IngestFigures.OfRecording> recordings = new ArrayList<>();
        Pipeline.Ours mostWords = null;
        Clip mostWordsClip = null;
        for (Clip clip : clips) {
            says.accept("against plain Vosk: " + clip.file().getFileName());
            Decoded sound = pipeline.decoded(clip.file());
            Pipeline.Ours one;
            Pipeline.Raw raw;
            Pipeline.Ours two;
            try {
                one = pipeline.ours(clip.file(), 1);
                raw = pipeline.raw(sound);
                two = pipeline.ours(clip.file(), 2);
            } finally {
                Files.delete(sound.pcm());
            }
            IngestFigures.OfRecording figures = ofRecording(clip, one, raw, two);
            recordings.add(figures);
            says.accept(figures.text());
            sums.add(figures);
            if (mostWords == null || one.words().size() > mostWords.words().size()) {
                mostWords = one;
                mostWordsClip = clip;
            }
        }
        NoPause noPause = noPause(mostWordsClip, mostWords);
        double start = decoderStart();
        return new IngestFigures(
                cores,
                load,
                model.name(),
                recordings,
                sums.rawProcessor / sums.oursProcessor,
                sums.rawWall / sums.twoWall,
                sums.rawProcessor / sums.twoBusiest,
                noPause.overhead(),
                noPause.seconds(),
                sums.said == 0 ? null : sums.rawErrors / (double) sums.said,
                sums.said == 0 ? null : sums.oursErrors / (double) sums.said,
                decoding(start),
                start,
                scaling(mostWordsClip, Math.min(cores, MOST_THREADS)),
                peakResidentBytes());
    }

    /** What happens only once a process: classes are loaded, libraries unpacked. */
    private void warmUp() throws UnreadableRecording, IOException, InterruptedException {
        says.accept("warming up");
        Path second = folder.resolve("second.wav");
        Decoded sound = pipeline.decoded(Clip.mp3(folder).file());
        try {
            Wav.write(second, sound, List.of(new Wav.Piece(0, 1, 6)));
        } finally {
            Files.delete(sound.pcm());
        }
        Decoded few = pipeline.decoded(second);
        pipeline.raw(few);
        Files.delete(few.pcm());
        pipeline.ours(second, 1);
    }

    private static IngestFigures.OfRecording ofRecording(
            Clip clip, Pipeline.Ours one, Pipeline.Raw raw, Pipeline.Ours two) {
        List<String> said = clip.reference().map(WordErrors::spokenWords).orElse(List.of());
        Decoded sound = one.sound();
        return new IngestFigures.OfRecording(
                clip.file().getFileName().toString(),
                sound.seconds(),
                sound.channels(),
                one.heard().soundSeconds() / (sound.seconds() * sound.channels()),
                raw.cost().computedSeconds(),
                one.cost().computedSeconds(),
                raw.cost().wallSeconds(),
                two.cost().wallSeconds(),
                two.busiestSeconds(),
                said.size(),
                said.isEmpty() ? 0 : WordErrors.between(said, texts(raw.words())),
                said.isEmpty() ? 0 : WordErrors.between(said, texts(one.words())));
    }

    /** Vosk marks noise as a word in brackets, which nobody said. */
    private static List<String> texts(List<Word> words) {
        return words.stream()
                .map(Word::word)
                .filter(word -> !word.startsWith("[") && !word.startsWith("<"))
                .toList();
    }

    private record NoPause(double overhead, double seconds) {}

    /** Everything between words is cut out, so that holding silence back gains nothing. */
    private NoPause noPause(Clip clip, Pipeline.Ours heard)
            throws UnreadableRecording, IOException, InterruptedException {
        says.accept("speech without pauses");
        Path file = folder.resolve("no-pause.wav");
        Decoded whole = pipeline.decoded(clip.file());
        double seconds;
        try {
            seconds = Wav.write(file, whole, pieces(heard));
        } finally {
            Files.delete(whole.pcm());
        }
        Decoded sound = pipeline.decoded(file);
        try {
            // By turns: what else the machine does meanwhile weighs on both.
            double ours = 0;
            double raw = 0;
            for (int i = 0; i < NO_PAUSE_ROUNDS; i++) {
                ours += pipeline.ours(file, 1).cost().computedSeconds();
                raw += pipeline.raw(sound).cost().computedSeconds();
            }
            NoPause found = new NoPause(ours / raw - 1, seconds);
            says.accept("overhead %.1f %%".formatted(100 * found.overhead()));
            return found;
        } finally {
            Files.delete(sound.pcm());
        }
    }

    private static List<Wav.Piece> pieces(Pipeline.Ours heard) {
        List<Wav.Piece> pieces = new ArrayList<>();
        double seconds = 0;
        for (Spoken said : heard.heard().spoken()) {
            for (Word word : said.words()) {
                double from = word.startSeconds() - WORD_EDGE_SECONDS;
                double to = word.endSeconds() + WORD_EDGE_SECONDS;
                Wav.Piece last = pieces.isEmpty() ? null : pieces.getLast();
                if (last != null
                        && last.channel() == said.channel()
                        && last.startSeconds() <= from
                        && from <= last.endSeconds()) {
                    pieces.removeLast();
                    seconds -= last.endSeconds() - last.startSeconds();
                    from = last.startSeconds();
                }
                pieces.add(new Wav.Piece(said.channel(), from, to));
                seconds += to - from;
                if (seconds > NO_PAUSE_MOST_SECONDS) {
                    return pieces;
                }
            }
        }
        return pieces;
    }

    /** What one file costs before its first sample. */
    private double decoderStart() throws UnreadableRecording, IOException, InterruptedException {
        Path file = folder.resolve("second.wav");
        Cost before = Cost.now();
        int times = 3;
        for (int i = 0; i < times; i++) {
            Files.delete(pipeline.decoded(file).pcm());
        }
        return Cost.now().since(before).computedSeconds() / times;
    }

    /** A long MP3 is a short one many times; the M4A is made from it as copies for browsers are. */
    private List<IngestFigures.Decoding> decoding(double start)
            throws UnreadableRecording, IOException, InterruptedException {
        says.accept("decoding half an hour of MP3 and M4A");
        byte[] once = Files.readAllBytes(folder.resolve("lake-street-clinic.mp3"));
        Decoded few = pipeline.decoded(folder.resolve("lake-street-clinic.mp3"));
        Files.delete(few.pcm());
        Path mp3 = folder.resolve("long.mp3");
        try (OutputStream out = Files.newOutputStream(mp3)) {
            for (double seconds = 0; seconds < LONG_SECONDS; seconds += few.seconds()) {
                out.write(once);
            }
        }
        Path m4a = folder.resolve("long.m4a");
        Path pcm = Files.createTempFile(folder, "samples-", ".pcm");
        decoder.decode(mp3, Optional.empty(), pcm, 2, Optional.of(m4a), Progress.NONE);
        Files.delete(pcm);
        return List.of(decoding("MP3", mp3, start), decoding("M4A", m4a, start));
    }

    private IngestFigures.Decoding decoding(String format, Path file, double start)
            throws UnreadableRecording, IOException, InterruptedException {
        Cost before = Cost.now();
        Decoded sound = pipeline.decoded(file);
        double took = Cost.now().since(before).computedSeconds();
        Files.delete(sound.pcm());
        says.accept("%s: %.0f times real time".formatted(format, sound.seconds() / (took - start)));
        return new IngestFigures.Decoding(
                format, sound.seconds(), sound.seconds() / (took - start), sound.seconds() / took);
    }

    private List<IngestFigures.Scaling> scaling(Clip clip, int mostThreads)
            throws UnreadableRecording, IOException, InterruptedException {
        List<IngestFigures.Scaling> scaling = new ArrayList<>();
        Decoded sound = pipeline.decoded(beginning(clip));
        try {
            double one = 0;
            for (int threads = 1; threads <= mostThreads; threads++) {
                says.accept("as many calls as threads at once: " + threads);
                double throughput = threads / pipeline.atOnce(sound, threads);
                one = threads == 1 ? throughput : one;
                says.accept("throughput %.2f".formatted(throughput / one));
                scaling.add(new IngestFigures.Scaling(threads, throughput / one));
            }
            return scaling;
        } finally {
            Files.delete(sound.pcm());
        }
    }

    /** The first of what is said on each channel, one after the other. */
    private Path beginning(Clip clip)
            throws UnreadableRecording, IOException, InterruptedException {
        Path file = folder.resolve("scaling.wav");
        Decoded whole = pipeline.decoded(clip.file());
        try {
            double each = Math.min(whole.seconds(), SCALING_MOST_SECONDS / whole.channels());
            List<Wav.Piece> pieces = new ArrayList<>();
            for (int channel = 0; channel < whole.channels(); channel++) {
                pieces.add(new Wav.Piece(channel, 0, each));
            }
            Wav.write(file, whole, pieces);
            return file;
        } finally {
            Files.delete(whole.pcm());
        }
    }

    private static long peakResidentBytes() throws IOException {
        return Soak.memory("VmHWM:");
    }

    private static final class Sums {
        private double rawProcessor;
        private double oursProcessor;
        private double rawWall;
        private double twoWall;
        private double twoBusiest;
        private int said;
        private int rawErrors;
        private int oursErrors;

        void add(IngestFigures.OfRecording figures) {
            rawProcessor += figures.rawProcessorSeconds();
            oursProcessor += figures.oursProcessorSeconds();
            rawWall += figures.rawWallSeconds();
            twoWall += figures.oursTwoThreadsWallSeconds();
            twoBusiest += figures.oursTwoThreadsBusiestSeconds();
            said += figures.referenceWords();
            rawErrors += figures.rawWordErrors();
            oursErrors += figures.oursWordErrors();
        }
    }
}
