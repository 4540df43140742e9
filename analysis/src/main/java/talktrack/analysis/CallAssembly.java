package talktrack.analysis;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.analysis.call.CallReader;
import talktrack.analysis.score.UtteranceScorer;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallDetails;
import talktrack.models.events.Deletion;
import talktrack.models.events.Json;
import talktrack.models.events.LabelCorrection;
import talktrack.models.events.Recording;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SecondOpinions;
import talktrack.models.events.Topic;
import talktrack.models.events.Topics;
import talktrack.models.events.TranscriptEnd;
import talktrack.models.events.Utterance;
import talktrack.models.labels.FailureKind;

/**
 * Where everything about a call meets. Records of its topics come in any order: whatever comes last
 * completes the call. Only the newest revision counts; what older ones and deleted calls left is
 * taken back by tombstones, however late it comes.
 */
final class CallAssembly {

    /** Store: {@code callId/revision/index} → scored utterance. */
    static final String ROWS = "utterance-rows";

    /** Store: call id → {@link CallState}. */
    static final String CALLS = "calls";

    /** Store: key of a correction → {@link LabelCorrection}. */
    static final String CORRECTIONS = "label-corrections";

    /** Store: call id → {@link SecondOpinions}. */
    static final String OPINIONS = "second-opinions";

    private static final Logger log = LoggerFactory.getLogger(CallAssembly.class);

    /** What a record has besides its value; plenty. */
    private static final int KEY_AND_HEADER_BYTES = 4096;

    /** How many utterances before one are read together with it. */
    private static final int CONTEXT = 10;

    private final ProcessorContext<String, Object> context;
    private final CallUtterances utterances;
    private final KeyValueStore<String, CallState> calls;
    private final CallCorrections corrections;
    private final KeyValueStore<String, SecondOpinions> opinions;
    private final ZoneId zone;

    private CallAssembly(ProcessorContext<String, Object> context, ZoneId zone) {
        this.context = context;
        this.utterances = new CallUtterances(context.getStateStore(ROWS));
        this.calls = context.getStateStore(CALLS);
        this.corrections = new CallCorrections(context.getStateStore(CORRECTIONS));
        this.opinions = context.getStateStore(OPINIONS);
        this.zone = zone;
    }

    /** What to do with a record of one topic; the value is empty for a tombstone. */
    interface Reaction<V> {
        void on(CallAssembly assembly, String key, Optional<V> value, long timestamp);
    }

    /** The processor of one topic; all of them share the stores. */
    static final class Step<V> implements Processor<String, V, String, Object> {
        private final ZoneId zone;
        private final Reaction<V> reaction;
        private CallAssembly assembly;

        Step(ZoneId zone, Reaction<V> reaction) {
            this.zone = zone;
            this.reaction = reaction;
        }

        @Override
        public void init(ProcessorContext<String, Object> context) {
            assembly = new CallAssembly(context, zone);
        }

        @Override
        public void process(Record<String, V> record) {
            reaction.on(
                    assembly,
                    record.key(),
                    Optional.ofNullable(record.value()),
                    record.timestamp());
        }
    }

    static String sinkOf(Topic<?> topic) {
        return topic.name() + "-out";
    }

    void utterance(String key, Optional<Utterance> value, long timestamp) {
        if (value.isEmpty()) {
            return; // a tombstone of our own
        }
        Utterance said = value.get();
        CallState state = state(said.callId());
        if (!state.counts(said.revision())) {
            forward(Topics.UTTERANCES, key, null, timestamp);
            return;
        }
        calls.put(said.callId(), state.requested(said.revision()));
        ScoredUtterance scored;
        try {
            scored =
                    new ScoredUtterance(
                            said, UtteranceScorer.score(said, utterances.before(said, CONTEXT)));
        } catch (RuntimeException | StackOverflowError e) { // a hostile text can do either
            giveUp(said.callId(), said.revision(), e, timestamp);
            return;
        }
        utterances.put(scored);
        forward(Topics.SCORED_UTTERANCES, key, scored, timestamp);
        assembleIfComplete(said.callId(), timestamp);
    }

    void transcriptEnd(String callId, Optional<TranscriptEnd> value, long timestamp) {
        if (value.isEmpty()) {
            return;
        }
        TranscriptEnd end = value.get();
        CallState state = state(callId);
        if (end.revision() <= state.deletedRevision()) {
            forward(Topics.TRANSCRIPTS, callId, null, timestamp);
        } else if (state.counts(end.revision())) {
            calls.put(callId, state.requested(end.revision()).with(end));
            if (end instanceof TranscriptEnd.CallFailed) {
                takeBackAnalysis(callId, timestamp);
                takeBackRows(callId, end.revision() - 1, timestamp);
            }
            assembleIfComplete(callId, timestamp);
        }
    }

    void details(String callId, Optional<CallDetails> value, long timestamp) {
        calls.put(callId, state(callId).with(value));
        assembleIfComplete(callId, timestamp);
    }

    void recording(String callId, Optional<Recording> value, long timestamp) {
        value.ifPresent(
                recording -> calls.put(callId, state(callId).requested(recording.revision())));
    }

    void deletion(String callId, Optional<Deletion> value, long timestamp) {
        if (value.isEmpty()) {
            return;
        }
        int revision = value.get().revision();
        CallState state = state(callId);
        if (state.end().filter(end -> end.revision() <= revision).isPresent()) {
            forward(Topics.TRANSCRIPTS, callId, null, timestamp);
        }
        if (state.analysedRevision() <= revision) {
            takeBackAnalysis(callId, timestamp);
        }
        takeBackRows(callId, revision, timestamp);
        for (LabelCorrection one : corrections.of(callId)) {
            if (one.revision() <= revision) {
                corrections.put(one.key(), Optional.empty());
                forward(Topics.LABEL_CORRECTIONS, one.key(), null, timestamp);
            }
        }
        takeBackOpinions(callId, revision, timestamp);
        calls.put(callId, state(callId).deleted(revision));
        log.info("took back call={} revision={}", callId, revision);
    }

    /** A correction, or the tombstone that takes it back: the words stay, the call is read anew. */
    void correction(String key, Optional<LabelCorrection> value, long timestamp) {
        String callId = LabelCorrection.callId(key);
        if (value.filter(one -> one.revision() <= state(callId).deletedRevision()).isPresent()) {
            forward(Topics.LABEL_CORRECTIONS, key, null, timestamp);
            return;
        }
        Said before = said(callId);
        corrections.put(key, value);
        readAnew(callId, before, timestamp);
    }

    /**
     * What a language model says, or the tombstone that takes it back: the words stay, the call is
     * read anew.
     */
    void opinions(String callId, Optional<SecondOpinions> value, long timestamp) {
        if (value.filter(one -> !state(callId).counts(one.revision())).isPresent()) {
            forward(Topics.SECOND_OPINIONS, callId, null, timestamp);
            return;
        }
        Said before = said(callId);
        opinions.put(callId, value.orElse(null));
        readAnew(callId, before, timestamp);
    }

    private Said said(String callId) {
        return new Said(corrections.of(callId), Optional.ofNullable(opinions.get(callId)));
    }

    /** Unless the same was said before, or this is a tombstone of our own. */
    private void readAnew(String callId, Said before, long timestamp) {
        if (!said(callId).sameLabels(before)) {
            showSaid(callId, before, timestamp);
            assembleIfComplete(callId, timestamp);
        }
    }

    /** Scored utterances that what is said now changes are written again. */
    private void showSaid(String callId, Said before, long timestamp) {
        List<ScoredUtterance> read = utterances.of(callId, state(callId).analysedRevision());
        List<ScoredUtterance> shown = before.over(read);
        List<ScoredUtterance> right = said(callId).over(read);
        for (int i = 0; i < read.size(); i++) {
            if (!right.get(i).equals(shown.get(i))) {
                String id = read.get(i).utterance().utteranceId();
                forward(Topics.SCORED_UTTERANCES, id, right.get(i), timestamp);
            }
        }
    }

    private void assembleIfComplete(String callId, long timestamp) {
        CallState state = state(callId);
        if (state.details().isEmpty()
                || !(state.end().orElse(null) instanceof TranscriptEnd.Transcribed end)
                || !state.counts(end.revision())) {
            return;
        }
        List<ScoredUtterance> read = utterances.of(callId, end.revision());
        if (read.size() < end.utteranceCount()) {
            return;
        }
        Said said = said(callId);
        CallAnalysis analysis;
        try {
            analysis =
                    CallReader.read(
                            state.details().get(),
                            end,
                            read,
                            said.opinions(),
                            said.corrections(),
                            zone);
            refuseTooLarge(analysis);
        } catch (RuntimeException | StackOverflowError e) { // a hostile text can do either
            giveUp(callId, end.revision(), e, timestamp);
            return;
        }
        forward(Topics.CALL_ANALYSES, callId, analysis, timestamp);
        takeBackRows(callId, end.revision() - 1, timestamp);
        takeBackOpinions(callId, end.revision() - 1, timestamp);
        calls.put(callId, state.analysed(end.revision()));
        if (state.analysedRevision() != end.revision()) {
            showSaid(callId, Said.NOTHING, timestamp); // its utterances came out as they were read
        }
        log.info(
                "analysed call={} revision={} utterances={} corrections={} opinions={}",
                callId,
                end.revision(),
                read.size(),
                said.corrections().size(),
                said.opinions().map(SecondOpinions::opinions).orElse(List.of()).size());
    }

    /** One record over Kafka's limit would stop the whole stage, and again at every restart. */
    private static void refuseTooLarge(CallAnalysis analysis) {
        int bytes = Json.bytes(analysis).length;
        if (bytes > Topics.MOST_RECORD_BYTES - KEY_AND_HEADER_BYTES) {
            throw new IllegalStateException(
                    "the analysis has %d bytes, %d are possible"
                            .formatted(bytes, Topics.MOST_RECORD_BYTES - KEY_AND_HEADER_BYTES));
        }
    }

    /**
     * A fault of the readers costs this call, visibly, and never the others of its partition. The
     * failure comes back through the topic like one of ingest's.
     */
    private void giveUp(String callId, int revision, Throwable fault, long timestamp) {
        CallState state = state(callId);
        if (state.end().orElse(null) instanceof TranscriptEnd.CallFailed known
                && known.revision() == revision) {
            return;
        }
        log.error("could not be analysed call={} revision={}", callId, revision, fault);
        TranscriptEnd failed =
                new TranscriptEnd.CallFailed(
                        callId,
                        revision,
                        FailureKind.INTERNAL,
                        "This call was transcribed but could not be analysed because of a fault in Talktrack. Nothing is lost; tell whoever runs it.",
                        "analysis: %s; after a new version: talktrack retry %s"
                                .formatted(fault, callId),
                        Instant.ofEpochMilli(timestamp));
        calls.put(callId, state.with(failed));
        forward(Topics.TRANSCRIPTS, callId, failed, timestamp);
    }

    private void takeBackAnalysis(String callId, long timestamp) {
        CallState state = state(callId);
        if (state.analysedRevision() > 0) {
            forward(Topics.CALL_ANALYSES, callId, null, timestamp);
            calls.put(callId, state.analysed(0));
        }
    }

    private void takeBackOpinions(String callId, int upToRevision, long timestamp) {
        SecondOpinions said = opinions.get(callId);
        if (said != null && said.revision() <= upToRevision) {
            opinions.delete(callId);
            forward(Topics.SECOND_OPINIONS, callId, null, timestamp);
        }
    }

    /** Tombstones for all utterances of the call up to and with this revision. */
    private void takeBackRows(String callId, int upToRevision, long timestamp) {
        for (ScoredUtterance old : utterances.upTo(callId, upToRevision)) {
            String id = old.utterance().utteranceId();
            utterances.remove(old);
            forward(Topics.SCORED_UTTERANCES, id, null, timestamp);
            forward(Topics.UTTERANCES, id, null, timestamp);
        }
    }

    private CallState state(String callId) {
        CallState state = calls.get(callId);
        return state == null ? CallState.NEW : state;
    }

    private <V> void forward(Topic<V> topic, String key, V value, long timestamp) {
        context.forward(new Record<String, Object>(key, value, timestamp), sinkOf(topic));
    }
}
