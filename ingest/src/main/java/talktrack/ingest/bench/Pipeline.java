package talktrack.ingest.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import talktrack.ingest.Progress;
import talktrack.ingest.UnreadableRecording;
import talktrack.ingest.decode.Decoded;
import talktrack.ingest.decode.Decoder;
import talktrack.ingest.transcribe.Heard;
import talktrack.ingest.transcribe.SpeechModel;
import talktrack.ingest.transcribe.Transcriber;
import talktrack.models.events.Word;

/** Ingest as the server does it, and plain Vosk, both with what they take. */
final class Pipeline {

    private final Decoder decoder;
    private final SpeechModel model;
    private final Path folder;

    /**
     * @param folder for samples
     */
    Pipeline(Decoder decoder, SpeechModel model, Path folder) {
        this.decoder = decoder;
        this.model = model;
        this.folder = folder;
    }

    /** What plain Vosk heard. */
    record Raw(List<Word> words, Cost cost) {}

    /**
     * What ingest heard.
     *
     * @param busiestSeconds processor time of the busiest recogniser thread and of all that is done
     *     outside of these threads, one after the other
     */
    record Ours(Decoded sound, Heard heard, List<Word> words, Cost cost, double busiestSeconds) {}

    /** The samples of a recording, which the caller deletes. */
    Decoded decoded(Path recording) throws UnreadableRecording, IOException, InterruptedException {
        Path pcm = Files.createTempFile(folder, "samples-", ".pcm");
        return decoder.decode(recording, Optional.empty(), pcm, 2, Optional.empty(), Progress.NONE);
    }

    Raw raw(Decoded sound) throws IOException {
        Cost before = Cost.now();
        List<Word> words = RawVosk.words(sound, model);
        return new Raw(words, Cost.now().since(before));
    }

    /** From the file to the words. */
    Ours ours(Path recording, int threads)
            throws UnreadableRecording, IOException, InterruptedException {
        Set<Long> older = recognisers();
        Cost before = Cost.now();
        Decoded sound = decoded(recording);
        try (Transcriber transcriber = new Transcriber(threads, Transcriber.USUAL_PAUSE_SECONDS)) {
            Heard heard =
                    transcriber.hear(
                            sound, sound.sameSound() ? 1 : sound.channels(), model, Progress.NONE);
            Cost cost = Cost.now().since(before);
            Set<Long> working = recognisers();
            working.removeAll(older);
            return new Ours(sound, heard, words(heard), cost, busiest(cost, working));
        } finally {
            Files.delete(sound.pcm());
        }
    }

    /** The same recording several times at once, each from its samples on; the wall time. */
    double atOnce(Decoded sound, int times) throws InterruptedException {
        try (Transcriber transcriber = new Transcriber(times, Transcriber.USUAL_PAUSE_SECONDS);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Heard> call =
                    () -> transcriber.hear(sound, sound.channels(), model, Progress.NONE);
            long started = System.nanoTime();
            for (Future<Heard> one : callers.invokeAll(Collections.nCopies(times, call))) {
                one.get();
            }
            return (System.nanoTime() - started) / 1e9;
        } catch (ExecutionException e) {
            throw new IllegalStateException("recognition failed", e.getCause());
        }
    }

    private static List<Word> words(Heard heard) {
        return heard.spoken().stream()
                .flatMap(said -> said.words().stream())
                .sorted(Comparator.comparingDouble(Word::startSeconds))
                .toList();
    }

    private static Set<Long> recognisers() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Set<Long> found = new HashSet<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("recogniser-")) {
                found.add(thread.getThreadId());
            }
        }
        return found;
    }

    private static double busiest(Cost cost, Set<Long> threads) {
        double most = 0;
        double all = 0;
        for (long thread : threads) {
            double one =
                    Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(thread)) / 1e9;
            most = Math.max(most, one);
            all += one;
        }
        return cost.computedSeconds() - all + most;
    }
}
