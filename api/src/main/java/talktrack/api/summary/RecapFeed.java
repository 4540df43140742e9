package talktrack.api.summary;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.analysis.summary.Recaps;
import talktrack.api.index.CallIndices;
import talktrack.api.index.ElasticIndex;
import talktrack.api.index.IndexedUtterances;
import talktrack.api.llm.LanguageModel;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallRecap;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.Topics;
import talktrack.models.events.Utterance;

/**
 * call-analyses → recaps: what a language model makes of a call is kept, so that it is paid for
 * once; without a model there is nothing to keep. For one thread.
 */
public final class RecapFeed {

    private static final Logger log = LoggerFactory.getLogger(RecapFeed.class);

    private final ElasticIndex elasticsearch;
    private final Optional<RecapWriter> writer;
    private final Clock clock;

    /**
     * @param clock in the zone where a call's day is counted
     */
    public RecapFeed(ElasticIndex elasticsearch, Optional<LanguageModel> model, Clock clock) {
        this.elasticsearch = elasticsearch;
        this.writer = model.map(one -> new RecapWriter(one, clock));
        this.clock = clock;
    }

    /** What topic recaps shall get for this analysis; empty when it is right as it is. */
    public Optional<ProducerRecord<String, byte[]>> follow(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return Optional.of(Topics.RECAPS.tombstone(record.key()));
        }
        try {
            CallAnalysis call = Topics.CALL_ANALYSES.read(record.value());
            return writer.flatMap(one -> written(one, call));
        } catch (IOException e) {
            log.warn(
                    "unreadable record skipped topic={} partition={} offset={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e);
            return Optional.empty();
        }
    }

    private Optional<ProducerRecord<String, byte[]>> written(RecapWriter one, CallAnalysis call) {
        List<Utterance> utterances = utterances(call);
        if (utterances.size() < call.labels().size()) {
            log.warn("no recap while utterances are not in the index call={}", call.callId());
            return Optional.empty(); // one of half a call would fit no reading of it
        }
        CallRecap extract = Recaps.of(call, "", utterances, clock.getZone());
        Optional<CallRecap> before =
                elasticsearch.get(CallIndices.RECAPS.index(), call.callId(), CallRecap.class);
        if (before.filter(recap -> recap.isOf(extract)).isPresent()) {
            return Optional.empty();
        }
        return one.write(extract, utterances)
                .map(recap -> Topics.RECAPS.record(call.callId(), recap))
                .or(() -> before.map(stale -> Topics.RECAPS.tombstone(call.callId())));
    }

    private List<Utterance> utterances(CallAnalysis call) {
        return IndexedUtterances.of(elasticsearch, call).stream()
                .map(ScoredUtterance::utterance)
                .toList();
    }
}
