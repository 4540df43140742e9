package talktrack.api.calls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.api.http.Problem;
import talktrack.ingest.RecordingStore;
import talktrack.ingest.TranscriptFile;
import talktrack.ingest.decode.RawSound;
import talktrack.ingest.store.Received;
import talktrack.ingest.store.StoreUnreachable;
import talktrack.models.events.CallDetails;
import talktrack.models.events.Deletion;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.Person;
import talktrack.models.events.Recording;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.labels.Language;
import talktrack.models.text.TextNormaliser;

/** What people do with calls: each becomes events in Kafka first, then shows in the registry. */
public final class CallCommands {

    private static final Logger log = LoggerFactory.getLogger(CallCommands.class);
    private static final int DETECTED_BYTES = 64 << 10;

    private final CallRegistry registry;
    private final RecordingStore recordings;
    private final Producer<String, byte[]> producer;
    private final Clock clock;
    private final UnconfirmedUploads unconfirmed;

    /** A revision is chosen and written by one at a time, who does not ask the store meanwhile. */
    private final ReentrantLock writing = new ReentrantLock();

    private final HeldFiles files = new HeldFiles();

    /**
     * @param notes a folder for notes on uploads that are under way
     */
    public CallCommands(
            CallRegistry registry,
            RecordingStore recordings,
            Path notes,
            Producer<String, byte[]> producer,
            Clock clock) {
        this.registry = registry;
        this.recordings = recordings;
        this.producer = producer;
        this.clock = clock;
        unconfirmed = new UnconfirmedUploads(notes);
    }

    /**
     * Takes a recording or transcript in. The same bytes of the same rep again give the call that
     * is there already, unless it was deleted.
     *
     * @param bytes read to the end, not closed
     */
    public Call upload(Upload upload, InputStream bytes) throws IOException, InterruptedException {
        String repId = idOf("rep", upload.rep());
        Optional<String> teamId = upload.team().map(team -> idOf("team", team));
        try (Received received = recordings.receive(bytes, repId)) {
            if (received.as().sizeBytes() == 0) {
                throw Problem.badRequest(
                        "The file is empty, so there is nothing to listen to.",
                        "Export the recording again and upload that.");
            }
            Recording.Kind kind =
                    upload.raw().isPresent()
                            ? Recording.Kind.AUDIO
                            : TranscriptFile.kindOf(received.file());
            Language language = upload.language().orElse(null);
            if (language == null) {
                language =
                        kind == Recording.Kind.TRANSCRIPT ? detect(received.file()) : Language.EN;
            }
            String callId = received.as().callId();
            unconfirmed.note(callId);
            files.hold(callId);
            try {
                return accept(upload, repId, teamId, recordings.keep(received), kind, language);
            } finally {
                files.release(callId);
            }
        }
    }

    /** The recording is kept, whatever happens from here on; its events go to Kafka. */
    private Call accept(
            Upload upload,
            String repId,
            Optional<String> teamId,
            RecordingStore.Stored stored,
            Recording.Kind kind,
            Language language)
            throws IOException, InterruptedException {
        if (recordings.size(stored.location()).isEmpty()) { // by ingest, which knew it as deleted
            throw Problem.unavailable(
                    "The same recording was deleted while it came in; upload it again.", null);
        }
        writing.lock();
        try {
            CallState state = registry.state(stored.callId());
            if (state.call().isPresent()) {
                log.info("uploaded again call={}", stored.callId());
                unconfirmed.confirm(stored.callId());
                return state.call().get();
            }
            Instant now = clock.instant();
            Person person = person(repId, teamId, upload);
            CallDetails details =
                    new CallDetails(
                            stored.callId(),
                            repId,
                            person.name(),
                            person.teamId(),
                            upload.customer(),
                            upload.startedAt().orElse(now),
                            language,
                            upload.fileName(),
                            upload.demonstration(),
                            now,
                            upload.kind(),
                            upload.sale());
            Recording recording =
                    new Recording(
                            stored.callId(),
                            state.deletedRevision() + 1,
                            kind,
                            stored.location(),
                            stored.sha256(),
                            upload.fileName(),
                            stored.sizeBytes(),
                            language,
                            upload.channels(),
                            person.name(),
                            upload.repSpeaker(),
                            List.of(),
                            0,
                            upload.raw().map(RawSound::toString).orElse(""),
                            now);
            if (!Optional.of(person).equals(registry.rep(repId))) {
                changePerson(repId, known -> person);
            }
            // The details first: whoever reads the recording finds them.
            send(List.of(Topics.CALL_DETAILS.record(details.callId(), details)));
            send(List.of(Topics.RECORDINGS.record(recording.callId(), recording)));
            registry.apply(details);
            registry.apply(recording);
            unconfirmed.confirm(stored.callId());
            log.info(
                    "uploaded call={} revision={} bytes={}",
                    stored.callId(),
                    recording.revision(),
                    stored.sizeBytes());
            return registry.find(stored.callId()).orElseThrow(Problem::noSuchCall);
        } finally {
            writing.unlock();
        }
    }

    /** Deletes a call for good: first the fact, which everybody obeys, then the data. */
    public void delete(String callId) throws IOException, InterruptedException {
        writing.lock();
        try {
            Call call = registry.find(callId).orElseThrow(Problem::noSuchCall);
            Deletion deletion = new Deletion(callId, call.revision(), clock.instant());
            send(List.of(Topics.DELETIONS.record(callId, deletion)));
            registry.apply(deletion);
            takeBack(callId);
            log.info("deleted call={} revision={}", callId, call.revision());
        } finally {
            writing.unlock();
        }
        try {
            deleteFiles(callId);
        } catch (StoreUnreachable e) {
            log.warn("files of a deleted call are left for later call={}", callId, e);
        }
    }

    /** Has a call processed once more. */
    public Call retry(String callId) throws InterruptedException {
        writing.lock();
        try {
            Call call = registry.find(callId).orElseThrow(Problem::noSuchCall);
            Recording next = call.recording().nextRevision(clock.instant());
            send(List.of(Topics.RECORDINGS.record(callId, next)));
            registry.apply(next);
            log.info("retried call={} revision={}", callId, next.revision());
            return registry.find(callId).orElseThrow(Problem::noSuchCall);
        } finally {
            writing.unlock();
        }
    }

    /** Has a call's words given to whom a person says; they are not heard again. */
    Call change(String callId, SpeakerChange change) throws InterruptedException {
        writing.lock();
        try {
            Call call = registry.find(callId).orElseThrow(Problem::noSuchCall);
            TranscriptEnd.Transcribed end =
                    call.transcribed()
                            .orElseThrow(
                                    () ->
                                            new Problem(
                                                    409,
                                                    "not-transcribed",
                                                    "Not transcribed yet",
                                                    "Who speaks can be corrected once this call is transcribed.",
                                                    "Wait until it is, then say it again."));
            Recording next = change.of(call.recording(), end, clock.instant());
            send(List.of(Topics.RECORDINGS.record(callId, next)));
            registry.apply(next);
            log.info("speakers corrected call={} revision={}", callId, next.revision());
            return registry.find(callId).orElseThrow(Problem::noSuchCall);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Has a label be what a person says. The registry learns of it from Kafka, like everybody.
     *
     * @param earlier what was said before of the same line and task: it does not count any more
     */
    void correct(LabelCorrection correction, List<LabelCorrection> earlier)
            throws InterruptedException {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(Topics.LABEL_CORRECTIONS.record(correction.key(), correction));
        earlier.stream()
                .map(LabelCorrection::key)
                .filter(key -> !key.equals(correction.key()))
                .map(Topics.LABEL_CORRECTIONS::tombstone)
                .forEach(records::add);
        sendOf(correction.callId(), records);
        log.info("label corrected call={} task={}", correction.callId(), correction.task().id());
    }

    /** Has what was read count again. */
    void takeBack(List<LabelCorrection> corrections) throws InterruptedException {
        String callId = corrections.getFirst().callId();
        sendOf(
                callId,
                corrections.stream()
                        .map(LabelCorrection::key)
                        .map(Topics.LABEL_CORRECTIONS::tombstone)
                        .toList());
        log.info("corrections taken back call={} number={}", callId, corrections.size());
    }

    private void sendOf(String callId, List<ProducerRecord<String, byte[]>> records)
            throws InterruptedException {
        writing.lock();
        try {
            if (!registry.exists(callId)) {
                throw Problem.noSuchCall();
            }
            send(records);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Writes a rep as made of what is known; nobody else changes the rep in between, so that no
     * upload writes back a consent that was withdrawn while it came in.
     *
     * @return the rep as written
     */
    public Person changePerson(String repId, Function<Optional<Person>, Person> change)
            throws InterruptedException {
        writing.lock();
        try {
            Person person = change.apply(registry.rep(repId));
            send(List.of(Topics.PEOPLE.record(repId, person)));
            registry.apply(person);
            return person;
        } finally {
            writing.unlock();
        }
    }

    /** Carries deletions through that a crash cut off in the middle, but for the files. */
    public void finishDeletions() throws InterruptedException {
        for (String callId : registry.halfDeleted()) {
            takeBack(callId);
            log.info("finished the deletion of call={}", callId);
        }
    }

    /**
     * Deletes files of deleted calls that a crash, a store that was away or ingest has left. Asks
     * the store once for each call that was ever deleted.
     *
     * @throws StoreUnreachable at the first call for which the store does not answer
     */
    public void deleteLeftFiles() throws IOException, InterruptedException {
        for (String callId : registry.deleted()) {
            deleteFiles(callId);
        }
    }

    /** Deletes the files of what is no call, or not again by now. */
    private void deleteFiles(String callId) throws IOException, InterruptedException {
        files.hold(callId);
        try {
            if (!registry.exists(callId)) {
                recordings.delete(callId);
            }
        } finally {
            files.release(callId);
        }
    }

    /** Removes recordings of uploads that broke off a day or more ago and never became a call. */
    public void sweepUnconfirmed() throws IOException, InterruptedException {
        unconfirmed.sweep(
                clock.instant(),
                callId -> {
                    if (registry.exists(callId)) {
                        return true;
                    }
                    try {
                        deleteFiles(callId);
                        log.info("removed a recording that never became a call call={}", callId);
                        return true;
                    } catch (StoreUnreachable e) {
                        log.warn("a recording is left for later call={}", callId, e);
                        return false;
                    }
                });
    }

    private void takeBack(String callId) throws InterruptedException {
        send(List.of(Topics.RECORDINGS.tombstone(callId), Topics.CALL_DETAILS.tombstone(callId)));
    }

    /** The rep as he is after this upload: a named team counts, else the one he is in. */
    private Person person(String repId, Optional<String> teamId, Upload upload) {
        Optional<Person> known = registry.rep(repId);
        String id = teamId.or(() -> known.map(Person::teamId)).orElse(Person.DEFAULT_TEAM);
        String teamName =
                registry.team(id).stream()
                        .map(Person::teamName)
                        .findFirst()
                        .or(upload::team)
                        .orElse("Default");
        return new Person(
                repId,
                known.map(Person::name).orElse(upload.rep().strip()),
                id,
                teamName,
                known.map(Person::demonstration).orElse(upload.demonstration()),
                // The demonstration's reps are invented: nobody has to be asked.
                known.map(Person::sharesClips).orElse(upload.demonstration()));
    }

    /**
     * @throws Problem when nobody can be called so
     */
    static String idOf(String what, String name) {
        try {
            return Person.idOf(name);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The name of the %s is not right: %s.".formatted(what, e.getMessage()),
                    "Give the %s a name, like \"Anna Brooks\".".formatted(what));
        }
    }

    private static Language detect(Path transcript) throws IOException {
        try (InputStream in = Files.newInputStream(transcript)) {
            return TextNormaliser.detect(
                    new String(in.readNBytes(DETECTED_BYTES), StandardCharsets.UTF_8));
        }
    }

    private void send(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException | KafkaException e) {
            throw Problem.unavailable("Kafka, which keeps every event, does not answer.", e);
        }
    }
}
