package talktrack.ingest.stream;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.ingest.Progress;
import talktrack.ingest.ReadRequest;
import talktrack.ingest.RecordingReader;
import talktrack.ingest.RecordingStore;
import talktrack.ingest.SpeakerCorrection;
import talktrack.ingest.Transcript;
import talktrack.ingest.UnreadableRecording;
import talktrack.ingest.decode.RawSound;
import talktrack.ingest.store.LocalFile;
import talktrack.ingest.store.StoreUnreachable;
import talktrack.models.events.Recording;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.ChannelLayout;
import talktrack.models.labels.FailureKind;

/** Reads one call, whatever happens: the outcome is a transcript or a failure with its reason. */
final class CallReading {

    private static final Logger log = LoggerFactory.getLogger(CallReading.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final RecordingStore store;
    private final HeardTranscripts heard;
    private final RecordingReader reader;
    private final Attempts attempts;
    private final Clock clock;

    CallReading(RecordingStore store, RecordingReader reader, Attempts attempts, Clock clock) {
        this.store = store;
        heard = new HeardTranscripts(store);
        this.reader = reader;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Whether an earlier reading of this call never ended: the process died meanwhile. */
    boolean brokeOffBefore(Work work) {
        return attempts.open(work);
    }

    /** The caller says when the outcome has reached Kafka: {@link #ended}. */
    Outcome read(Work work, Progress progress) throws InterruptedException {
        long started = System.nanoTime();
        try {
            if (attempts.begin(work) > Attempts.MOST) {
                throw new UnreadableRecording(
                        FailureKind.INTERNAL,
                        "Reading this recording stopped Talktrack's reader %d times, so it was given up. Export the recording again, if possible as WAV, and upload that."
                                .formatted(Attempts.MOST),
                        "the process died %d times while reading this call"
                                .formatted(Attempts.MOST));
            }
            Transcript transcript = transcript(work, progress);
            return new Outcome(
                    work, transcript.end(), transcript.utterances(), secondsSince(started));
        } catch (InterruptedException e) {
            ended(work);
            throw e;
        } catch (UnreadableRecording e) {
            return failed(work, e.kind(), e.reason(), e.technicalCause(), started);
        } catch (IOException | RuntimeException e) {
            log.warn("reading broke off call={} revision={}", work.callId(), work.revision(), e);
            return failed(
                    work,
                    FailureKind.INTERNAL,
                    "This recording could not be processed because of a fault of this machine or of Talktrack, not of the file. Try the call again; if that fails, too, tell whoever runs Talktrack.",
                    "%s; then: talktrack retry %s".formatted(e, work.callId()),
                    started);
        } catch (VirtualMachineError e) { // it costs this call, not the one that is read beside it
            log.error("reading broke off call={} revision={}", work.callId(), work.revision(), e);
            return failed(
                    work,
                    FailureKind.INTERNAL,
                    "Reading this recording took more memory than Talktrack's reader has, so it was given up. Split the file into shorter parts and upload those.",
                    "%s; then: talktrack retry %s".formatted(e, work.callId()),
                    started);
        }
    }

    private Transcript transcript(Work work, Progress progress)
            throws UnreadableRecording, IOException, InterruptedException {
        Recording recording = work.recording();
        Optional<Transcript> known =
                recording.keepsWordsOf() > 0
                        ? patiently(
                                work, () -> heard.of(recording.callId(), recording.keepsWordsOf()))
                        : Optional.empty();
        Transcript words = known.isPresent() ? known.get() : hear(work, progress);
        return SpeakerCorrection.apply(words, recording, reader.voiceEmotion(), clock.instant());
    }

    private Transcript hear(Work work, Progress progress)
            throws UnreadableRecording, IOException, InterruptedException {
        Recording recording = work.recording();
        try (LocalFile file =
                patiently(work, () -> store.fetch(recording.location(), recording.sha256()))) {
            if (recording.kind() != Recording.Kind.AUDIO) {
                return reader.read(request(recording, file.path(), Optional.empty()), progress);
            }
            String playback = store.playbackLocation(recording.callId(), recording.revision());
            try (LocalFile copy = store.draft(playback)) {
                Transcript words =
                        reader.read(
                                request(recording, file.path(), Optional.of(copy.path())),
                                progress);
                patiently(
                        work,
                        () -> {
                            store.keep(playback, copy);
                            heard.keep(words);
                            return words;
                        });
                return words;
            }
        } catch (NoSuchFileException e) {
            if (store.size(recording.location()).isPresent()) {
                throw e; // another file is missing
            }
            throw new UnreadableRecording(
                    FailureKind.MISSING_RECORDING,
                    "The recording of this call is no longer in Talktrack's store. Upload it again.",
                    "store: no file " + recording.location());
        }
    }

    /**
     * A store that is away says nothing about the recording: the call waits, however long that
     * takes. The wait is no attempt, as it cannot be what ends a process.
     */
    private <T> T patiently(Work work, CheckedSupplier<T> asked)
            throws IOException, InterruptedException {
        RetryPolicy<T> patience =
                RetryPolicy.<T>builder()
                        .handle(StoreUnreachable.class)
                        .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                        .withMaxRetries(-1)
                        .onRetryScheduled(
                                retry -> {
                                    log.warn(
                                            "the store is away, another try in {} s call={} cause={}",
                                            retry.getDelay().toSeconds(),
                                            work.callId(),
                                            retry.getLastException().getMessage());
                                    ended(work);
                                })
                        .build();
        try {
            return Failsafe.with(patience)
                    .get(
                            tries -> {
                                if (tries.isRetry()) {
                                    attempts.begin(work);
                                }
                                return asked.get();
                            });
        } catch (FailsafeException e) {
            switch (e.getCause()) {
                case InterruptedException interrupted -> throw interrupted;
                case IOException machine -> throw machine;
                case null, default -> throw e;
            }
        }
    }

    private static ReadRequest request(Recording recording, Path file, Optional<Path> playback) {
        return new ReadRequest(
                file,
                recording.callId(),
                recording.revision(),
                recording.kind(),
                Optional.ofNullable(recording.language()),
                recording.channels() == null ? ChannelLayout.AUTO : recording.channels(),
                recording.repName(),
                recording.repSpeaker(),
                Optional.of(recording.rawSound())
                        .filter(declared -> !declared.isEmpty())
                        .map(RawSound::parse),
                playback);
    }

    /** What becomes of a call for whose transcript Kafka has no room. */
    Outcome tooLarge(Outcome outcome, RecordTooLargeException refusal) {
        Work work = outcome.work();
        return new Outcome(
                work,
                new TranscriptEnd.CallFailed(
                        work.callId(),
                        work.revision(),
                        FailureKind.INTERNAL,
                        "This transcript has an utterance that is too large, or is too large as a whole, so Talktrack could not keep it. Split the file into shorter parts and upload those.",
                        refusal.toString(),
                        clock.instant()),
                List.of(),
                outcome.tookSeconds());
    }

    /**
     * The outcome was written, or nobody wants it any more. Until then the attempt counts: writing
     * may end the process as well as reading.
     */
    void ended(Work work) {
        try {
            attempts.end(work);
        } catch (IOException e) {
            log.warn("an attempt counts that was none call={}", work.callId(), e);
        }
    }

    private Outcome failed(Work work, FailureKind kind, String reason, String cause, long started) {
        TranscriptEnd end =
                new TranscriptEnd.CallFailed(
                        work.callId(), work.revision(), kind, reason, cause, clock.instant());
        return new Outcome(work, end, List.of(), secondsSince(started));
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
